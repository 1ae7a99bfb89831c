// Invented names, made from lists of words. A name that belongs to somebody is an accident.

const FIRST = (
  'Amber Aspen Bay Birch Blue Bright Cedar Clear Copper Coral Crane Delta Eastgate Elm Falcon Fern Fjord Flint Foxglove Garnet ' +
  'Granite Harbor Hazel Heron Indigo Iron Juniper Kestrel Lantern Larch Lighthouse Linden Maple Meadow Mesa Northlake Oak Ochre ' +
  'Orchard Osprey Pebble Pine Plum Quarry Quartz Raven Redwood River Saffron Sage Silver Sparrow Stone Summit Thistle Timber ' +
  'Umber Vale Walnut Westfield Willow Winter Zephyr'
).split(' ');

const ENDINGS = {
  US: ['LLC', 'Inc.', 'Co.', 'Corp.'],
  CA: ['Inc.', 'Ltd.'],
  GB: ['Ltd.'],
  DE: ['GmbH'],
  FR: ['SARL'],
  NL: ['B.V.'],
  SE: ['AB'],
  JP: ['K.K.'],
  SG: ['Pte. Ltd.'],
  AU: ['Pty Ltd'],
  BR: ['Ltda.'],
  MX: ['S.A. de C.V.'],
};
const OTHERWISE = ['Ltd.'];

/** Countries of invented counterparties, of 64. */
const COUNTRIES = Object.entries({
  US: 44,
  CA: 4,
  GB: 3,
  DE: 2,
  FR: 1,
  NL: 1,
  SE: 1,
  JP: 1,
  SG: 1,
  IN: 1,
  AU: 1,
  BR: 1,
  MX: 1,
  HK: 1,
  CN: 1,
}).flatMap(([country, times]) => Array(times).fill(country));

/**
 * Invented companies of one trade, each with the same weight.
 * @param {string} trades words such as "Dental Bakery Logistics"
 * @param {number} count
 */
export function inventedCompanies(trades, count) {
  const words = trades.split(' ');
  return Array.from({ length: count }, (_, k) => {
    const country = COUNTRIES[(k * 37 + 11) % COUNTRIES.length];
    const endings = ENDINGS[country] ?? OTHERWISE;
    const name = `${FIRST[(k * 29 + words.length) % FIRST.length]} ${words[(k * 7 + (k >> 6)) % words.length]}`;
    return [1, { name: `${name} ${endings[(k >> 2) % endings.length]}`, country, counterparty: 'unrelated' }];
  });
}

/** People appear by the number of their account, as a book for reviewers has them. */
export function accounts(word, count, country = 'US') {
  return Array.from({ length: count }, (_, k) => [
    1,
    { name: `${word} ****${String((k * 6151 + 1009) % 10000).padStart(4, '0')}`, country, counterparty: 'unrelated' },
  ]);
}
