import type { MemoWords } from './contract.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A memo in English. */
export const ENGLISH: MemoWords = {
  language: 'en',
  title: 'Memo',
  verdicts: {
    prohibited: 'Prohibited',
    restricted: 'Restricted',
    licensed: 'Licensed',
    exempt: 'Exempt',
    not_restricted: 'Not restricted',
    undetermined: 'Undetermined',
  },
  mayProceed: {
    yes: 'This transaction may go ahead.',
    no: 'This transaction may not go ahead.',
    only_if: 'This transaction may go ahead only if the conditions hold.',
    unknown: 'Whether this transaction may go ahead is open.',
  },
  vantage: (asOf, known) =>
    `As of ${asOf}, on ${known === null ? 'all that the rulebook knows' : `what was known on ${known}`}.`,
  valid(from, until) {
    if (from === null && until === null) return 'The same answer holds at every date.';
    if (from === null) return `The same answer holds until ${until}.`;
    return `The same answer holds from ${from}${until === null ? ' on, as far as is known' : ` until just before ${until}`}.`;
  },
  notEnforced: 'Violations of what this answer rests on are not pursued; the verdict itself is unchanged.',
  headings: {
    facts: 'Facts',
    readings: 'Readings supposed',
    presumed: 'Presumed, because not stated',
    reasons: 'Reasons',
    byReading: 'Under each reading',
    missing: 'What is missing',
    change: 'What would change it',
    sources: 'Sources',
    record: 'Record',
  },
  needKinds: { fact: 'fact', reading: 'reading', status: 'status', open: 'open point' },
  yes: 'yes',
  no: 'no',
  unknown: "don't know",
  none: 'none',
  noFacts: 'No fact was given.',
  changeTo: (verdict, changes) => `${verdict} if ${changes}`,
  more: (count) => `and ${count} more`,
  list: (items) => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  pair: (left, right) => `${left}: ${right}`,
  aside: (text, aside) => `${text} (${aside})`,
  date(year, month, day, clock) {
    const date = `${day} ${MONTHS[month - 1]} ${year}`;
    return clock === null ? date : `${clock.time} on ${date} (UTC${clock.offset})`;
  },
  record: {
    id: 'Decision',
    madeAt: 'Made',
    rulebook: 'Rulebook',
    rulebookDigest: 'Digest of the rulebook',
    factsDigest: 'Digest of the facts',
    answerDigest: 'Digest of the answer',
    recordDigest: 'Digest of the record',
    engine: 'Engine',
  },
  unsaved: 'This answer was not saved. The digests show whether another copy is of the same question and answer.',
  scope: 'This memo speaks only of the rulebook named here. Other law may reach the transaction.',
};
