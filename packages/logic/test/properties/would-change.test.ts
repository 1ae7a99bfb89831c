import {
  compareRational,
  type FactValues,
  parseRational,
  type Value,
  type ValueType,
  type Verdict,
} from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { comparandsOf } from '../oracle/constants.ts';
import { domainOf } from '../oracle/domain.ts';
import type { Question } from '../oracle/question.ts';
import { combinations, knownFacts } from '../oracle/unknowns.ts';
import type { World } from '../oracle/world.ts';
import { deciderFor, oracleFor } from './engine.ts';
import { holds } from './holds.ts';
import { properParts, withFacts } from './steps.ts';

describe('what would change the verdict', () => {
  test('really does, and no part of it', () => {
    holds(
      cases(300),
      ({ book, question }) => {
        const oracle = oracleFor(book);
        if (combinations(oracle.scene(question).unknowns) > 2000) return;
        const before = oracle.verdict(question);
        if (before === 'contradiction') return;
        const known = knownFacts(oracle.world, question);
        const { wouldChange } = deciderFor(book, question).decide(question.facts);
        for (const { to, set } of wouldChange) {
          const change = `${to} by ${JSON.stringify(set)}`;
          expect(to).not.toBe(before);
          for (const [path, value] of Object.entries(set)) {
            expect(Object.keys(known)).toContain(path);
            expect(sameValue(oracle.world.facts.get(path)?.type, known[path], value), change).toBe(false);
          }
          expect(`${oracle.verdict(withFacts(question, set))} by ${JSON.stringify(set)}`).toBe(change);
          for (const part of properParts(set)) {
            expect(oracle.verdict(withFacts(question, part)), `${change}, part ${JSON.stringify(part)}`).not.toBe(to);
          }
        }
      },
      1,
    );
  });

  test('is found whenever one fact, or two together, are enough', () => {
    holds(
      cases(300),
      ({ book, question }) => {
        const oracle = oracleFor(book);
        const size = combinations(oracle.scene(question).unknowns);
        const before = oracle.verdict(question);
        if (before === 'contradiction' || size > 200) return;
        const { wouldChange } = deciderFor(book, question).decide(question.facts);
        if (wouldChange.length >= MOST_ENTRIES) return;
        const told = wouldChange.map(({ to, set }) => `${to} by ${Object.keys(set).sort().join()}`);
        const singles = changesOf(oracle.world, question);
        const leads = (set: FactValues) => {
          const after = oracle.verdict(withFacts(question, set));
          return after === 'contradiction' || after === before ? 'undetermined' : after;
        };
        const reached = new Set<Verdict>(['undetermined']);
        const bySingles = singles.map(([path, value]) => [path, leads({ [path]: value })] as const);
        for (const [path, after] of bySingles) {
          if (after === 'undetermined') continue;
          reached.add(after);
          expect(told).toContain(`${after} by ${path}`);
        }
        if (singles.length * singles.length * size > 4000) return;
        for (const [one, first] of singles) {
          for (const [other, second] of singles) {
            if (one >= other) continue;
            const after = leads({ [one]: first, [other]: second });
            if (!reached.has(after)) expect(told).toContain(`${after} by ${one},${other}`);
          }
        }
      },
      0.5,
    );
  });
});

/** Entries in an answer at most, as far as this test knows. */
const MOST_ENTRIES = 24;

/** Every other representative value of every known scalar fact. */
function changesOf(world: World, question: Question): readonly (readonly [string, Value])[] {
  const known = knownFacts(world, question);
  return [...comparandsOf(world)].flatMap(([path, comparands]) => {
    const type = world.facts.get(path)?.type;
    if (type === undefined || type.kind === 'list' || type.kind === 'set' || known[path] === undefined) return [];
    const values = domainOf(world, type, comparands).filter((value) => !sameValue(type, known[path], value));
    return values.map((value) => [path, value] as const);
  });
}

function sameValue(type: ValueType | undefined, a: Value | undefined, b: Value): boolean {
  if (type?.kind === 'integer' || type?.kind === 'decimal' || type?.kind === 'fraction') {
    const left = parseRational(String(a));
    const right = parseRational(String(b));
    return left !== undefined && right !== undefined && compareRational(left, right) === 0;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}
