// What is not written down, by whom, and in which weeks of the book. A week is one of nine, from 1 September 2020.
// Gaps come in heaps: a team that moved its records, a form that did not ask yet, an old contract that nobody has opened.

/** Interconnections were taken over from an older register that did not say how they came about. */
export const OLD_REGISTER = [
  { weeks: [0, 4], rate: 0.46, blank: ['transit_arrangement'] },
  { weeks: [5, 8], rate: 0.16, blank: ['transit_arrangement'] },
  { weeks: [0, 2], rate: 0.06, blank: ['transit_arrangement', 'enables_functioning_or_optimization'] },
];

/** Contracts for content delivery say "global" where the place should be. */
export const GLOBAL_CONTRACTS = [
  { weeks: [0, 3], rate: 0.34, blank: ['territory'] },
  { weeks: [4, 8], rate: 0.14, blank: ['territory'] },
  { weeks: [0, 8], rate: 0.05, blank: ['for_a_fee'] },
];

/** The form of the hosting team asked about the purpose only from October. */
export const HOSTING_FORM = [
  { weeks: [0, 3], rate: 0.11, blank: ['enables_functioning_or_optimization'] },
  { weeks: [6, 6], rate: 0.2, blank: ['territory'] },
];

/** Where the data is kept is known; where it goes is not asked. */
export const STORAGE_FORM = [{ weeks: [0, 5], rate: 0.3, blank: ['data_sent_to_china'] }];

/** Payments of the old processor came over without the merchant's side. */
export const OLD_PROCESSOR = [
  { weeks: [1, 2], rate: 0.34, blank: ['business_to_business'] },
  { weeks: [3, 8], rate: 0.05, blank: ['business_to_business'] },
  { weeks: [7, 7], rate: 0.16, blank: ['territory', 'us_jurisdiction'] },
  { weeks: [0, 0], rate: 0.1, blank: ['service_through_app'] },
];

/** Store records of the developer team lack the channel where an app is also given away elsewhere. */
export const STORE_REGISTER = [
  { weeks: [0, 1], rate: 0.18, blank: ['distribution_channel'] },
  { weeks: [2, 8], rate: 0.03, blank: ['distribution_channel'] },
  { weeks: [4, 5], rate: 0.08, blank: ['territory'] },
];

/** Nobody has asked legal yet whether the parent controls the company. */
export const CONTROL_NOT_ASKED = [
  { weeks: [0, 2], rate: 0.5, blank: ['parent_controls'] },
  { weeks: [3, 8], rate: 0.26, blank: ['parent_controls'] },
  { weeks: [0, 4], rate: 0.08, blank: ['parent_ownership_percent', 'parent_controls'] },
];

/** Free text instead of a category. */
export const FREE_TEXT = [
  { weeks: [0, 8], rate: 0.4, blank: ['application'] },
  { weeks: [0, 8], rate: 0.3, blank: ['activity'] },
  { weeks: [0, 8], rate: 0.3, blank: ['application', 'activity'] },
];

/** Sales writes a category only when it feels like it. */
export const SALES_NOTES = [
  { weeks: [0, 1], rate: 0.11, blank: ['activity'] },
  { weeks: [2, 8], rate: 0.02, blank: ['activity'] },
  { weeks: [5, 6], rate: 0.09, blank: ['application'] },
];

/** Users and businesses share one wallet; the ledger cannot tell them apart. */
export const ONE_WALLET = [
  { weeks: [2, 4], rate: 0.18, blank: ['business_to_business'] },
  { weeks: [5, 8], rate: 0.05, blank: ['is_user_exchange'] },
];

/** Payroll is the tidiest of all. */
export const PAYROLL = [{ weeks: [4, 4], rate: 0.08, blank: ['is_compensation'] }];

/** Carve-outs were reviewed contract by contract, and the review is not through. */
export const REVIEW_NOT_THROUGH = [
  { weeks: [0, 1], rate: 0.16, blank: ['is_outside_us_app_activity'] },
  { weeks: [2, 2], rate: 0.3, blank: ['is_user_data_storage_in_us', 'data_sent_to_china'] },
];
