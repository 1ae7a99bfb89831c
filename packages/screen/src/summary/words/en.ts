import { grouped } from '../numbers.ts';
import type { Figures, SummaryWords } from './contract.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const verdicts: SummaryWords['verdicts'] = {
  prohibited: 'prohibited',
  restricted: 'restricted',
  licensed: 'licensed',
  exempt: 'exempt',
  not_restricted: 'not restricted',
  undetermined: 'undetermined',
};

const mayProceed: SummaryWords['mayProceed'] = {
  yes: 'may go ahead',
  no: 'may not go ahead',
  only_if: 'may go ahead only if the conditions hold',
  unknown: 'whether it may go ahead is open',
};

const statuses: SummaryWords['statuses'] = {
  in_force: 'in force',
  not_yet_issued: 'not yet issued',
  not_yet_effective: 'not yet effective',
  not_identified: 'without content until identified',
  suspended: 'suspended',
  enjoined: 'enjoined',
  expired: 'expired',
  revoked: 'revoked',
  rescinded: 'rescinded',
  void: 'void',
  unknown: 'of unknown status',
};

function rows(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function joined(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function withMoney(money: string | null): string {
  return money === null ? '' : `, ${money}`;
}

function inBetween(money: string | null): string {
  return money === null ? '' : `, ${money},`;
}

function undeterminedShare({ share, money }: Figures): string {
  return ` (${share} of the undetermined)${withMoney(money)}`;
}

/** Why a line is no row, by the codes of the sources. */
const MALFORMED: Readonly<Record<string, string>> = {
  too_few_cells: 'too few cells',
  too_many_cells: 'too many cells',
  broken_quotes: 'broken quotes',
  not_text: 'bytes that are no text in this encoding',
  zero_byte: 'a zero byte',
  stray_return: 'a stray carriage return',
  too_long: 'too long',
  not_an_object: 'not a JSON object',
  repeated_name: 'a name twice',
};

/** A summary in English. */
export const words: SummaryWords = {
  language: 'en',
  tag: 'en',
  languageName: 'English',
  title: 'Screening summary',
  headings: {
    verdicts: 'Verdicts',
    questions: 'What to ask, in this order',
    provisions: 'By provision',
    heldBack: 'Permitted only because provisions are not in force',
    comparison: 'What changes',
    transitions: 'From what to what',
    why: 'Why: provisions whose status differs',
    bad: 'Rows without a verdict',
    wanting: 'Facts that no column supplies',
    presumed: 'Presumed, because no column says otherwise',
    readings: 'Readings supposed',
  },
  labels: {
    verdict: 'Verdict',
    provision: 'Provision',
    heldBack: 'Held back by',
    change: 'Change',
    reason: 'Reason',
    rows: 'Rows',
    share: 'Share',
    amount: (unit) => (unit === null ? 'Amount' : `Amount (${unit})`),
    total: 'Total',
    asOf: 'As of',
    knownOn: 'Known on',
    rulebook: 'Rulebook',
    reading: 'Reading',
    before: 'Before',
    after: 'After',
    settledBefore: 'settled by earlier questions',
    settledNow: 'settled by this question',
    stillOpen: 'still open',
  },
  verdicts,
  mayProceed,
  statuses,
  yes: 'yes',
  no: 'no',
  dateOfRow: 'the date of the row',

  date: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
  clock: (date, time, offset) => `${time} on ${date} (UTC${offset === 'Z' ? '' : offset})`,
  list: joined,
  aside: (text, aside) => `${text} (${aside})`,
  pair: (left, right) => (left.endsWith('?') ? `${left} ${right}` : `${left}: ${right}`),
  breakdown: (parts) => parts.map(([what, count]) => `${what} ${grouped(count)}`).join('; '),
  cited: (document, place) => `${document}, ${place}`,
  sentences: (parts) => parts.filter((part) => part !== '').join(' '),
  sentence: (text) => (/[.!?]["”)]?$/.test(text) ? text : `${text}.`),
  rows,
  money: (amount, unit) => (unit === null ? `amount ${amount}` : `${unit} ${amount}`),

  vantage: (asOf, knownOn) => {
    const known = knownOn === null ? words.onAllKnown : `on what was known on ${knownOn}`;
    return `As of ${typeof asOf === 'string' ? asOf : words.eachRowsDate(asOf.column)}, ${known}.`;
  },
  onAllKnown: 'on all that is known',
  eachRowsDate: (column) => `each row's own date (column "${column}")`,
  overview: (all, decided, bad) => {
    if (all === 0) return 'The input has no rows.';
    return bad === 0
      ? `${rows(all)}, all judged.`
      : `${rows(all)}: ${grouped(decided)} judged, ${grouped(bad)} without a verdict.`;
  },
  totalMoney: (money, column) => `At stake in the rows judged: ${money} (column "${column}").`,

  questionsNote: ({ rows: count, share, money }) =>
    `${rows(count)} (${share} of the rows judged)${inBetween(money)} ${count === 1 ? 'is' : 'are'} undetermined. ` +
    'A row is settled as soon as everything it depends on is known, whatever the answers are. Each step is the one that settles most further rows.',
  noQuestions: 'No row is undetermined: there is nothing to ask.',
  ask: (kind, text) => {
    switch (kind) {
      case 'fact':
        return `Ask "${text}"`;
      case 'reading':
        return `Settle the reading "${text}"`;
      case 'status':
        return `Find out whether and when this took effect: "${text}"`;
      case 'open':
        return `Have counsel decide a point that the rulebook leaves open: "${text}"`;
    }
  },
  settles: (figures, first) =>
    `${first ? 'settles' : 'settles a further'} ${rows(figures.rows)}${undeterminedShare(figures)}`,
  settlesNone: (mentioned) =>
    `settles no row by itself, but ${rows(mentioned)} ${mentioned === 1 ? 'depends' : 'depend'} on it together with others`,
  left: (count) =>
    count === 0 ? 'No row then stays undetermined.' : `${rows(count)} then ${count === 1 ? 'stays' : 'stay'} open.`,
  answers: (alternatives) => `Possible answers: ${alternatives}.`,
  argued: (by) => `argued by ${by}`,
  rest: (unknowns, count) =>
    unknowns === 0
      ? `${rows(count)} ${count === 1 ? 'stays' : 'stay'} open, and no question settles ${count === 1 ? 'it' : 'them'}.`
      : `${rows(count)} ${count === 1 ? 'stays' : 'stay'} open after these; ${count === 1 ? 'it depends' : 'they depend'} on ${grouped(unknowns)} further ${unknowns === 1 ? 'unknown' : 'unknowns'}.`,

  provisionsNote:
    'The provisions on which verdicts rest. A row counts once for each provision it rests on, so these can add up to more than all rows.',
  withoutProvision: 'No provision (no rule in force reaches these rows)',
  heldBackNote: 'These rows may go ahead for as long as that lasts.',
  heldBack: (status, withoutIt) => `${statuses[status]}; with everything in force: ${verdicts[withoutIt]}`,
  more: (count) => `and ${grouped(count)} more in the JSON summary`,

  badCell: (facts) =>
    facts.length === 0
      ? 'A cell is not a value of its fact'
      : `${facts.length === 1 ? 'A cell is not a value' : 'Cells are not values'} of: ${joined(facts)}`,
  contradiction: 'The facts contradict each other',
  malformed: (detail) => `Not readable as a row: ${MALFORMED[detail] ?? detail}`,
  wantingNote: 'Some verdicts depend on these facts, so rows stay undetermined for want of a column.',
  presumedNote: 'Some verdicts rest on these presumptions.',

  changed: ({ rows: count, share, money }) =>
    `${rows(count)} (${share} of all)${inBetween(money)} ${count === 1 ? 'gets' : 'get'} another answer.`,
  otherGrounds: (count) => `${rows(count)}: the same verdict on other grounds.`,
  unchanged: (count) => `${rows(count)}: unchanged.`,
  notCompared: (count) => `${rows(count)}: no verdict on one side or both, so not compared.`,
  nothingChanged: 'No row gets another answer.',
  becomes: 'becomes',
  transition: (before, after) => `${before} → ${after}`,
  because: (provisions) =>
    provisions.length === 0
      ? 'No provision that reaches these rows changed status.'
      : `Because of ${joined(provisions)}.`,
  status: (status, since, event) =>
    `${statuses[status]}${since === null ? '' : ` since ${since}`}${event === null ? '' : ` (${event})`}`,
  noSuchProvision: 'not in this rulebook',
  changesNote:
    'Rows that change count for each of these provisions on which they rest or by which they are held back, before or after; if there is none, for each that reaches them.',
  otherwise: (count) =>
    `${rows(count)} ${count === 1 ? 'changes' : 'change'} although no provision that reaches ${count === 1 ? 'it' : 'them'} changed status: ` +
    'a reading, a dated value or the text of the rulebook makes the difference.',

  scope: (id, digest, engine) =>
    `This summary speaks only of rulebook ${id} (${digest}), worked out by Proviso ${engine}. Other law may reach these transactions.`,
};
