/** What a code of `check` stands for; the same shape as the catalogue of the language. */
export interface FindingCodeEntry {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** A few words. */
  readonly title: string;
  /** What the code reports. */
  readonly what: string;
  /** Why it is reported. */
  readonly why: string;
  /** How to mend it. */
  readonly mend: string;
}

/** Every code of `check`: PV6xxx, about what a rulebook means. */
export const FINDING_CODES = [
  {
    code: 'PV6001',
    severity: 'error',
    title: 'rules clash',
    what: 'An exemption or a licence and a prohibition or a restriction stand on one and the same transaction, and no priority between them is stated.',
    why: 'One permits what the other forbids; which one the law puts first is for the author to say, not for the machine to guess.',
    mend: 'Let one lift the other (`lifts`), or say that the permission does not touch the prohibition (`leaves`); where they were never meant to meet, narrow a condition.',
  },
  {
    code: 'PV6002',
    severity: 'warning',
    title: 'rule that never applies',
    what: 'No transaction satisfies the condition of a rule.',
    why: 'The rule says nothing; most often two parts of its condition exclude each other, or an assumption rules them out.',
    mend: 'Correct the condition, or delete the rule.',
  },
  {
    code: 'PV6003',
    severity: 'warning',
    title: 'condition that always holds',
    what: 'A rule has a condition that every transaction satisfies.',
    why: 'A condition is written to tell transactions apart; one that holds of all of them is most often a slip (`or` for `and`, a missing `not`).',
    mend: 'Correct the condition, or leave out `when` if the rule is meant to apply always.',
  },
  {
    code: 'PV6004',
    severity: 'warning',
    title: 'lifts what it never meets',
    what: 'A rule lifts another with which it never applies to the same transaction.',
    why: 'The exception has no effect there; most often its condition, or the name of what it lifts, is a slip.',
    mend: 'Correct the condition or the target, or leave the target out.',
  },
  {
    code: 'PV6005',
    severity: 'warning',
    title: 'reading that decides nothing',
    what: 'Whichever alternative of a reading is taken, every transaction has the same answer, at every date, also if every provision were in force.',
    why: 'The question is put to the reader without need; most often the reading was meant to be used in a condition or under an event.',
    mend: 'Use the reading where the clause is applied, or delete it.',
  },
  {
    code: 'PV6006',
    severity: 'warning',
    title: 'rule that never comes into force',
    what: 'A rule is never in force at any date the rulebook knows of, and no event announces that it will be.',
    why: 'A rule that was never issued decides nothing; most often an event is missing, or a licence ends before it begins.',
    mend: 'Add the event that issues the provision or makes it effective, or correct the dates.',
  },
  {
    code: 'PV6007',
    severity: 'warning',
    title: 'question that never matters',
    what: 'A fact of the rulebook has a question, but no answer to it changes the answer for any transaction, at any date, also if every provision were in force.',
    why: 'A person would be asked in vain, or a condition does not use the fact as it was meant to.',
    mend: 'Correct the conditions that mention the fact, or mark it `decides nothing`.',
  },
  {
    code: 'PV6008',
    severity: 'error',
    title: 'assumptions that contradict each other',
    what: 'No transaction satisfies all assumptions together.',
    why: 'Every question would be refused as contradictory.',
    mend: 'Correct or delete one of the assumptions that the message names.',
  },
  {
    code: 'PV6009',
    severity: 'warning',
    title: 'diagram too large',
    what: 'The decision diagram of the whole rulebook outgrows the bound.',
    why: 'Answers stay exact, but each is worked out by itself, which is slower; checks that need the whole diagram are left out.',
    mend: 'Look for a list, or a fact compared with very many constants, that could be split; or raise the bound.',
  },
] as const satisfies readonly FindingCodeEntry[];

/** A code of the catalogue. */
export type FindingCode = (typeof FINDING_CODES)[number]['code'];

const BY_CODE: ReadonlyMap<string, FindingCodeEntry> = new Map(FINDING_CODES.map((entry) => [entry.code, entry]));

/** The catalogue's entry for a code. */
export function findingEntry(code: FindingCode): FindingCodeEntry {
  const entry = BY_CODE.get(code);
  if (entry === undefined) throw new RangeError(`there is no code ${code}`);
  return entry;
}
