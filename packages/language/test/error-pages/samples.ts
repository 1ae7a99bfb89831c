import type { Code } from '../../src/index.ts';

/** A sample that has the error or warning, and how it is right. `whole`: a document, not what stands in a block. */
export interface Samples {
  readonly bad: string;
  readonly good: string;
  readonly whole?: true;
}

/** What the samples take for granted. */
export const BASE = `rulebook samples/base
  title en "Samples" zh "示例"
  zone America/New_York
instrument ORDER kind executive_order title en "Order" zh "命令"
instrument RULING kind court_order title en "Ruling" zh "裁定"
provision ORDER-1 of ORDER at "s. 1"
provision ORDER-2 of ORDER at "s. 2"
enumeration data_kind health, finance, other
fact activity one of hosting, transit, other
fact share decimal from 0 to 100
fact cleared yes or no
fact signed_on date
fact shipped_at instant
fact territory country
fact data_kinds set of data_kind
fact file_number text decides nothing
group entity fact share decimal from 0 to 100 end
party seller is entity
group ship fact tonnage integer from 0 end
party vessel is ship
list us_areas of country US, PR
parameter limit decimal 25
reading scope question en "How far does it reach?" zh "范围多大？"
  alternative narrow en "Narrow" zh "窄" alternative wide en "Wide" zh "宽"
term large(who: entity) means who.share > 50
event order_signed issued ORDER on 2020-08-06
prohibition base per ORDER-1
  when activity is hosting and share > limit and cleared and signed_on is before 2020-01-01 and territory is in us_areas
    and shipped_at is after 2020-01-01T00:00Z and any of data_kinds where it is health and scope is wide
    and large(seller) and vessel.tonnage > 4
`;

const HEADER = 'rulebook us/order\n  title en "Order" zh "命令"\n  zone America/New_York';
const block = (text: string) => `\`\`\`proviso\n${text}\n\`\`\``;
const rule = (condition: string) => `prohibition hosting per ORDER-1\n  when ${condition}`;
const example = (...lines: readonly string[]) =>
  ['example "a host in Virginia"', ...lines.map((line) => `  ${line}`)].join('\n');

