/**
 * The decision that every contender makes: may a transaction with a Tencent company go ahead under the 2020 identification
 * of prohibited WeChat transactions, simplified for measuring? The answer is a verdict and the paragraph that decides.
 *
 * | paragraph | |
 * |---|---|
 * | S0, S1, S2 | the list is not yet in force, enjoined, revoked |
 * | E1 to E4 | excepted dealings |
 * | P1 to P7 | prohibited services |
 * | N0 | nothing applies |
 */

const settle = (verdict, ...paragraphs) =>
  paragraphs.map((paragraph) => [paragraph, Object.freeze({ verdict, paragraph })]);

/** The possible answers by paragraph. */
export const ANSWERS = Object.freeze(
  Object.fromEntries([
    ...settle('not_restricted', 'S0', 'S1', 'S2', 'N0'),
    ...settle('exempt', 'E1', 'E2', 'E3', 'E4'),
    ...settle('prohibited', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'),
  ]),
);

/** First day of force, and last day of the injunction. */
export const EFFECTIVE = '2020-09-20';
export const ENJOINED_UNTIL = '2021-06-09';

const LINK = ['us_jurisdiction', 'counterparty_is_tencent_or_subsidiary'];
const BUSINESS = [...LINK, 'business_to_business', 'in_us', 'enables_wechat_in_us'];

/**
 * The rules in order, the first that applies decides; N0 when none does. Each names what must hold:
 * `yes` and `no` facts, `service` one of, the regime, `from` and `until` days (both inside).
 */
export const RULES = [
  { paragraph: 'S0', until: '2020-09-19' },
  { paragraph: 'S1', regime: 'actual', until: ENJOINED_UNTIL },
  { paragraph: 'S2', regime: 'actual' },
  { paragraph: 'E1', service: ['payroll'], yes: LINK },
  { paragraph: 'E2', service: ['messaging'], yes: LINK },
  { paragraph: 'E3', yes: LINK, no: ['in_us', 'enables_wechat_in_us'] },
  { paragraph: 'E4', service: ['storage'], yes: [...LINK, 'in_us'], no: ['exports_data_to_china'] },
  { paragraph: 'P1', service: ['app_store'], yes: BUSINESS },
  { paragraph: 'P2', service: ['hosting', 'storage'], yes: BUSINESS },
  { paragraph: 'P3', service: ['content_delivery'], yes: BUSINESS },
  { paragraph: 'P4', service: ['transit_peering'], yes: [...BUSINESS, 'directly_contracted'] },
  { paragraph: 'P5', service: ['payment', 'payroll'], yes: BUSINESS },
  { paragraph: 'P6', service: ['code_reuse'], yes: BUSINESS },
  { paragraph: 'P7', service: ['other', 'messaging'], yes: BUSINESS },
];

/** The day as a whole number: 20200920. */
export const dayNumber = (date) => Number(date.replaceAll('-', ''));

/**
 * The same decision as a tree that makes each test once, as a programmer would nest it by hand: for engines with a
 * conditional expression. A node is a paragraph or `[test, then, otherwise]`; a test is `{ before }` or `{ upTo }` a day,
 * `{ regime }`, `{ fact }` or `{ service }`.
 */
export const TREE = (() => {
  const branch = (test, then, otherwise) => [test, then, otherwise];
  const fact = (name) => ({ fact: name });
  const services = [
    ['app_store', 'P1'],
    ['hosting', 'P2'],
    ['storage', 'P2'],
    ['content_delivery', 'P3'],
    ['transit_peering', branch(fact('directly_contracted'), 'P4', 'N0')],
    ['payment', 'P5'],
    ['code_reuse', 'P6'],
  ].reduceRight((rest, [service, leaf]) => branch({ service }, leaf, rest), 'P7');
  const reached = branch(fact('business_to_business'), branch(fact('enables_wechat_in_us'), services, 'N0'), 'N0');
  const inside = branch({ service: 'storage' }, branch(fact('exports_data_to_china'), reached, 'E4'), reached);
  const outside = branch(fact('enables_wechat_in_us'), 'N0', 'E3');
  const linked = branch(
    { service: 'payroll' },
    'E1',
    branch({ service: 'messaging' }, 'E2', branch(fact('in_us'), inside, outside)),
  );
  const law = branch(fact(LINK[0]), branch(fact(LINK[1]), linked, 'N0'), 'N0');
  const status = branch({ upTo: ENJOINED_UNTIL }, 'S1', 'S2');
  return branch({ before: EFFECTIVE }, 'S0', branch({ regime: 'actual' }, status, law));
})();

/** The oracle, straight from the words of the rules and independent of {@link RULES} and {@link TREE}. */
export function reference(t) {
  if (t.date < '2020-09-20') return ANSWERS.S0;
  if (t.regime === 'actual') return t.date <= '2021-06-09' ? ANSWERS.S1 : ANSWERS.S2;
  const linked = t.us_jurisdiction && t.counterparty_is_tencent_or_subsidiary;
  // Exceptions come first, and only a linked dealing needs one.
  if (linked && t.service === 'payroll') return ANSWERS.E1;
  if (linked && t.service === 'messaging') return ANSWERS.E2;
  if (linked && !t.in_us && !t.enables_wechat_in_us) return ANSWERS.E3;
  if (linked && t.service === 'storage' && t.in_us && !t.exports_data_to_china) return ANSWERS.E4;
  const reached = linked && t.business_to_business && t.in_us && t.enables_wechat_in_us;
  if (reached && t.service === 'app_store') return ANSWERS.P1;
  if (reached && (t.service === 'hosting' || t.service === 'storage')) return ANSWERS.P2;
  if (reached && t.service === 'content_delivery') return ANSWERS.P3;
  if (reached && t.service === 'transit_peering' && t.directly_contracted) return ANSWERS.P4;
  if (reached && (t.service === 'payment' || t.service === 'payroll')) return ANSWERS.P5;
  if (reached && t.service === 'code_reuse') return ANSWERS.P6;
  if (reached && (t.service === 'other' || t.service === 'messaging')) return ANSWERS.P7;
  return ANSWERS.N0;
}
