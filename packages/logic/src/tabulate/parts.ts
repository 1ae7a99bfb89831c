import { compareNames } from '../decide/because.ts';
import { DECIDING_KINDS } from '../decide/deciding.ts';
import { mayProceedOf, PERMITTED, verdictOf, verdictsIn } from '../decide/outcome.ts';
import { type Diagram, type Diagrams, FALSE, FIRST_NODE, TRUE } from '../diagram/diagrams.ts';
import type { ChartRecipe } from './chart-builder.ts';
import type { TabulatedHeldBack, TabulatedOutcome, TabulatedProvisions, Tabulation } from './contract.ts';
import { type Holding, holdings } from './held-back-rows.ts';
import { type NeedRows, needRows } from './need-rows.ts';
import { type RuleStates, ruleStates } from './rule-states.ts';
import type { TableLaw } from './table-law.ts';

type OutcomeLabel = Tabulation['outcome']['labels'][number];
type ReachLabel = Tabulation['reach'][number]['labels'][number];
type NeedLabel = Tabulation['needs'][number]['labels'][number];

/** A label for one law: the diagrams it is read from, and how. */
export interface Part<Label> {
  readonly diagrams: readonly Diagram[];
  readonly recipe: ChartRecipe<Label>;
}

/** What one law makes of the rows of a table, ready to be charted. */
export interface LawParts {
  /** The outcome with the provisions of some rules (by index). */
  outcome(rules: readonly number[]): Part<OutcomeLabel>;
  provisions(rules: readonly number[]): Part<TabulatedProvisions>;
  /** Which of some provisions reach. */
  reach(provisions: readonly string[]): Part<ReachLabel>;
  /** The needs of some unknowns (as `kind:name`). */
  needs(unknowns: readonly string[]): Part<NeedLabel>;
  readonly rules: readonly number[];
  readonly unknowns: readonly string[];
}

/** The name of an unknown among the unknowns of all laws. */
export const unknownKey = ({ need }: NeedRows): string => `${need.kind}:${need.name}`;

/** Works out the parts of a law. */
export function partsOf(law: TableLaw): LawParts {
  const verdicts = law.verdicts;
  const counterfactual = law.coded.reach(law.counterfactual.verdict);
  const held = holdings(law);
  const states = ruleStates(law);
  const needs = new Map(needRows(law).map((rows) => [unknownKey(rows), rows]));
  const chosen = (rules: readonly number[]) => states.filter(({ rule }) => rules.includes(rule.index));
  return {
    rules: states.map(({ rule }) => rule.index),
    unknowns: [...needs.keys()],
    outcome: (rules) => outcomePart({ codes: law.codes, verdicts, counterfactual, held }, chosen(rules)),
    provisions: (rules) => provisionsPart(verdicts, chosen(rules)),
    reach: (provisions) => reachPart(law.codes, provisions, states),
    needs: (unknowns) => needsPart(unknowns.flatMap((key) => needs.get(key) ?? [])),
  };
}

function provisionsPart(verdicts: Diagram, states: readonly RuleStates[]): Part<TabulatedProvisions> {
  return {
    diagrams: [verdicts, ...states.flatMap(({ stands, open }) => [stands, open])],
    recipe: {
      label: ([mask = 0, ...rest]) => provisionsLabel(mask, states, rest),
      trim: ([mask = 0, ...rest]) => [mask, ...trimStates(mask, states, rest)],
    },
  };
}

