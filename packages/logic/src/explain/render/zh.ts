import type { Status } from '@proviso/model';
import type { Messages, RuleWords } from './messages.ts';

const STATUS: Readonly<Record<Status, string>> = {
  in_force: '有效',
  not_yet_issued: '尚未发布',
  not_yet_effective: '尚未生效',
  not_identified: '尚无所需的认定',
  suspended: '已暂停实施',
  enjoined: '被法院禁止执行',
  expired: '已期满失效',
  revoked: '已被撤销',
  rescinded: '已被废止',
  void: '自始无效',
  unknown: '效力状态不明',
};

const VERDICTS = {
  prohibited: '禁止',
  restricted: '附条件允许',
  licensed: '依许可允许',
  exempt: '豁免',
  not_restricted: '不受限制',
  undetermined: '无法确定',
} as const;

/** Chinese. */
export const CHINESE: Messages = {
  space: '',
  date: ({ year, month, day, at }) => {
    const date = `${year}年${month}月${day}日`;
    if (at === 'start') return date;
    return at === 'end' ? `${date}结束时` : `${date}${at.clock}（UTC${at.offset}）`;
  },
  between: (earliest, latest) => `${earliest}至${latest}之间的某一时刻`,
  quoted: (text) => `“${text}”`,
  list: (items) => items.join('、'),
  more: (count) => `另有${count}项`,
  pinpointed: (name, pinpoint) => `${name}（${pinpoint}）`,
  labelled: (provision, label) => `${provision}“${label}”`,
  labelledInstrument: (name, title) => `${name}，${title}`,
  ofParty: (party, what) => `${party}的${what}`,

  verdict: (value, mayProceed, possible) => {
    switch (value) {
      case 'prohibited':
        return '禁止：该交易不得进行。';
      case 'restricted':
        return '附条件允许：仅在满足下列条件时方可进行。';
      case 'licensed':
        return '依许可允许：该交易可依许可进行。';
      case 'exempt':
        return '豁免：该交易属于例外，可以进行。';
      case 'not_restricted':
        return '不受限制：没有任何有效规则适用于该交易，可以进行。';
      case 'undetermined':
        return mayProceed === 'only_if'
          ? `无法确定，但满足下列条件即可进行。仍有可能的结论：${possible}。`
          : `无法确定：结论取决于尚不知晓的事项。仍有可能的结论：${possible}。`;
    }
  },
  verdictNames: VERDICTS,
  notEnforced: '该时期内不追究违反行为。',
  vantage: (asOf, knownOn) =>
    knownOn === null
      ? `以${asOf}为交易之时，依本手册所知的全部信息判断。`
      : `以${asOf}为交易之时，仅依截至${knownOn}已公开的信息判断。`,
  byReading: (suppositions, verdict) => `如${suppositions}，则结论为：${verdict}。`,
  answered: (question, answer) => `对“${question}”的回答为“${answer}”`,
  heldBack: (verdict, provision, status) =>
    `假使本手册的全部规定均有效，结论将是：${VERDICTS[verdict]}。现不适用的原因：${provision}${STATUS[status]}。`,

  rule: (words, state, applies, by, status) => {
    const { names } = words;
    switch (state) {
      case 'stands':
        return `${names}${standing(words)}`;
      case 'lifted': {
        const ground = by === '' ? '例外' : by;
        return applies === 'true'
          ? `${names}本应${action(words)}，但因${ground}而不适用。`
          : `即便${names}可能适用，也因${ground}而不适用。`;
      }
      case 'open':
        return applies === 'true'
          ? `${names}可能${action(words)}：各项要件均已满足，但其他事项尚不知晓。`
          : `${names}可能${action(words)}，取决于尚不知晓的事项。`;
      case 'not_in_force':
        return applies === 'true'
          ? `${names}本应${action(words)}，但${hindrance(status)}。`
          : `${names}即便可能适用，也${hindrance(status)}。`;
      case 'does_not_apply':
        return words.many ? `${names}均不适用于该交易。` : `${names}不适用于该交易。`;
    }
  },
  exception: (words, state, by, status) => {
    const { names } = words;
    switch (state) {
      case 'stands':
        return `${names}${standing(words)}`;
      case 'lifted':
        return by === ''
          ? `${names}本应${action(words)}，但被其他规则排除。`
          : `${names}本应${action(words)}，但被${by}排除。`;
      case 'open':
        return `${names}可能${action(words)}，但尚不知晓。`;
      case 'not_in_force':
        return `${names}或可${action(words)}，但${hindrance(status)}。`;
      case 'does_not_apply':
        return words.many ? `下列例外均不适用：${names}。` : `例外${names}不适用。`;
    }
  },
  repeated: '详见上文。',
  must: (text) => `须履行：${text}。`,
  due: (rhythm, date) =>
    rhythm === 'by'
      ? `期限：${date}。`
      : rhythm === 'yearly'
        ? `每年履行，下次期限：${date}。`
        : `须持续履行至：${date}。`,
  dueUnknown: '期限取决于尚不知晓的日期。',
  elements: (value) =>
    value === 'true' ? '各项要件均已满足：' : value === 'false' ? '并非各项要件均满足：' : '并非各项要件均已知晓：',
  requirement: (label, value) =>
    value === 'true'
      ? `条件已满足：${label}。`
      : value === 'false'
        ? `条件未满足：${label}。`
        : `条件是否满足尚不知晓：${label}。`,
  validity: (value, date) =>
    value === 'not_begun' ? `该许可自${date}起方为有效。` : `该许可的有效期已于${date}届满。`,

  status: (names, many, status, since) => {
    const all = many ? '均' : '';
    if (status === 'unknown') return `${names}是否有效尚不知晓。`;
    return since === null ? `${names}${all}${STATUS[status]}。` : `${names}自${since}起${all}${STATUS[status]}。`;
  },
  through: (support) => `原因在于其所依据的${support}。`,
  identification: (provision, under) => `${provision}须经依${under}作出的认定方能适用，而此种认定尚不存在。`,
  cause: (label, by) => (by === null ? `事件：${label}。` : `事件：${label}（${by}）。`),
  takesEffect: (date, label, by) =>
    by === null ? `生效时间为${date}：${label}。` : `生效时间为${date}：${label}（${by}）。`,
  issuedOn: (date, label, by) =>
    by === null ? `发布时间为${date}：${label}。` : `发布时间为${date}：${label}（${by}）。`,
  outcome: (suppositions, status, since) =>
    since === null ? `如${suppositions}：${STATUS[status]}。` : `如${suppositions}：自${since}起${STATUS[status]}。`,
  happened: (event, happened) => (happened ? `“${event}”已经发生` : `“${event}”尚未发生`),
  event: (value, date, label) =>
    value === 'noted'
      ? `备查：${date}，${label}。`
      : value === 'announced'
        ? `其后：${date}，${label}。`
        : `不追究违反行为，依据${date}的事件：${label}。`,
  eventKinds: {
    issued: '发布',
    effective: '生效',
    identified: '认定',
    enjoined: '禁制令',
    suspended: '暂停实施',
    revived: '恢复效力',
    revoked: '撤销',
    rescinded: '废止',
    expired: '期满失效',
    voided: '宣告无效',
    not_enforced: '不予执行的指示',
    unsettled: '效力未定',
    noted: '记录',
  },

  connectives: {
    all: '以下各项均成立：',
    any: '以下至少一项成立：',
    not: '以下一项不成立：',
    implies: '若第一项成立，则第二项也成立：',
  },
  joint: '无论未知事项如何，各项合并即可得出此结论。',
  asserted: (label) => `${label}（由使用者直接陈述）`,
  fact: (label, test, basis) => `${label}：${test}（${basis}）`,
  seeAbove: (label) => `${label}（详见上文）`,
  factNeeded: (label, test, basis) => `${label}（要求：${test}；${basis}）`,
  factAlone: (label, basis) => `${label}（${basis}）`,
  basis: {
    given: '已提供',
    givenAs: (value) => `所提供：${value}`,
    dontKnow: '回答为“不知道”',
    absent: '未提供',
    presumed: '推定',
    presumedAs: (value) => `推定：${value}`,
  },
  reading: (question, alternative, negated, value, settled) => {
    const wanted = negated
      ? `对“${question}”的回答不得为“${alternative}”`
      : `对“${question}”的回答须为“${alternative}”`;
    if (value === 'unknown') return `${wanted}，而此问题尚无定论。`;
    if (settled === null) return `${wanted}。`;
    return value === 'true' && !negated
      ? `对“${question}”，采取的解释为“${settled}”。`
      : `${wanted}，所采取的解释为“${settled}”。`;
  },
  onlyUnder: (question, alternative) => `该事件仅在对“${question}”的回答为“${alternative}”时成立，而此问题尚无定论。`,
  open: (text) => `本手册未作判断的事项：${text}`,
  phrase: (text) => text,

  residual: (text) => (text === '' ? '没有任何规则涉及的，仍属允许。' : text),
  presumption: (fact, value) => `因未另行说明而推定：${fact}：${value}。`,
  assumption: (text) => `任何交易均以此为前提：${text}。`,
  need: (kind, text) => {
    switch (kind) {
      case 'fact':
        return `需要知道：${text}`;
      case 'reading':
        return `尚无定论：${text}`;
      case 'status':
        return `该事件是否以及何时发生效力，尚无人知晓：${text}。`;
      case 'open':
        return `本手册未作判断：${text}`;
    }
  },
  cited: '引用：',
  citation: (title, where, provisions) => {
    const instrument = where === undefined ? title : `${title}，${where}`;
    return provisions.length === 0 ? `${instrument}。` : `${instrument}：${provisions.join('；')}。`;
  },

  yes: '是',
  no: '否',
  unit: (value, unit) => (unit === 'percent' ? `${value}%` : `${value} ${unit}`),
  compare: (comparison, value, ordered) => {
    const time = ordered === 'time';
    switch (comparison) {
      case '=':
        return value;
      case '!=':
        return `不是${value}`;
      case '<':
        return time ? `早于${value}` : `小于${value}`;
      case '<=':
        return time ? `不晚于${value}` : `不超过${value}`;
      case '>':
        return time ? `晚于${value}` : `大于${value}`;
      case '>=':
        return time ? `不早于${value}` : `不少于${value}`;
    }
  },
  fromParameter: (test, parameter) => `${test}【${parameter}】`,
  noValue: (parameter) => `以“${parameter}”为准，而其在该日期尚无数值`,
  memberOf: (values, negated) => (negated ? `不属于：${values}` : `属于：${values}`),
  inList: (list, values, negated) => (negated ? `不在“${list}”（${values}）之列` : `在“${list}”（${values}）之列`),
  quantified: (kind, where) =>
    ({
      some: `至少有一项满足“${where}”`,
      none: `没有一项满足“${where}”`,
      every: `每一项均满足“${where}”`,
      not_every: `并非每一项均满足“${where}”`,
    })[kind],
  counted: (where, test) => (where === undefined ? `数量为：${test}` : `满足“${where}”的数量为：${test}`),
  isSo: (text, value) => (value ? text : `并非：${text}`),
  element: (test) => `其为：${test}`,
  both: (parts) => parts.join('且'),
  either: (parts) => `（${parts.join('或')}）`,
  negation: (part) => `并非（${part}）`,
  implication: (left, right) => `如果${left}，则${right}`,
  sameness: (left, right) => `当且仅当${right}时${left}`,
  always: '总是成立',
  never: '从不成立',
};

/** What keeps a rule from being in force; a licence may have run out although its provision is in force. */
function hindrance(status: Status): string {
  return status === 'in_force' ? '不在有效期内' : STATUS[status];
}

function action({ kind, otherwise }: RuleWords): string {
  switch (kind) {
    case 'prohibition':
      return '禁止该交易';
    case 'restriction':
      return otherwise === 'prohibited' ? '在条件未满足时禁止该交易' : '对该交易附加条件';
    case 'exemption':
      return '豁免该交易';
    case 'licence':
      return '许可该交易';
    case 'duty':
      return '施加义务';
  }
}

function standing({ kind, otherwise }: RuleWords): string {
  switch (kind) {
    case 'prohibition':
      return '禁止该交易。';
    case 'restriction':
      return otherwise === 'prohibited' ? '除非满足条件，禁止该交易。' : '仅在满足条件时允许该交易。';
    case 'exemption':
      return '豁免该交易。';
    case 'licence':
      return '许可该交易。';
    case 'duty':
      return '施加一项义务。';
  }
}
