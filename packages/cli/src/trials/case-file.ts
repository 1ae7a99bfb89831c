import { nearest, STATUSES, VERDICTS } from '@proviso/model';
import type { Context } from '../context.ts';
import { JsonError, readJson } from '../input/json-text.ts';
import { CASES_LIMIT, readText } from '../input/read-file.ts';
import { type CaseProblems, reportsIn } from '../messages/reports.ts';
import type { NamedTrial } from './trial.ts';

/** A case with the rulebook it names. */
export interface CaseTrial extends NamedTrial {
  readonly rulebook: string;
}

/** A line that is no case: where, and what is wrong. */
export interface WrongLine {
  readonly place: string;
  readonly problem: string;
}

/** A file of cases, read. */
export interface CaseFile {
  readonly cases: readonly CaseTrial[];
  readonly wrong: readonly WrongLine[];
}

type Check = (value: unknown) => boolean;
type Members = Readonly<Record<string, unknown>>;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isOneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

interface Member {
  readonly required?: true;
  readonly check: Check;
  /** How it is written; absent: a text. */
  readonly expected?: string;
}

const TEXT: Member = { check: isText };
const MEMBERS: Readonly<Record<string, Member>> = {
  id: { required: true, ...TEXT },
  rulebook: { required: true, ...TEXT },
  as_of: { required: true, ...TEXT },
  known_on: TEXT,
  readings: {
    check: (value) => isObject(value) && Object.values(value as Members).every(isText),
    expected: '{"reading": "alternative", ...}',
  },
  facts: { required: true, check: isObject, expected: '{"fact": value, ...}' },
  verdict: { required: true, check: isOneOf(VERDICTS), expected: VERDICTS.join(' | ') },
  held_back: { check: (value) => value === null || isOneOf(STATUSES)(value), expected: STATUSES.join(' | ') },
  possible: { check: isListOf(isOneOf(VERDICTS)), expected: `[${VERDICTS.slice(0, -1).join(' | ')}, ...]` },
  provisions: { check: isListOf(isText), expected: '["PROVISION", ...]' },
  needs: { check: isListOf(isText), expected: '["NAME", ...]' },
  enforced: { check: (value) => typeof value === 'boolean', expected: 'true | false' },
  why: TEXT,
  source: TEXT,
};

/** Reads a file of cases: JSON lines. Blank lines are skipped. */
export function readCaseFile(file: string, context: Context): CaseFile {
  const problems = reportsIn(context.language).test.caseProblems;
  const cases: CaseTrial[] = [];
  const wrong: WrongLine[] = [];
  const seen = new Map<string, number>();
  const lines = readText(file, CASES_LIMIT, context).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = readCase(line, `${file}:${index + 1}`, context);
    if ('problem' in read) wrong.push(read);
    else {
      const first = seen.get(read.name);
      seen.set(read.name, first ?? index + 1);
      if (first === undefined) cases.push(read);
      else wrong.push({ place: read.place, problem: problems.twice(read.name, first) });
    }
  }
  return { cases, wrong };
}

function readCase(line: string, place: string, context: Context): CaseTrial | WrongLine {
  const problems = reportsIn(context.language).test.caseProblems;
  try {
    const { value } = readJson(line);
    if (!isObject(value)) return { place, problem: problems.notObject };
    const members = value as Members;
    const problem = problemOf(members, problems, context.messages.types.text);
    return problem === undefined ? trialOf(members, place) : { place, problem };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { errors } = context.messages;
    const { trouble } = error;
    const what =
      trouble.kind === 'duplicate'
        ? errors.twoValues(trouble.path, `${place}:${trouble.first.column}`).what
        : errors.malformedJson(trouble.kind).what;
    return { place: `${place}:${error.place.column}`, problem: problems.malformed(what.replace(/[.。]$/, '')) };
  }
}

function problemOf(members: Members, problems: CaseProblems, aText: string): string | undefined {
  for (const [name, value] of Object.entries(members)) {
    const member = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
    if (member === undefined) return problems.unknown(name, nearest(name, Object.keys(MEMBERS)));
    if (!member.check(value)) return problems.wrong(name, member.expected ?? aText);
  }
  const missing = Object.entries(MEMBERS).find(([name, member]) => member.required && !Object.hasOwn(members, name));
  return missing === undefined ? undefined : problems.missing(missing[0]);
}

/** The members have been checked. */
function trialOf(members: Members, place: string): CaseTrial {
  const checked = members as {
    readonly id: string;
    readonly rulebook: string;
    readonly as_of: string;
    readonly known_on?: string;
    readonly readings?: Readonly<Record<string, string>>;
    readonly facts: Members;
    readonly verdict: NamedTrial['wanted']['verdict'];
    readonly held_back?: NonNullable<NamedTrial['wanted']['heldBack']> | null;
    readonly possible?: readonly NamedTrial['wanted']['verdict'][];
    readonly provisions?: readonly string[];
    readonly needs?: readonly string[];
    readonly enforced?: boolean;
    readonly why?: string;
  };
  const { verdict, held_back, possible, provisions, needs, enforced } = checked;
  return {
    name: checked.id,
    place,
    rulebook: checked.rulebook,
    asOf: checked.as_of,
    knownOn: checked.known_on,
    readings: checked.readings ?? {},
    facts: checked.facts,
    wanted: {
      verdict,
      ...(held_back === undefined ? {} : { heldBack: held_back }),
      ...(possible === undefined ? {} : { possible }),
      ...(enforced === undefined ? {} : { enforced }),
      ...(needs === undefined ? {} : { needs }),
      ...(provisions === undefined ? {} : { cites: provisions }),
    },
    why: checked.why,
  };
}
