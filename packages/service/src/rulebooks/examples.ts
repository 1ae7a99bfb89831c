import type { PositionMap } from '@proviso/language';
import { type Answer, type Decider, explain, InputError, type Program } from '@proviso/logic';
import { type Example, type Expectation, type FactValues, givenIn } from '@proviso/model';

/** A field in which an answer is not as an example expects; values as they are written in the rulebook. */
export interface Mismatch {
  readonly field: string;
  readonly wanted: string;
  readonly got: string;
}

/** An example of a rulebook that does not come out as it says. */
export interface FailedExample {
  readonly name: string;
  readonly line: number;
  readonly mismatches: readonly Mismatch[];
  /** Why there was no answer at all. */
  readonly trouble: string | null;
}

/** Runs the examples of a rulebook, as `proviso test` does. */
export function failedExamples(program: Program, positions: PositionMap): readonly FailedExample[] {
  return program.rulebook.examples.flatMap((example): FailedExample[] => {
    const { name } = example;
    const line = positions.find('example', name)?.nameRange.line ?? 1;
    try {
      const mismatches = mismatchesOf(program, example);
      return mismatches.length === 0 ? [] : [{ name, line, mismatches, trouble: null }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [{ name, line, mismatches: [], trouble: error.message }];
    }
  });
}

function mismatchesOf(program: Program, example: Example): readonly Mismatch[] {
  const { asOf, knownOn, readings, expect } = example;
  const decider = program.at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
  const facts = program.readFacts(givenIn(program.rulebook.situations, example));
  const answer = decider.decide(facts);
  const got = gotOf(answer, () => citationsOf(decider, facts));
  return FIELDS.flatMap((field) => {
    const wanted = expect[field];
    if (wanted === undefined || got[field].agrees(wanted)) return [];
    return [{ field, wanted: shown(wanted), got: shown(got[field].value()) }];
  });
}

const FIELDS = ['verdict', 'mayProceed', 'possible', 'heldBack', 'enforced', 'needs', 'cites'] as const;

type Wanted = Exclude<Expectation[keyof Expectation], undefined>;

/** What an answer says in one field, and whether that is what is wanted. */
interface Got {
  value(): unknown;
  agrees(wanted: Wanted): boolean;
}

function gotOf(answer: Answer, citations: () => readonly string[]): Readonly<Record<(typeof FIELDS)[number], Got>> {
  const needs = answer.needs.map(({ name }) => name);
  const same = (value: unknown): Got => ({ value: () => value, agrees: (wanted) => wanted === value });
  return {
    verdict: same(answer.verdict),
    mayProceed: same(answer.mayProceed),
    enforced: same(answer.enforced),
    heldBack: same(answer.heldBack?.status ?? null),
    possible: {
      value: () => answer.possible,
      agrees: (wanted) =>
        listed(wanted).length === answer.possible.length && listed(wanted).every(isIn(answer.possible)),
    },
    needs: { value: () => needs, agrees: (wanted) => listed(wanted).every(isIn(needs)) },
    cites: {
      value: citations,
      agrees: (wanted) => listed(wanted).length === 0 || listed(wanted).some(isIn(citations())),
    },
  };
}

/** The provisions, definitions and instruments that the explanation of an answer cites. */
function citationsOf(decider: Decider, facts: FactValues): readonly string[] {
  return explain(decider, facts)
    .citations.map(({ name }) => name)
    .sort();
}

function listed(wanted: Wanted): readonly string[] {
  return typeof wanted === 'object' ? wanted : [];
}

function isIn(list: readonly string[]): (one: string) => boolean {
  return (one) => list.includes(one);
}

function shown(value: unknown): string {
  return value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value);
}
