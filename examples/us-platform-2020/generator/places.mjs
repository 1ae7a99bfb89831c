// Where a dealing takes effect, which company of the platform has booked it, and what follows for American jurisdiction.

const UNITED_STATES = 'Platform Inc.';
const IRELAND = 'Platform Ireland Ltd.';
const SINGAPORE = 'Platform Singapore Pte. Ltd.';

const place = (weight, territory, bookedBy, usJurisdiction, usPerson) => [
  weight,
  { territory, bookedBy, us_jurisdiction: usJurisdiction, us_person_or_within_us: usPerson },
];

/** A subsidiary abroad is no US person. */
const abroad = (territory, subsidiary, weight) => [
  place(weight * 5, territory, UNITED_STATES, true, true),
  place(weight * 5, territory, subsidiary, false, false),
];

const EUROPE = { GB: 6, DE: 5, FR: 3, NL: 2, SE: 1, ES: 1 };
const ASIA = { CN: 6, HK: 3, JP: 4, SG: 3, KR: 2, IN: 2, AU: 2 };

const elsewhere = [
  ...Object.entries(EUROPE).flatMap(([territory, weight]) => abroad(territory, IRELAND, weight)),
  ...Object.entries(ASIA).flatMap(([territory, weight]) => abroad(territory, SINGAPORE, weight)),
  // Subsidiaries whose servers for the place are in the United States.
  place(12, 'GB', IRELAND, true, false),
  place(12, 'JP', SINGAPORE, true, false),
  place(40, 'CA', UNITED_STATES, true, true),
  place(20, 'MX', UNITED_STATES, true, true),
];

const territories = [
  place(8, 'PR', UNITED_STATES, true, true),
  place(3, 'GU', UNITED_STATES, true, true),
  place(1, 'VI', UNITED_STATES, true, true),
];

/** In the United States, with a few in its territories. */
export const IN_THE_US = [
  place(560, 'US', UNITED_STATES, true, true),
  place(25, 'US', IRELAND, true, true),
  place(15, 'US', SINGAPORE, true, true),
  ...territories,
];

export const ABROAD = elsewhere;

/** What the whole business of an American platform looks like: seven in ten at home. */
export const ANYWHERE = [
  place(1250, 'US', UNITED_STATES, true, true),
  ...territories,
  ...elsewhere.filter(([, { territory }]) => territory !== 'CN'),
];

/** Business that goes on in China. */
export const IN_CHINA = [
  place(5, 'CN', UNITED_STATES, true, true),
  place(4, 'CN', SINGAPORE, false, false),
  place(2, 'CN', SINGAPORE, true, false),
  place(2, 'HK', SINGAPORE, false, false),
];

/** The offices that draw wages. */
export const OFFICES = [
  place(80, 'US', UNITED_STATES, true, true),
  place(10, 'IE', IRELAND, false, false),
  place(10, 'SG', SINGAPORE, false, false),
];
