/**
 * The transactions that are decided. Transaction `i` depends on `i` alone, whatever the order or the number asked for.
 */

export const SERVICES = [
  'app_store',
  'hosting',
  'content_delivery',
  'transit_peering',
  'payment',
  'code_reuse',
  'messaging',
  'storage',
  'payroll',
  'other',
];

/** The seven yes-or-no facts. */
export const FLAGS = [
  'us_jurisdiction',
  'counterparty_is_tencent_or_subsidiary',
  'business_to_business',
  'in_us',
  'enables_wechat_in_us',
  'directly_contracted',
  'exports_data_to_china',
];

const SEED = 20200920;
const DAY = 86_400_000;
const FIRST = Date.UTC(2020, 7, 1);
/** 2020-08-01 to 2021-12-31. */
export const DATES = Array.from({ length: 518 }, (_, day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10));

/** A well-mixed 32-bit number out of another. */
export function scramble(number) {
  let x = Math.imul(number ^ (number >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** `day` repeats `date` as a whole number for engines that compare no texts. */
export function transaction(i) {
  const [a, b, c, d] = [0, 1, 2, 3].map((k) => scramble(i * 4 + k + SEED));
  const date = DATES[(d >>> 2) % DATES.length];
  const percentile = (bits, shift) => (bits >>> shift) & 255;
  return {
    id: i,
    date,
    day: Number(date.replaceAll('-', '')),
    regime: (d & 3) === 3 ? 'actual' : 'as_written',
    service: SERVICES[c % SERVICES.length],
    us_jurisdiction: percentile(a, 0) < 218,
    counterparty_is_tencent_or_subsidiary: percentile(a, 8) < 205,
    business_to_business: percentile(a, 16) < 205,
    in_us: percentile(a, 24) < 205,
    enables_wechat_in_us: percentile(b, 0) < 205,
    directly_contracted: percentile(b, 8) < 128,
    exports_data_to_china: percentile(b, 16) < 80,
  };
}

/** What the law asks about, and the day and regime, as engines in another language must be handed it. */
export function plainFacts(t) {
  return {
    day: t.day,
    regime: t.regime,
    service: t.service,
    us_jurisdiction: t.us_jurisdiction,
    counterparty_is_tencent_or_subsidiary: t.counterparty_is_tencent_or_subsidiary,
    business_to_business: t.business_to_business,
    in_us: t.in_us,
    enables_wechat_in_us: t.enables_wechat_in_us,
    directly_contracted: t.directly_contracted,
    exports_data_to_china: t.exports_data_to_china,
  };
}

export function transactions(count) {
  return Array.from({ length: count }, (_, i) => transaction(i));
}

/** One flag absent in 14 % of the transactions, never two in one: each flag in 2 %. */
export function withHole(row) {
  const j = FLAGS.findIndex((_, k) => (row.id * 7919 + k * 104729) % 50 === 0);
  return without(row, j < 0 ? [] : [FLAGS[j]]);
}

/** Any number of facts absent, also the service; for checking only. */
export function withManyHoles(row) {
  const bits = scramble(row.id + 7);
  return without(
    row,
    [...FLAGS, 'service'].filter((_, k) => ((bits >>> (k * 3)) & 7) < 3),
  );
}

/** An absent fact is not there at all, as in JSON that does not mention it. */
function without(row, facts) {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !facts.includes(name)));
}