/** A bad and a good sample of each code, but for those that no short text can show. */
export const SAMPLES: Readonly<Partial<Record<Code, Samples>>> = {
  PV1001: { bad: 'prohibition hosting per ORDER-1\n  wen cleared', good: rule('cleared') },
  PV1003: {
    whole: true,
    bad: `\`\`\`proviso\n${HEADER}\n\nMore prose.`,
    good: `${block(HEADER)}\n\nMore prose.`,
  },
  PV1004: {
    bad: 'provision ORDER-3 of ORDER at "s. 3\n  gist en "Hosting" zh "托管"',
    good: 'provision ORDER-3 of ORDER at "s. 3"\n  gist en "Hosting" zh "托管"',
  },
  PV1005: { bad: rule('share ≥ 50'), good: rule('share >= 50') },
  PV1006: {
    whole: true,
    bad: `${block(HEADER)}\n\n- In a list:\n\n  \`\`\`proviso\n  fact cleared yes or no\n  \`\`\``,
    good: `${block(HEADER)}\n\n- In a list.\n\n${block('fact cleared yes or no decides nothing')}`,
  },
  PV1007: { bad: `${rule('cleared')}\n  when share > 50`, good: rule('cleared and share > 50') },
  PV1008: {
    bad: 'term majority\n  per ORDER-1',
    good: 'term majority\n  per ORDER-1\n  means share > 50\nexemption x per ORDER-2 lifts base when majority',
  },
  PV1009: { bad: 'enumeration risk low high', good: 'enumeration risk low, high' },
  PV1010: { whole: true, bad: block('fact cleared yes or no'), good: block(HEADER) },
  PV1011: {
    whole: true,
    bad: `${block(HEADER)}\n\n${block(HEADER.replace('us/order', 'us/other'))}`,
    good: block(HEADER),
  },
  PV1012: {
    whole: true,
    bad: block('vocabulary us/words\n  title en "Words" zh "词汇"\nsource S1 "Order"'),
    good: block('vocabulary us/words\n  title en "Words" zh "词汇"\nfact cleared yes or no'),
  },
  PV1013: {
    bad: 'open intent per ORDER-1 en "Kept in C:\\temp" zh "意图"',
    good: 'open intent per ORDER-1 en "Kept in C:\\\\temp" zh "意图"',
  },
  PV1014: {
    whole: true,
    bad: `${block(`${HEADER}\nfact cleared yes or no`)}\n\nProse.\n\n${block('label en "Cleared" zh "已批准"')}`,
    good: `${block(HEADER)}\n\nProse.\n\n${block('fact cleared yes or no decides nothing\n  label en "Cleared" zh "已批准"')}`,
  },
  PV2001: { bad: 'fact share decimal', good: 'fact share_of_votes decimal decides nothing' },
  PV2002: { bad: rule('cleard'), good: rule('cleared') },
  PV2003: { bad: rule('us_areas'), good: rule('territory is in us_areas') },
  PV2004: { whole: true, bad: block(`${HEADER}\n  uses us/no-such-words`), good: block(HEADER) },
  PV2005: {
    whole: true,
    bad: block(HEADER.replace('New_York', 'New_Yrok')),
    good: block(HEADER),
  },
  PV2006: { whole: true, bad: block(HEADER.replace(/\n {2}zone.*/, '')), good: block(HEADER) },
  PV2007: { bad: rule('cleared is 5'), good: rule('cleared') },
  PV2008: { bad: rule('activity is hostng'), good: rule('activity is hosting') },
  PV2009: {
    bad: rule('share > seller.share'),
    good: 'fact holds_more_than_seller yes or no\nprohibition hosting per ORDER-1\n  when holds_more_than_seller',
  },
  PV2010: { bad: rule('share > 500'), good: rule('share > 50') },
  PV2011: { bad: rule('signed_on is before 2020-02-30'), good: rule('signed_on is before 2020-02-29') },
  PV2012: {
    bad: rule('shipped_at is after 2020-09-20T23:59'),
    good: rule('shipped_at is after 2020-09-20T23:59-04:00'),
  },
  PV2013: { bad: rule('territory is UK'), good: rule('territory is GB') },
  PV2014: {
    bad: 'parameter age integer 17.5',
    good: 'parameter age decimal 17.5\nfact years decimal\nexemption x per ORDER-2 lifts base when years > age',
  },
  PV2015: { bad: rule('share'), good: rule('share > 50') },
  PV2016: { bad: rule('activity > hosting'), good: rule('activity is not hosting') },
  PV2017: { bad: rule('it is health'), good: rule('any of data_kinds where it is health') },
  PV2018: { bad: rule('large(vessel)'), good: rule('large(seller)') },
  PV2019: { bad: rule('data_kinds is health'), good: rule('any of data_kinds where it is health') },
  PV2020: {
    bad: 'term covered means listed or cleared\nterm listed means covered and share > 50',
    good: 'term covered means listed or cleared\nterm listed means share > 50\nexemption x per ORDER-2 lifts base when covered',
  },
  PV2021: { bad: rule('file_number is "7"'), good: rule('activity is hosting') },
  PV2022: {
    bad: rule('activity is hosting and activity is transit'),
    good: rule('activity is hosting or activity is transit'),
  },
  PV2023: { bad: 'fact colour one of red, green', good: 'fact colour one of red, green\n  decides nothing' },
  PV2024: {
    bad: 'fact cleared_by text decides nothing\n  label zh "批准人"',
    good: 'fact cleared_by text decides nothing\n  label en "Cleared by" zh "批准人"',
  },
  PV2025: {
    bad: 'fact cleared_by text decides nothing\n  label en "Cleared by"',
    good: 'fact cleared_by text decides nothing\n  label en "Cleared by" zh "批准人"',
  },
  PV2026: {
    bad: 'open intent per ORDER-1 en "Intent" zh "意图" en "Purpose"',
    good: 'open intent per ORDER-1 en "Intent" zh "意图"',
  },
  PV2027: {
    bad: 'fact age integer from 100 to 0 decides nothing',
    good: 'fact age integer from 0 to 100 decides nothing',
  },
  PV2028: { bad: 'enumeration date past, future', good: 'enumeration date_kind past, future' },
  PV3001: {
    bad: 'provision ORDER-3 of ORDER at "s. 3" hangs on ORDER-4\nprovision ORDER-4 of ORDER at "s. 4" hangs on ORDER-3',
    good: 'provision ORDER-3 of ORDER at "s. 3" hangs on ORDER-4\nprovision ORDER-4 of ORDER at "s. 4"',
  },
  PV3002: {
    bad: 'event day_45 effective ORDER-1 45 days after notice\nevent notice noted ORDER-1 45 days after day_45',
    good: 'event day_45 effective ORDER-1 45 days after notice\nevent notice noted ORDER-1 on 2020-08-06',
  },
  PV3003: {
    bad: 'event injunction enjoined ORDER-9 by RULING on 2020-09-19',
    good: 'event injunction enjoined ORDER-1 by RULING on 2020-09-19',
  },
  PV3004: {
    bad: 'event injunction stopped ORDER-1 by RULING on 2020-09-19',
    good: 'event injunction enjoined ORDER-1 by RULING on 2020-09-19',
  },
  PV3005: {
    bad: 'event injunction enjoined ORDER-1 by RULING',
    good: 'event injunction enjoined ORDER-1 by RULING on 2020-09-19',
  },
  PV3006: {
    bad: 'event pause suspended ORDER-1 on 2020-09-19\n  until end of 2020-12-31 then ends',
    good: 'event pause suspended ORDER-1 on 2020-09-19\n  until end of 2020-12-31 then revives',
  },
  PV3007: {
    bad: 'event day_45 effective ORDER-1 1.5 months after order_signed',
    good: 'event day_45 effective ORDER-1 45 days after order_signed',
  },
  PV3008: {
    bad: 'provision ORDER-3 of ORDER at "s. 3"\n  confidence high',
    good: 'provision ORDER-3 of ORDER at "s. 3"\n  confidence A',
  },
  PV3009: { bad: 'prohibition hosting per ORDER-9', good: 'prohibition hosting per ORDER-1' },
  PV3010: {
    bad: 'provision ORDER-3 of ORDER at "s. 3"\n  survives',
    good: 'provision ORDER-3 of ORDER at "s. 3"\n  hangs on ORDER-1\n  survives',
  },
  PV4001: { bad: 'prohibition hosting\n  when cleared', good: rule('cleared') },
  PV4002: {
    bad: 'exemption staff per ORDER-2 lifts pay\nexemption pay per ORDER-2 lifts staff',
    good: 'exemption staff per ORDER-2 lifts pay\nexemption pay per ORDER-2 lifts base',
  },
  PV4003: {
    bad: 'exemption staff per ORDER-2\n  lifts every licence of ORDER',
    good: 'exemption staff per ORDER-2\n  lifts every prohibition of ORDER',
  },
  PV4004: {
    bad: 'reading reach\n  question en "How far?" zh "多远？"\n  alternative full en "All" zh "全部"',
    good: 'reading reach\n  question en "How far?" zh "多远？"\n  alternative full en "All" zh "全部"\n  alternative part en "A part" zh "一部分"',
  },
  PV4005: { bad: rule('scope is brod'), good: rule('scope is wide') },
  PV4006: {
    bad: 'exemption staff per ORDER-2\n  lifts every ban of ORDER',
    good: 'exemption staff per ORDER-2\n  lifts every prohibition of ORDER',
  },
  PV4007: {
    bad: 'restriction vendors per ORDER-2\n  when cleared',
    good: 'restriction vendors per ORDER-2\n  when cleared\n  only if small : share < 50',
  },
  PV4008: {
    bad: 'duty report per ORDER-2\n  within 14 days after signed_on',
    good: 'duty report per ORDER-2\n  must en "Report it" zh "报告"\n  within 14 days after signed_on',
  },
  PV4009: {
    bad: 'duty report per ORDER-2\n  must en "Report it" zh "报告"\n  within 14 days after cleared',
    good: 'duty report per ORDER-2\n  must en "Report it" zh "报告"\n  within 14 days after signed_on',
  },
  PV4010: {
    bad: 'residual per ORDER-1 en "The rest" zh "其余"\nresidual per ORDER-2 en "The rest" zh "其余"',
    good: 'residual per ORDER-1, ORDER-2 en "The rest" zh "其余"',
  },
  PV5001: {
    bad: `situation hosts activity is hosting\n${example('as of 2020-09-21', 'in hoasts', 'expect exempt')}`,
    good: `situation hosts activity is hosting\n${example('as of 2020-09-21', 'in hosts', 'expect exempt')}`,
  },
  PV5002: {
    bad: example('as of 2020-09-21', 'expect forbidden'),
    good: example('as of 2020-09-21', 'expect prohibited'),
  },
  PV5003: {
    bad: example('as of 2020-09-21', 'given share is 60, share is 40', 'expect exempt'),
    good: example('as of 2020-09-21', 'given share is 60', 'expect exempt'),
  },
  PV5004: {
    bad: example('given cleared', 'expect exempt'),
    good: example('as of 2020-09-21', 'given cleared', 'expect exempt'),
  },
  PV5005: {
    bad: example('as of 2020-09-21', 'given cleard', 'expect exempt'),
    good: example('as of 2020-09-21', 'given cleared', 'expect exempt'),
  },
  PV5006: {
    bad: 'situation hosts in carriers activity is hosting\nsituation carriers in hosts share is 60',
    good: 'situation hosts in carriers activity is hosting\nsituation carriers share is 60',
  },
};
