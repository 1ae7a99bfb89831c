import type { Status } from '@proviso/model';
import type { Messages, RuleWords } from './messages.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const STATUS: Readonly<Record<Status, string>> = {
  in_force: 'in force',
  not_yet_issued: 'not issued yet',
  not_yet_effective: 'not effective yet',
  not_identified: 'without the identification it needs',
  suspended: 'suspended',
  enjoined: 'enjoined',
  expired: 'expired',
  revoked: 'revoked',
  rescinded: 'rescinded',
  void: 'void',
  unknown: 'of unknown status',
};

const VERDICTS = {
  prohibited: 'prohibited',
  restricted: 'restricted',
  licensed: 'licensed',
  exempt: 'exempt',
  not_restricted: 'not restricted',
  undetermined: 'undetermined',
} as const;

/** English. */
export const ENGLISH: Messages = {
  space: ' ',
  date: ({ year, month, day, at }) => {
    const date = `${day} ${MONTHS[month - 1]} ${year}`;
    if (at === 'start') return date;
    return at === 'end' ? `the end of ${date}` : `${date}, ${at.clock} (UTC${at.offset})`;
  },
  between: (earliest, latest) => `a moment between ${earliest} and ${latest}`,
  quoted: (text) => `"${text}"`,
  list: joinAnd,
  more: (count) => `${count} more`,
  pinpointed: (name, pinpoint) => `${name} (${pinpoint})`,
  labelled: (provision, label) => `${provision}, "${label}",`,
  labelledInstrument: (name, title) => `${name}, ${title}`,
  ofParty: (party, what) => `${party}, ${what}`,

  verdict: (value, mayProceed, possible) => {
    switch (value) {
      case 'prohibited':
        return 'Prohibited: this may not go ahead.';
      case 'restricted':
        return 'Restricted: this may go ahead only if the conditions below hold.';
      case 'licensed':
        return 'Licensed: this may go ahead under a licence.';
      case 'exempt':
        return 'Exempt: this may go ahead, because an exception covers it.';
      case 'not_restricted':
        return 'Not restricted: this may go ahead, because no rule in force reaches it.';
      case 'undetermined':
        return mayProceed === 'only_if'
          ? `Undetermined, yet it may go ahead if the conditions below hold. Still possible: ${possible}.`
          : `Undetermined: it depends on what is not known. Still possible: ${possible}.`;
    }
  },
  verdictNames: VERDICTS,
  notEnforced: 'Violations are not pursued at that time.',
  vantage: (asOf, knownOn) =>
    knownOn === null
      ? `The transaction is judged as of ${asOf}, with everything the rulebook knows.`
      : `The transaction is judged as of ${asOf}, on what was known by ${knownOn}.`,
  byReading: (suppositions, verdict) => `If ${suppositions}, the answer is: ${verdict}.`,
  answered: (question, answer) => `"${question}" is answered "${answer}"`,
  heldBack: (verdict, provision, status) =>
    verdict === 'undetermined'
      ? `Were everything in force, the answer would be undetermined. It is held back because ${provision} is ${STATUS[status]}.`
      : `Were everything in force, this would be ${VERDICTS[verdict]}. It is held back because ${provision} is ${STATUS[status]}.`,

  rule: (words, state, applies, by, status) => {
    const { names, many } = words;
    switch (state) {
      case 'stands':
        return standing(words);
      case 'lifted': {
        const lifted = by === '' ? 'an exception lifts it' : `it is lifted by ${by}`;
        return applies === 'true'
          ? `${names} would ${action(words)}, but ${lifted}.`
          : `Should ${names} reach this, ${lifted}.`;
      }
      case 'open':
        return applies === 'true'
          ? `${names} may ${action(words)}: the elements are met, but something else is not known.`
          : `${names} may ${action(words)}; that depends on what is not known.`;
      case 'not_in_force':
        return applies === 'true'
          ? `${names} would ${action(words)}, but ${hindrance(many, status)}.`
          : `${names} might reach this, but ${hindrance(many, status)}.`;
      case 'does_not_apply':
        return `${names} ${many ? 'do' : 'does'} not reach this.`;
    }
  },
  exception: (words, state, by, status) => {
    const { names, many } = words;
    switch (state) {
      case 'stands':
        return `${names} ${words.kind === 'licence' ? (many ? 'license' : 'licenses') : many ? 'carve' : 'carves'} this${words.kind === 'licence' ? '' : ' out'}.`;
      case 'lifted':
        return `${names} would ${action(words)}, but that is taken back by ${by === '' ? 'another rule' : by}.`;
      case 'open':
        return `${names} may ${action(words)}; that is not known.`;
      case 'not_in_force':
        return `${names} might ${action(words)}, but ${hindrance(many, status)}.`;
      case 'does_not_apply':
        return many ? `These exceptions do not apply: ${names}.` : `The exception ${names} does not apply.`;
    }
  },
  repeated: 'See above.',
  must: (text) => `To do: ${text}.`,
  due: (rhythm, date) =>
    rhythm === 'by'
      ? `Due by ${date}.`
      : rhythm === 'yearly'
        ? `Due each year, next by ${date}.`
        : `To be kept up until ${date}.`,
  dueUnknown: 'By when depends on a date that is not known.',
  elements: (value) =>
    value === 'true'
      ? 'Every element is met:'
      : value === 'false'
        ? 'Not every element is met:'
        : 'Not every element is known:',
  requirement: (label, value) =>
    value === 'true'
      ? `Condition met: ${label}.`
      : value === 'false'
        ? `Condition not met: ${label}.`
        : `Condition not known to be met: ${label}.`,
  validity: (value, date) =>
    value === 'not_begun' ? `The licence is valid only from ${date}.` : `The licence was valid until ${date}.`,

  status: (names, many, status, since) => {
    if (status === 'unknown') return `Whether ${names} ${many ? 'are' : 'is'} in force is not known.`;
    return since === null
      ? `${names} ${many ? 'are' : 'is'} ${STATUS[status]}.`
      : `${names} ${many ? 'have' : 'has'} been ${STATUS[status]} since ${since}.`;
  },
  through: (support) => `That follows from ${support}, on which it rests.`,
  identification: (provision, under) =>
    `${provision} bites only through an identification under ${under}, and none has taken effect.`,
  cause: (label, by) => (by === null ? `Event: ${label}.` : `Event: ${label} (${by}).`),
  takesEffect: (date, label, by) =>
    by === null ? `The effective date is ${date}: ${label}.` : `The effective date is ${date}: ${label} (${by}).`,
  issuedOn: (date, label, by) =>
    by === null ? `The date of issue is ${date}: ${label}.` : `The date of issue is ${date}: ${label} (${by}).`,
  outcome: (suppositions, status, since) =>
    since === null ? `If ${suppositions}: ${STATUS[status]}.` : `If ${suppositions}: ${STATUS[status]} since ${since}.`,
  happened: (event, happened) => (happened ? `"${event}" has happened` : `"${event}" has not happened`),
  event: (value, date, label) =>
    value === 'noted'
      ? `For the record, ${date}: ${label}.`
      : value === 'announced'
        ? `Later, ${date}: ${label}.`
        : `Violations are not pursued, by the event of ${date}: ${label}.`,
  eventKinds: {
    issued: 'issue',
    effective: 'entry into effect',
    identified: 'identification',
    enjoined: 'injunction',
    suspended: 'suspension',
    revived: 'revival',
    revoked: 'revocation',
    rescinded: 'rescission',
    expired: 'expiry',
    voided: 'annulment',
    not_enforced: 'direction not to enforce',
    unsettled: 'unsettled effect',
    noted: 'note',
  },

  connectives: {
    all: 'All of these:',
    any: 'At least one of these:',
    not: 'That this does not hold:',
    implies: 'If the first holds, so does the second:',
  },
  joint: 'The parts settle this together, whatever the unknowns turn out to be.',
  asserted: (label) => `${label} (stated by the user)`,
  fact: (label, test, basis) => `${label}: ${test} (${basis})`,
  seeAbove: (label) => `${label} (see above)`,
  factNeeded: (label, test, basis) => `${label} (needed: ${test}; ${basis})`,
  factAlone: (label, basis) => `${label} (${basis})`,
  basis: {
    given: 'given',
    givenAs: (value) => `given: ${value}`,
    dontKnow: 'the answer was "don\'t know"',
    absent: 'not given',
    presumed: 'presumed',
    presumedAs: (value) => `presumed: ${value}`,
  },
  reading: (question, alternative, negated, value, settled) => {
    const wanted = negated ? `not to be answered "${alternative}"` : `to be answered "${alternative}"`;
    if (value === 'unknown') return `"${question}" needs ${wanted}; that is not settled.`;
    if (settled === null) return `"${question}" needs ${wanted}.`;
    return value === 'true' && !negated
      ? `"${question}" is supposed to be answered "${settled}".`
      : `"${question}" needs ${wanted}; it is supposed to be answered "${settled}".`;
  },
  onlyUnder: (question, alternative) =>
    `This event counts only if "${question}" is answered "${alternative}", which is not settled.`,
  open: (text) => `A point that the rulebook leaves open: ${text}`,
  phrase: (text) => text,

  residual: (text) => (text === '' ? 'What no rule reaches stays permitted.' : text),
  presumption: (fact, value) => `Presumed, as nothing else was said: ${fact}: ${value}.`,
  assumption: (text) => `Taken to be so in every transaction: ${text}.`,
  need: (kind, text) => {
    switch (kind) {
      case 'fact':
        return `Needed: ${text}`;
      case 'reading':
        return `Unsettled: ${text}`;
      case 'status':
        return `Nobody knows yet whether and when this took effect: ${text}.`;
      case 'open':
        return `Left open by the rulebook: ${text}`;
    }
  },
  cited: 'Cited:',
  citation: (title, where, provisions) => {
    const instrument = where === undefined ? title : `${title}, ${where}`;
    return provisions.length === 0 ? `${instrument}.` : `${instrument}: ${provisions.join('; ')}.`;
  },

  yes: 'yes',
  no: 'no',
  unit: (value, unit) => (unit === 'percent' ? `${value}%` : `${value} ${unit}`),
  compare: (comparison, value, ordered) => {
    const time = ordered === 'time';
    switch (comparison) {
      case '=':
        return value;
      case '!=':
        return `not ${value}`;
      case '<':
        return time ? `before ${value}` : `less than ${value}`;
      case '<=':
        return time ? `on or before ${value}` : `at most ${value}`;
      case '>':
        return time ? `after ${value}` : `more than ${value}`;
      case '>=':
        return time ? `on or after ${value}` : `at least ${value}`;
    }
  },
  fromParameter: (test, parameter) => `${test} [${parameter}]`,
  noValue: (parameter) => `measured by "${parameter}", which has no value on this date`,
  memberOf: (values, negated) => (negated ? `none of ${values}` : `one of ${values}`),
  inList: (list, values, negated) => (negated ? `not in "${list}" (${values})` : `in "${list}" (${values})`),
  quantified: (kind, where) =>
    ({
      some: `at least one for which ${where}`,
      none: `none for which ${where}`,
      every: `only such for which ${where}`,
      not_every: `not only such for which ${where}`,
    })[kind],
  counted: (where, test) => (where === undefined ? `${test} in number` : `${test} in number for which ${where}`),
  isSo: (text, value) => (value ? text : `not: ${text}`),
  element: (test) => `it is ${test}`,
  both: (parts) => parts.join(' and '),
  either: (parts) => `(${parts.join(' or ')})`,
  negation: (part) => `not (${part})`,
  implication: (left, right) => `if ${left}, then ${right}`,
  sameness: (left, right) => `${left} exactly when ${right}`,
  always: 'always',
  never: 'never',
};

/** What keeps a rule from being in force; a licence may have run out although its provision is in force. */
function hindrance(many: boolean, status: Status): string {
  const are = many ? 'are' : 'is';
  return status === 'in_force' ? `${are} not valid at that time` : `${are} ${STATUS[status]}`;
}

function joinAnd(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function action({ kind, otherwise }: RuleWords): string {
  switch (kind) {
    case 'prohibition':
      return 'prohibit this';
    case 'restriction':
      return otherwise === 'prohibited' ? 'prohibit this unless its conditions hold' : 'restrict this';
    case 'exemption':
      return 'carve this out';
    case 'licence':
      return 'license this';
    case 'duty':
      return 'impose a duty';
  }
}

function standing({ kind, names, many, otherwise }: RuleWords): string {
  const s = many ? '' : 's';
  switch (kind) {
    case 'prohibition':
      return `${names} prohibit${s} this.`;
    case 'restriction':
      return otherwise === 'prohibited'
        ? `${names} prohibit${s} this unless the conditions hold.`
        : `${names} allow${s} this only under conditions.`;
    case 'exemption':
      return `${names} carve${s} this out.`;
    case 'licence':
      return `${names} license${s} this.`;
    case 'duty':
      return `${names} impose${s} a duty.`;
  }
}
