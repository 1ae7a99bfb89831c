import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, compile } from '../../src/index.ts';
import { rulebooks } from '../arbitrary/arbitraries.ts';
import { clashesByForce } from './brute-force.ts';

const RUNS = Number(process.env.PROVISO_RUNS ?? '150');

test('a clash is reported exactly when some transaction shows it', () => {
  let clashing = 0;
  let tried = 0;
  fc.assert(
    fc.property(rulebooks, (book) => {
      const expected = clashesByForce(book, 20_000);
      if (expected === undefined) return;
      tried++;
      const findings = check(compile(book));
      // Where no transaction is admissible at some dates, nothing else is looked at.
      if (findings.some(({ code }) => code === 'PV6008')) return;
      const found = findings
        .filter(({ code }) => code === 'PV6001')
        .flatMap(({ name, others = [] }) => others.map((other) => `${name} ${other.name}`));
      if (found.length > 0) clashing++;
      expect(found.sort()).toEqual([...expected].sort());
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(tried).toBeGreaterThan(RUNS / 5);
  expect(clashing).toBeGreaterThan(RUNS / 50);
});

test('the transaction given makes both rules stand', () => {
  fc.assert(
    fc.property(rulebooks, (book) => {
      const program = compile(book);
      for (const { code, name, others = [], witness } of check(program)) {
        if (code !== 'PV6001' || witness === undefined) continue;
        const { asOf, knownOn, readings, events, opens } = witness;
        // Events and open points cannot be given; then the rules are open, not certain.
        const isCertain = Object.keys({ ...events, ...opens }).length === 0;
        const decider = program.at({ asOf, readings, ...(knownOn === null ? {} : { knownOn }) });
        const analysis = decider.analyse(program.readFacts(witness.facts));
        const stands = (rule: string) => {
          const diagram = analysis.rulings.rules[book.rules.findIndex((it) => it.name === rule)]?.stands ?? 0;
          return isCertain ? analysis.must(diagram) : analysis.can(diagram);
        };
        expect(stands(name), name).toBe(true);
        expect(others.some((other) => stands(other.name))).toBe(true);
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
