import { compareRational, parseRational, type Value, type ValueType } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { comparandsOf } from '../oracle/constants.ts';
import { domainOf } from '../oracle/domain.ts';
import { combinations, knownFacts } from '../oracle/unknowns.ts';
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

  test('is found whenever one fact is enough', () => {
    holds(
      cases(300),
      ({ book, question }) => {
        const oracle = oracleFor(book);
        if (combinations(oracle.scene(question).unknowns) > 500) return;
        const before = oracle.verdict(question);
        if (before === 'contradiction') return;
        const known = knownFacts(oracle.world, question);
        const { wouldChange } = deciderFor(book, question).decide(question.facts);
        const found = new Set(wouldChange.filter(({ set }) => Object.keys(set).length === 1).map(({ to }) => to));
        for (const [path, comparands] of comparandsOf(oracle.world)) {
          const type = oracle.world.facts.get(path)?.type;
          if (type === undefined || type.kind === 'list' || type.kind === 'set' || known[path] === undefined) continue;
          for (const value of domainOf(oracle.world, type, comparands)) {
            const after = oracle.verdict(withFacts(question, { [path]: value }));
            if (after === 'contradiction' || after === 'undetermined' || after === before) continue;
            expect([...found], `${path} ${String(value)} leads to ${after}`).toContain(after);
          }
        }
      },
      0.5,
    );
  });
});

function sameValue(type: ValueType | undefined, a: Value | undefined, b: Value): boolean {
  if (type?.kind === 'integer' || type?.kind === 'decimal' || type?.kind === 'fraction') {
    const left = parseRational(String(a));
    const right = parseRational(String(b));
    return left !== undefined && right !== undefined && compareRational(left, right) === 0;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}
