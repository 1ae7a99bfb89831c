import type { FactValues, Value, Verdict } from '@proviso/model';
import { VERDICTS } from '@proviso/model';
import type { WouldChange } from '../answer.ts';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { Assignment } from '../compile/variables.ts';
import { type Diagram, type Diagrams, FIRST_NODE } from '../diagram/diagrams.ts';
import { verdictOf } from './outcome.ts';

/**
 * Pairs of changes are always looked for; three at a time only when fewer lead nowhere, and then only those that change
 * whether the transaction is prohibited, restricted or permitted.
 */
const USUAL_CHANGES = 2;
const MOST_CHANGES = 3;
/** At most so many entries, fewest changes first. */
const MOST_ENTRIES = 24;

interface Found {
  readonly to: Verdict;
  readonly set: readonly (readonly [number, number])[];
}

/**
 * The fewest changes of given or presumed facts after which the verdict is settled as another one, whatever the unknowns:
 * for each verdict that can be reached, all sets of changes of the smallest size that reaches it.
 * A change on facts that the diagram does not test on its way cannot matter, so only the facts on the way are varied.
 * @param verdict the full verdict diagram, with every fact as a variable
 * @param assignment known values, readings and presumptions included
 * @param changeable paths of the scalar facts that may change
 */
export function wouldChangeOf(
  compiled: CompiledRulebook,
  diagrams: Diagrams,
  verdict: Diagram,
  assignment: Assignment,
  changeable: ReadonlySet<string>,
  current: Verdict,
): readonly WouldChange[] {
  let found: Found[] = [];
  for (let most = 1; most <= MOST_CHANGES && (most <= USUAL_CHANGES || found.length === 0); most++) {
    const reached: Found[] = [];
    vary({ compiled, diagrams, assignment, changeable, current, found: reached }, verdict, [], most);
    found = [
      ...found,
      ...fewest(found, most > USUAL_CHANGES ? reached.filter(({ to }) => !bothPermit(to, current)) : reached),
    ];
  }
  return present(compiled, found);
}

/**
 * The same, where the full diagram would be too large or a term is asserted: every combination of changes is decided by itself.
 * @param maskOf the possible verdicts on changed facts
 */
export function wouldChangeByCases(
  compiled: CompiledRulebook,
  assignment: Assignment,
  facts: FactValues,
  changeable: ReadonlySet<string>,
  current: Verdict,
  maskOf: (facts: FactValues) => number,
): readonly WouldChange[] {
  const single = compiled.variables.all.flatMap((described, variable) => {
    if (described.kind !== 'fact' || !changeable.has(described.name)) return [];
    return described.samples.flatMap((_, value) =>
      value === assignment[variable] ? [] : [[variable, value] as const],
    );
  });
  let found: Found[] = [];
  let sets: Found['set'][] = [[]];
  for (let most = 1; most <= MOST_CHANGES && (most <= USUAL_CHANGES || found.length === 0); most++) {
    sets = sets.flatMap((set) =>
      single.filter(([variable]) => variable > (set.at(-1)?.[0] ?? -1)).map((change) => [...set, change]),
    );
    const reached = sets.flatMap((set): Found[] => {
      const mask = maskOf({ ...facts, ...changesOf(compiled, set) });
      const to = verdictOf(mask);
      return mask === 0 || to === 'undetermined' || to === current ? [] : [{ to, set }];
    });
    found = [
      ...found,
      ...fewest(found, most > USUAL_CHANGES ? reached.filter(({ to }) => !bothPermit(to, current)) : reached),
    ];
  }
  return present(compiled, found);
}

/** Fewest changes first, then the mildest verdicts. */
function present(compiled: CompiledRulebook, found: readonly Found[]): readonly WouldChange[] {
  return found
    .map(({ to, set }) => ({ to, set: changesOf(compiled, set) }))
    .flatMap(({ to, set }) => (to === 'undetermined' ? [] : [{ to, set }]))
    .sort(
      (a, b) =>
        Object.keys(a.set).length - Object.keys(b.set).length ||
        VERDICTS.indexOf(b.to) - VERDICTS.indexOf(a.to) ||
        (JSON.stringify(a.set) < JSON.stringify(b.set) ? -1 : 1),
    )
    .slice(0, MOST_ENTRIES);
}

interface Search {
  readonly compiled: CompiledRulebook;
  readonly diagrams: Diagrams;
  readonly assignment: Assignment;
  readonly changeable: ReadonlySet<string>;
  readonly current: Verdict;
  readonly found: Found[];
}

function vary(search: Search, from: Diagram, changed: Found['set'], left: number): void {
  const { diagrams, assignment, compiled } = search;
  let at = from;
  while (at >= FIRST_NODE) {
    const variable = diagrams.level(at);
    const value = assignment[variable] ?? -1;
    if (value < 0) {
      at = diagrams.unknown(at);
      continue;
    }
    const name = compiled.variables.all[variable]?.name ?? '';
    if (left > 0 && compiled.variables.all[variable]?.kind === 'fact' && search.changeable.has(name)) {
      const here = diagrams.child(at, value);
      diagrams.children(at).forEach((child, other) => {
        if (other !== value && child !== here) vary(search, child, [...changed, [variable, other]], left - 1);
      });
    }
    at = diagrams.child(at, value);
  }
  const to = verdictOf(at);
  if (at !== 0 && changed.length > 0 && to !== 'undetermined' && to !== search.current) {
    search.found.push({ to, set: changed });
  }
}

function bothPermit(a: Verdict, b: Verdict): boolean {
  return [a, b].every((verdict) => verdict === 'licensed' || verdict === 'exempt' || verdict === 'not_restricted');
}

/** Of what larger sets of changes reach, the verdicts that no smaller set leads to, each set once. */
function fewest(known: readonly Found[], reached: readonly Found[]): readonly Found[] {
  const fresh = new Map<string, Found>();
  for (const candidate of reached) {
    if (known.some((smaller) => smaller.to === candidate.to)) continue;
    fresh.set(
      `${candidate.to} ${candidate.set
        .map((change) => change.join('='))
        .sort()
        .join(' ')}`,
      candidate,
    );
  }
  return [...fresh.values()];
}

function changesOf(compiled: CompiledRulebook, set: Found['set']): Readonly<Record<string, Value>> {
  const changes = set.flatMap(([variable, value]) => {
    const described = compiled.variables.all[variable];
    const sample = described?.samples[value];
    return described === undefined || sample === undefined ? [] : [[described.name, sample] as const];
  });
  return Object.fromEntries(changes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The scalar facts that are given or presumed and can be changed. */
export function changeableFacts(
  compiled: CompiledRulebook,
  facts: FactValues,
  presumed: Iterable<string>,
): ReadonlySet<string> {
  const given = Object.entries(facts).flatMap(([path, value]) => (value === null ? [] : [path]));
  return new Set([...given, ...presumed].filter((path) => compiled.variables.facts.get(path)?.scalar === true));
}
