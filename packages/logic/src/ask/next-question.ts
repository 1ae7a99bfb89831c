import type { EnumerationValue, Fact, FactValues, LocalizedText, SettledVerdict } from '@proviso/model';
import { enumerationsByName } from '@proviso/model';
import type { Analysis } from '../decide/analysis.ts';
import { combinations } from '../decide/frame.ts';
import { fix, needsOf, unknownsIn } from '../decide/needs.ts';
import { collapse, verdictOf } from '../decide/outcome.ts';
import { type Diagram, FIRST_NODE } from '../diagram/diagrams.ts';

/** The next question to put to a person. */
export interface NextQuestion {
  readonly kind: 'fact';
  /** Path of the fact. */
  readonly name: string;
  readonly fact: Fact;
  readonly label: LocalizedText;
  readonly question: LocalizedText;
  readonly help?: LocalizedText;
  /** The values of an enumeration, in order of declaration. */
  readonly choices?: readonly EnumerationValue[];
  /** The verdicts that some answer to this question alone would settle. */
  readonly canSettle: readonly SettledVerdict[];
  /** At most so many questions are left, this one included. */
  readonly atMostLeft: number;
}

/** Questions that can be looked ahead into; the others keep their rank. */
const MOST_CANDIDATES = 16;

/**
 * The question after whose answer fewest questions are expected to be left (all answers taken as equally likely).
 * Null when nothing asked can change the outcome any more: it is settled, or only readings, statuses, open points and
 * facts already answered with "don't know" are left.
 */
export function nextQuestion(analysis: Analysis, facts: FactValues): NextQuestion | null {
  const { diagrams, rulings, compiled } = analysis;
  const needs = needsOf(analysis).filter((need) => need.kind === 'fact' && facts[need.name] !== null);
  if (needs.length === 0) return null;
  const outcome = diagrams.map(rulings.verdict, collapse);
  const askable = new Set(needs.map((need) => need.name));
  const unknowns = unknownsIn(analysis, outcome).filter(
    (unknown) => unknown.kind === 'fact' && askable.has(unknown.name),
  );
  let best = needs[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const need of needs.slice(0, MOST_CANDIDATES)) {
    const unknown = unknowns.find((candidate) => candidate.name === need.name);
    if (unknown === undefined) continue;
    const sizes = unknown.variables.map((variable) => diagrams.sizes[variable] ?? 1);
    if (sizes.reduce((product, size) => product * size, 1) > 256) continue;
    let left = 0;
    let answers = 0;
    for (const values of combinations(sizes)) {
      const then = fix(diagrams, outcome, unknown.variables, values);
      if (then === 0) continue;
      answers++;
      if (verdictOf(diagrams.reach(then)) !== 'undetermined') continue;
      left += unknownsIn(analysis, then).filter((other) => other.kind === 'fact' && askable.has(other.name)).length;
    }
    const expected = answers === 0 ? Number.POSITIVE_INFINITY : left / answers;
    if (expected < fewest - 1e-9) {
      best = need;
      fewest = expected;
    }
  }
  if (best === undefined) return null;
  const fact = compiled.facts.get(best.name);
  if (fact === undefined) return null;
  const label = fact.label ?? { en: best.name };
  const { type } = fact;
  const enumeration =
    type.kind === 'enumeration'
      ? type.enumeration
      : (type.kind === 'set' || type.kind === 'list') && type.of.kind === 'enumeration'
        ? type.of.enumeration
        : undefined;
  const choices =
    enumeration === undefined ? undefined : enumerationsByName(compiled.declarations).get(enumeration)?.values;
  return {
    kind: 'fact',
    name: best.name,
    fact,
    label,
    question: fact.question ?? label,
    ...(fact.help === undefined ? {} : { help: fact.help }),
    ...(choices === undefined ? {} : { choices }),
    canSettle: best.canSettle,
    atMostLeft: longestInterview(analysis, outcome, askable),
  };
}

/** The largest number of askable facts on a way through a diagram, counting the facts of the way once. */
function longestInterview(analysis: Analysis, outcome: Diagram, askable: ReadonlySet<string>): number {
  const { diagrams, compiled } = analysis;
  const memo = new Map<Diagram, number>();
  const longest = (diagram: Diagram): number => {
    if (diagram < FIRST_NODE) return 0;
    const known = memo.get(diagram);
    if (known !== undefined) return known;
    const variable = compiled.variables.all[diagrams.level(diagram)];
    // Several variables of one list are neighbours in the order; counting each at most overstates the bound.
    const own = variable?.kind === 'fact' && askable.has(variable.name) ? 1 : 0;
    const result = own + Math.max(...diagrams.children(diagram).map(longest));
    memo.set(diagram, result);
    return result;
  };
  return Math.min(Math.max(longest(outcome), 1), askable.size);
}
