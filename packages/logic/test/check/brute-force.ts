import type { Rule, Rulebook } from '@proviso/model';
import { formatInstant } from '@proviso/model';
import { prepareStatus } from '../../src/index.ts';
import { comparandsOf } from '../oracle/constants.ts';
import { domainSize } from '../oracle/domain.ts';
import { inForce, isValid } from '../oracle/force.ts';
import { liftersOf, reaches } from '../oracle/lifting.ts';
import { fill, sceneOf } from '../oracle/scene.ts';
import { outcomeOf } from '../oracle/standing.ts';
import { forEachCombination } from '../oracle/table.ts';
import { combinations } from '../oracle/unknowns.ts';
import { worldOf } from '../oracle/world.ts';

/**
 * Clashes found by trying every transaction at every boundary of law and knowledge, as `permitting forbidding`;
 * undefined when that would be more than `limit` transactions.
 */
export function clashesByForce(book: Rulebook, limit: number): ReadonlySet<string> | undefined {
  const status = prepareStatus(book);
  const world = worldOf(book);
  const nothing = Object.fromEntries([...world.facts.keys()].map((path) => [path, null]));
  if (transactionsOf(book) > limit) return undefined;
  const known = status.knowledgeBoundaries();
  const found = new Set<string>();
  let work = 0;
  for (const knownOn of [undefined, (known[0] ?? 0) - 1, ...known]) {
    const boundaries = status.boundaries(knownOn ?? null);
    for (const instant of [(boundaries[0] ?? 0) - 1, ...boundaries]) {
      const scene = sceneOf(world, status, {
        asOf: formatInstant(book.zone, instant),
        ...(knownOn === undefined ? {} : { knownOn: formatInstant(book.zone, knownOn) }),
        readings: {},
        facts: nothing,
      });
      work += combinations(scene.unknowns);
      if (work > limit) return undefined;
      forEachCombination(scene.unknowns, (_, picks) => {
        const { completion, settled } = fill(scene, scene.unknowns, picks);
        if (!scene.assumptions.every((assumption) => assumption(completion))) return;
        const statuses = scene.statuses(settled);
        const force = book.rules.map((rule) => inForce(rule, statuses) && isValid(book, rule, instant));
        const { stands } = outcomeOf(scene.rules, completion, force);
        for (const [a, permitting] of book.rules.entries())
          for (const [b, forbidding] of book.rules.entries())
            if (stands[a] && stands[b] && permits(permitting) && forbids(forbidding))
              found.add(`${permitting.name} ${forbidding.name}`);
      });
    }
  }
  return new Set([...found].filter((pair) => !hasPriority(book, pair)));
}

/** How many transactions there are to try at one vantage, settings of law apart. */
function transactionsOf(book: Rulebook): number {
  const world = worldOf(book);
  let product = 1;
  for (const [path, compared] of comparandsOf(world)) {
    const fact = world.facts.get(path);
    if (fact !== undefined) product *= domainSize(world, fact.type, compared);
  }
  return product;
}

function permits({ kind }: Rule): boolean {
  return kind === 'exemption' || kind === 'licence';
}

function forbids({ kind }: Rule): boolean {
  return kind === 'prohibition' || kind === 'restriction';
}

function hasPriority(book: Rulebook, pair: string): boolean {
  const [a, b] = pair.split(' ').map((name) => book.rules.findIndex((rule) => rule.name === name));
  return (
    a === undefined ||
    b === undefined ||
    isLifted(book, a, b) ||
    isLifted(book, b, a) ||
    leaves(book, a, b) ||
    leaves(book, b, a)
  );
}

function isLifted(book: Rulebook, lifted: number, by: number): boolean {
  const lifters = liftersOf(book);
  const above = (rule: number): boolean => (lifters[rule] ?? []).some((lifter) => lifter === by || above(lifter));
  return above(lifted);
}

function leaves(book: Rulebook, from: number, to: number): boolean {
  const leaving = book.rules[from];
  const left = book.rules[to];
  return (
    leaving !== undefined && left !== undefined && leaving.leaves.some((target) => reaches(book, leaving, target, left))
  );
}