function outcomePart(
  shared: { codes: Diagrams; verdicts: Diagram; counterfactual: Diagram; held: readonly Holding[] },
  states: readonly RuleStates[],
): Part<OutcomeLabel> {
  const { held } = shared;
  const split = 2 + held.length;
  const withHolding = held.length > 0;
  return {
    diagrams: [
      shared.verdicts,
      withHolding ? shared.counterfactual : FALSE,
      ...held.map(({ rows }) => rows),
      ...states.flatMap(({ stands, open }) => [stands, open]),
    ],
    recipe: {
      label: (terminals) => {
        const [mask = 0, whole = 0] = terminals;
        return {
          outcome: outcomeOf(mask, heldBackAt(mask, whole, held, terminals.slice(2, split))),
          provisions: provisionsLabel(mask, states, terminals.slice(split)),
        };
      },
      trim: (diagrams) => {
        const [mask = 0, whole = 0] = diagrams;
        const holding = trimHeld(mask, whole, diagrams.slice(2, split));
        const counts = holding.some((rows) => rows !== FALSE);
        return [mask, counts ? whole : FALSE, ...holding, ...trimStates(mask, states, diagrams.slice(split))];
      },
    },
  };
}

function reachPart(codes: Diagrams, provisions: readonly string[], states: readonly RuleStates[]): Part<ReachLabel> {
  const rows = provisions.map((provision) =>
    states
      .filter(({ rule }) => rule.rule.per.includes(provision))
      .reduce((any: Diagram, { reaching }) => codes.or(any, reaching), FALSE),
  );
  return {
    diagrams: rows,
    recipe: { label: (terminals) => provisions.filter((_, index) => terminals[index] === TRUE) },
  };
}

function needsPart(needs: readonly NeedRows[]): Part<NeedLabel> {
  return {
    diagrams: needs.map(({ rows }) => rows),
    recipe: {
      label: (terminals) => needs.filter((_, index) => terminals[index] === TRUE).map(({ need }) => need),
    },
  };
}

function outcomeOf(mask: number, heldBack: TabulatedHeldBack | null): TabulatedOutcome {
  if (mask === 0) return null;
  return { verdict: verdictOf(mask), mayProceed: mayProceedOf(mask), possible: verdictsIn(mask), heldBack };
}

function heldBackAt(
  mask: number,
  whole: number,
  held: readonly Holding[],
  holds: readonly number[],
): TabulatedHeldBack | null {
  if (mask === 0 || (mask & ~PERMITTED) !== 0) return null;
  const verdict = verdictOf(whole);
  if (verdict !== 'prohibited' && verdict !== 'restricted' && verdict !== 'undetermined') return null;
  const first = held.find((_, index) => holds[index] === TRUE);
  return first === undefined ? null : { verdict, status: first.status, provision: first.provision };
}

/** Only of permitted rows it is said what holds them back, and only the first holding counts. */
function trimHeld(mask: Diagram, whole: Diagram, holds: readonly Diagram[]): readonly Diagram[] {
  const never =
    (mask < FIRST_NODE && (mask === 0 || (mask & ~PERMITTED) !== 0)) ||
    (whole < FIRST_NODE && (whole & ~PERMITTED) === 0);
  if (never) return holds.map(() => FALSE);
  const first = holds.indexOf(TRUE);
  return first < 0 ? holds : holds.map((rows, index) => (index > first ? FALSE : rows));
}

/** Rules of kinds that cannot decide a settled verdict do not count. */
function trimStates(mask: Diagram, states: readonly RuleStates[], rest: readonly Diagram[]): readonly Diagram[] {
  if (mask >= FIRST_NODE) return rest;
  const kinds = mask === 0 ? [] : DECIDING_KINDS[verdictOf(mask)];
  return rest.map((diagram, index) => {
    const kind = states[index >> 1]?.rule.rule.kind;
    return kind !== undefined && kinds.includes(kind) ? diagram : FALSE;
  });
}

function provisionsLabel(mask: number, states: readonly RuleStates[], rest: readonly number[]): TabulatedProvisions {
  const kept = trimStates(mask, states, rest);
  const of = (offset: 0 | 1) =>
    [
      ...new Set(
        states.flatMap(({ rule }, index) => (kept[2 * index + offset] === TRUE ? [rule.rule.per[0] ?? ''] : [])),
      ),
    ].sort(compareNames);
  return { certain: of(0), open: of(1) };
}
