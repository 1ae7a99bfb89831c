import { scramble } from './transactions.mjs';

/**
 * A rulebook of any size with the shape of law, the same text for the same number of rules: instruments with paragraphs and a
 * life of their own, an enumeration of activities that grows with the law, a few elements shared by nearly all rules, thresholds,
 * exemptions that lift single rules or whole instruments, an exception to an exception, an unsettled reading.
 */
export function generatedRulebook(rules) {
  let state = rules;
  const random = (below) => scramble(state++ * 2654435761) % below;
  const pick = (list) => list[random(list.length)];
  const some = (list, count) => {
    const left = [...list];
    return Array.from({ length: count }, () => left.splice(random(left.length), 1)[0]);
  };

  const activities = Array.from({ length: Math.max(6, Math.round(rules * 0.6)) }, (_, k) => `activity_${k + 1}`);
  const elements = ['us_jurisdiction', 'covered_party', 'in_us_territory', 'between_businesses', 'enables_functioning'];
  const details = ['direct_contract', 'exports_data', 'retail', 'pre_existing', 'publicly_available', 'emergency'];
  const perInstrument = 12;
  const instruments = Math.ceil(rules / perInstrument);

  const lines = [
    `# A generated rulebook with ${rules} rules`,
    '',
    '```proviso',
    `rulebook bench/rules-${rules}`,
    `  title en "Generated, ${rules} rules" zh "生成，${rules}条规则"`,
    '  zone America/New_York',
    `fact activity one of ${activities.join(', ')}`,
    ...[...elements, ...details].map((name) => `fact ${name} yes or no`),
    'fact share decimal from 0 to 100 unit percent',
    'fact records integer from 0',
    'fact origin country',
    'list countries_of_concern of country CN, CU, IR, KP, RU, VE',
    'term reached',
    '  means us_jurisdiction and covered_party and in_us_territory',
    'term controlled',
    '  means share is at least 50',
    'reading reach',
    '  question en "How far does the law reach?" zh "法律的范围有多大？"',
    '  alternative narrow en "Only what is contracted directly" zh "仅限直接签约者"',
    '  alternative wide en "All of it" zh "全部"',
    'instrument COURT',
    '  kind court_order',
    '  title en "Court" zh "法院"',
    'event court_issued issued COURT on 2020-01-01',
    'event court_effective effective COURT on 2020-01-01',
  ];

  let count = 0;
  for (let i = 1; i <= instruments; i++) {
    const size = Math.min(perInstrument, rules - count);
    const year = 2020 + (i % 5);
    const pad = (n) => String(n).padStart(2, '0');
    lines.push(`instrument L${i}`, '  kind regulation', `  title en "Law ${i}" zh "法规${i}"`);
    for (let p = 1; p <= size; p++) lines.push(`provision L${i}-${p} of L${i} at "para. ${p}"`);
    lines.push(`event l${i}_issued issued L${i} on ${year}-${pad(1 + (i % 6))}-10`);
    lines.push(
      `event l${i}_effective effective L${i} on ${year}-${pad(7 + (i % 6))}-01 known on ${year}-${pad(1 + (i % 6))}-10`,
    );
    if (i % 3 === 0)
      lines.push(`event l${i}_enjoined enjoined L${i}-1, L${i}-2 by COURT on ${year}-${pad(7 + (i % 6))}-15`);
    if (i % 4 === 0) lines.push(`event l${i}_revoked revoked L${i} on ${year + 2}-${pad(1 + (i % 12))}-01`);

    const named = [];
    for (let p = 1; p <= size; p++) {
      count++;
      const name = `r${count}`;
      const acts = some(activities, Math.min(activities.length, 1 + random(4)));
      const what = acts.length === 1 ? `activity is ${acts[0]}` : `activity is in (${acts.join(', ')})`;
      const shared = some(elements.slice(3), random(3));
      const kind =
        p % 12 === 0
          ? 'exception'
          : p % 5 === 0
            ? 'exemption'
            : p % 7 === 0
              ? 'licence'
              : p % 11 === 0
                ? 'restriction'
                : 'prohibition';
      const conditions = ['reached', what, ...shared];
      if (kind === 'exception') {
        const lifted = named.filter((rule) => rule.kind === 'exemption');
        lines.push(`exemption ${name} per L${i}-${p}`, `  lifts ${pick(lifted).name}`, `  when ${what} and emergency`);
      } else if (kind === 'exemption' || kind === 'licence') {
        const prohibitions = named.filter((rule) => rule.kind === 'prohibition');
        const target = random(2)
          ? `every prohibition of L${i}`
          : some(prohibitions, Math.min(2, prohibitions.length))
              .map((rule) => rule.name)
              .join(', ');
        const ground = random(2) ? pick(details) : `${pick(details)} and not ${pick(elements.slice(3))}`;
        lines.push(
          `${kind} ${name} per L${i}-${p}`,
          `  lifts ${target}`,
          `  when ${random(3) ? ground : `${what} and ${ground}`}`,
        );
      } else if (kind === 'restriction') {
        lines.push(`restriction ${name} per L${i}-${p}`, `  when ${conditions.join(' and ')}`, '  only if');
        lines.push(`    audit en "Audited" zh "已审计" : ${pick(details)}`, '  otherwise prohibited');
      } else {
        const extra = [
          'controlled',
          `records is more than ${100 * (1 + random(20))}`,
          'origin is in countries_of_concern',
          `(reach is wide or ${pick(details)})`,
          pick(details),
        ];
        if (random(2)) conditions.push(pick(extra));
        lines.push(`prohibition ${name} per L${i}-${p}`, `  when ${conditions.join(' and ')}`);
      }
      named.push({ name, kind });
    }
  }
  lines.push('```', '');
  return lines.join('\n');
}
