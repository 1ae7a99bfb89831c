import type { MemoWords } from './contract.ts';

/** A memo in Chinese. */
export const CHINESE: MemoWords = {
  language: 'zh',
  title: '备忘录',
  verdicts: {
    prohibited: '禁止',
    restricted: '受限制',
    licensed: '已获许可',
    exempt: '豁免',
    not_restricted: '不受限制',
    undetermined: '尚不能确定',
  },
  mayProceed: {
    yes: '该交易可以进行。',
    no: '该交易不得进行。',
    only_if: '该交易仅在满足条件时可以进行。',
    unknown: '该交易能否进行尚无定论。',
  },
  vantage: (asOf, known) =>
    `以${asOf}为准，${known === null ? '依据规则书所载全部已知情况' : `依据截至${known}的已知情况`}。`,
  valid(from, until) {
    if (from === null && until === null) return '在任何日期结论均相同。';
    if (from === null) return `在${until}之前，结论相同。`;
    return `自${from}起${until === null ? '，就目前所知' : `至${until}之前`}，结论相同。`;
  },
  notEnforced: '对本结论所依据规定的违反行为不予追究；结论本身不变。',
  headings: {
    facts: '事实',
    readings: '所采用的解释',
    presumed: '因未说明而推定',
    reasons: '理由',
    byReading: '各种解释下的结论',
    missing: '尚缺的信息',
    change: '什么会改变结论',
    sources: '出处',
    record: '记录',
  },
  needKinds: { fact: '事实', reading: '解释', status: '效力状态', open: '未决问题' },
  yes: '是',
  no: '否',
  unknown: '不知道',
  none: '无',
  noFacts: '未提供任何事实。',
  changeTo: (verdict, changes) => `若${changes}，则结论为“${verdict}”`,
  more: (count) => `另有${count}项`,
  list: (items) => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}和${items.at(-1)}`),
  pair: (left, right) => `${left}：${right}`,
  aside: (text, aside) => `${text}（${aside}）`,
  date(year, month, day, clock) {
    const date = `${year}年${month}月${day}日`;
    return clock === null ? date : `${date}${clock.time}（UTC${clock.offset}）`;
  },
  record: {
    id: '判断编号',
    madeAt: '作出时间',
    rulebook: '规则书',
    rulebookDigest: '规则书摘要值',
    factsDigest: '事实摘要值',
    answerDigest: '结论摘要值',
    recordDigest: '记录摘要值',
    engine: '引擎版本',
  },
  unsaved: '本结论未保存。摘要值可用于核对另一副本是否属于同一问题和结论。',
  scope: '本备忘录仅涉及此处所列规则书。该交易可能还受其他法律约束。',
};
