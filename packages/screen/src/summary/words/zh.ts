import { grouped } from '../numbers.ts';
import type { Figures, SummaryWords } from './contract.ts';

const verdicts: SummaryWords['verdicts'] = {
  prohibited: '禁止',
  restricted: '受限制',
  licensed: '已获许可',
  exempt: '豁免',
  not_restricted: '不受限制',
  undetermined: '尚不能确定',
};

const mayProceed: SummaryWords['mayProceed'] = {
  yes: '可以进行',
  no: '不得进行',
  only_if: '仅在满足条件时可以进行',
  unknown: '能否进行尚无定论',
};

const statuses: SummaryWords['statuses'] = {
  in_force: '有效',
  not_yet_issued: '尚未发布',
  not_yet_effective: '尚未生效',
  not_identified: '尚未经认定，无实际内容',
  suspended: '暂停执行',
  enjoined: '被禁制令禁止执行',
  expired: '已失效',
  revoked: '已撤销',
  rescinded: '已废止',
  void: '自始无效',
  unknown: '效力状态不明',
};

function rows(count: number): string {
  return `${grouped(count)} 行`;
}

function joined(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join('、')}和${items.at(-1)}`;
}

function withMoney(money: string | null): string {
  return money === null ? '' : `，${money}`;
}

function undeterminedShare({ share, money }: Figures): string {
  return `（占尚不能确定者的 ${share}）${withMoney(money)}`;
}

/** Why a line is no row, by the codes of the sources. */
const MALFORMED: Readonly<Record<string, string>> = {
  too_few_cells: '单元格过少',
  too_many_cells: '单元格过多',
  broken_quotes: '引号不成对',
  not_text: '字节不是该编码的文本',
  zero_byte: '含有零字节',
  stray_return: '含有多余的回车符',
  too_long: '过长',
  not_an_object: '不是 JSON 对象',
  repeated_name: '有重复的名称',
};

/** A summary in Chinese. */
export const words: SummaryWords = {
  language: 'zh',
  tag: 'zh-Hans',
  languageName: '中文',
  title: '筛查摘要',
  headings: {
    verdicts: '结论',
    questions: '建议依次查明的问题',
    provisions: '按规定统计',
    heldBack: '仅因有关规定未处于有效状态而可以进行',
    comparison: '有何变化',
    transitions: '结论的变化',
    why: '变化原因：效力状态不同的规定',
    bad: '没有结论的行',
    wanting: '没有对应列的事实',
    presumed: '因没有对应列而推定',
    readings: '所采用的解释',
  },
  labels: {
    verdict: '结论',
    provision: '规定',
    heldBack: '因何未执行',
    change: '变化',
    reason: '原因',
    rows: '行数',
    share: '占比',
    amount: (unit) => (unit === null ? '金额' : `金额（${unit}）`),
    total: '合计',
    asOf: '基准时间',
    knownOn: '已知情况截至',
    rulebook: '规则书',
    reading: '解释',
    before: '变化前',
    after: '变化后',
    settledBefore: '此前各题已可确定',
    settledNow: '本题可确定',
    stillOpen: '仍不能确定',
  },
  verdicts,
  mayProceed,
  statuses,
  yes: '是',
  no: '否',
  dateOfRow: '该行的日期',

  date: (year, month, day) => `${year}年${month}月${day}日`,
  clock: (date, time, offset) => `${date}${time}（UTC${offset === 'Z' ? '' : offset}）`,
  list: joined,
  aside: (text, aside) => `${text}（${aside}）`,
  pair: (left, right) => (/[？?]$/.test(left) ? `${left}${right}` : `${left}：${right}`),
  breakdown: (parts) => parts.map(([what, count]) => `${what} ${rows(count)}`).join('；'),
  cited: (document, place) => `${document}，${place}`,
  sentences: (parts) => parts.filter((part) => part !== '').join(''),
  sentence: (text) => (/[。！？.!?][”"）)]?$/.test(text) ? text : `${text}。`),
  rows,
  money: (amount, unit) => (unit === null ? `金额 ${amount}` : `金额 ${unit} ${amount}`),

  vantage: (asOf, knownOn) => {
    const known = knownOn === null ? words.onAllKnown : `依据截至${knownOn}的已知情况`;
    return `以${typeof asOf === 'string' ? asOf : words.eachRowsDate(asOf.column)}为准，${known}。`;
  },
  onAllKnown: '依据全部已知情况',
  eachRowsDate: (column) => `每行各自的日期（“${column}”列）`,
  overview: (all, decided, bad) => {
    if (all === 0) return '输入中没有任何行。';
    return bad === 0
      ? `共 ${rows(all)}，均已得出判断。`
      : `共 ${rows(all)}：已判断 ${rows(decided)}，没有结论 ${rows(bad)}。`;
  },
  totalMoney: (money, column) => `已判断各行所涉${money}（“${column}”列）。`,

  questionsNote: ({ rows: count, share, money }) =>
    `${rows(count)}（占已判断行的 ${share}）${withMoney(money)}，尚不能确定。` +
    '一行所取决的各项一经全部查明，无论答案如何，其结论即可确定。每一步均选取能再确定最多行的问题。',
  noQuestions: '没有尚不能确定的行，无须查明任何问题。',
  ask: (kind, text) => {
    switch (kind) {
      case 'fact':
        return `询问“${text}”`;
      case 'reading':
        return `就解释问题“${text}”作出选择`;
      case 'status':
        return `查明“${text}”是否以及何时发生效力`;
      case 'open':
        return `请律师判断规则书未决的问题“${text}”`;
    }
  },
  settles: (figures, first) => `${first ? '可确定' : '可再确定'} ${rows(figures.rows)}${undeterminedShare(figures)}`,
  settlesNone: (mentioned) => `单凭此题不能确定任何一行，但有 ${rows(mentioned)}取决于此题及其他问题`,
  left: (count) => (count === 0 ? '此后不再有尚不能确定的行。' : `此后仍有 ${rows(count)}尚不能确定。`),
  answers: (alternatives) => `可选的答案：${alternatives}。`,
  argued: (by) => `主张者：${by}`,
  rest: (unknowns, count) =>
    unknowns === 0
      ? `仍有 ${rows(count)}尚不能确定，且无法通过提问确定。`
      : `查明以上各题后仍有 ${rows(count)}尚不能确定，取决于另外 ${grouped(unknowns)} 个未知项。`,

  provisionsNote: '结论所依据的规定。一行依据几项规定，就在每项规定下各计一次，因此各项相加可能超过总行数。',
  withoutProvision: '不依据任何规定（没有有效规则适用于这些行）',
  heldBackNote: '这些行仅在该状态持续期间可以进行。',
  heldBack: (status, withoutIt) => `${statuses[status]}；若全部规定均有效：${verdicts[withoutIt]}`,
  more: (count) => `JSON 汇总中另有 ${grouped(count)} 项`,

  badCell: (facts) =>
    facts.length === 0 ? '单元格的内容不是该事实的有效值' : `单元格的内容不是以下事实的有效值：${joined(facts)}`,
  contradiction: '各项事实互相矛盾',
  malformed: (detail) => `无法作为一行读取：${MALFORMED[detail] ?? detail}`,
  wantingNote: '部分结论取决于这些事实；因没有对应列，有的行尚不能确定。',
  presumedNote: '部分结论以这些推定为依据。',

  changed: ({ rows: count, share, money }) => `${rows(count)}（占全部的 ${share}）${withMoney(money)}，结论发生变化。`,
  otherGrounds: (count) => `${rows(count)}：结论相同，但依据不同。`,
  unchanged: (count) => `${rows(count)}：没有变化。`,
  notCompared: (count) => `${rows(count)}：至少一方没有结论，未作比较。`,
  nothingChanged: '没有任何行的结论发生变化。',
  becomes: '变为',
  transition: (before, after) => `${before} → ${after}`,
  because: (provisions) =>
    provisions.length === 0 ? '适用于这些行的规定效力状态均未改变。' : `原因：${joined(provisions)}。`,
  status: (status, since, event) =>
    `${since === null ? '' : `自${since}起`}${statuses[status]}${event === null ? '' : `（${event}）`}`,
  noSuchProvision: '该规则书中没有此项规定',
  changesNote:
    '结论变化的行，凡在变化前后依据某项规定或因其未执行而可以进行的，均在该规定下各计一次；没有这样的规定时，在适用于该行的各项规定下计数。',
  otherwise: (count) =>
    `${rows(count)}的结论有变化，但适用于其的规定效力状态均未改变：差别来自解释、随日期变化的数值或规则书文本。`,

  scope: (id, digest, engine) =>
    `本摘要仅涉及规则书 ${id}（${digest}），由 Proviso ${engine} 得出。这些交易可能还受其他法律约束。`,
};
