import type { Rulebook } from '@proviso/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined } from '../../src/explain/kleene.ts';
import { compile, type Explanation, explain, InputError, renderText, type Step } from '../../src/index.ts';
import { type Case, cases } from '../arbitrary/arbitraries.ts';
import { allSteps, stepsOf } from './walk.ts';

/** Random rulebooks are large, so a failure is told as it was found. */
const RUNS = { numRuns: 60, endOnFailure: true };
const NOW = () => Date.UTC(2024, 5, 1);

/** The explanation of a random case; undefined where its facts contradict each other. */
function explained({ book, question }: Case, detail: 'short' | 'full'): Explanation | undefined {
  const { facts, ...asked } = question;
  try {
    const decider = compile(book, { now: NOW }).at(asked);
    return explain(decider, facts, { detail });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const details = ['short', 'full'] as const;

describe.each(details)('a %s explanation', (detail) => {
  it('has a step with the same state for every rule that the answer names', () => {
    fc.assert(
      fc.property(cases(300), (one) => {
        const explanation = explained(one, detail);
        if (explanation === undefined) return;
        const told = stepsOf(explanation, 'rule').flatMap(({ rules, value }) =>
          rules.map(({ name }) => `${name} ${value}`),
        );
        for (const { rule, state } of explanation.answer.because) expect(told).toContain(`${rule} ${state}`);
      }),
      RUNS,
    );
  });

  it('shows parts that never contradict the exact value of the whole', () => {
    fc.assert(
      fc.property(cases(300), (one) => {
        const explanation = explained(one, detail);
        if (explanation === undefined) return;
        for (const step of allSteps(explanation)) {
          const parts = partsOf(step);
          if (parts !== undefined) expect(['unknown', step.value]).toContain(parts);
        }
      }),
      RUNS,
    );
  });

  it('agrees with the verdict', () => {
    fc.assert(
      fc.property(cases(300), (one) => {
        const explanation = explained(one, detail);
        if (explanation === undefined) return;
        const { verdict } = explanation.answer;
        const root = verdictFrom(explanation);
        if (root !== undefined) expect(verdict).toBe(root);
        if (['licensed', 'exempt', 'not_restricted'].includes(verdict)) expect(root).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('is plain data that has in one list what its steps name', () => {
    fc.assert(
      fc.property(cases(300), (one) => {
        const explanation = explained(one, detail);
        if (explanation === undefined) return;
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
        const named = new Set(allSteps(explanation).flatMap(namedIn));
        expect(new Set(explanation.citations.map(({ name }) => name))).toEqual(named);
        expect(explanation.citations).toHaveLength(named.size);
        const instruments = new Set(explanation.citations.map(({ instrument }) => instrument));
        expect(explanation.instruments.map(({ name }) => name).sort()).toEqual([...instruments].sort());
      }),
      RUNS,
    );
  });

  it('does not depend on the order of declarations', () => {
    fc.assert(
      fc.property(cases(300), fc.nat(), (one, seed) => {
        const first = explained(one, detail);
        const second = explained({ ...one, book: shuffled(one.book, seed) }, detail);
        if (first === undefined || second === undefined) {
          expect(first).toEqual(second);
          return;
        }
        expect(second.steps).toEqual(first.steps);
        expect(second.citations).toEqual(first.citations);
      }),
      RUNS,
    );
  });

  it('is rendered whole in both languages, and Chinese has no English of ours', () => {
    fc.assert(
      fc.property(cases(300), (one) => {
        const explanation = explained({ ...one, book: relabelled(one.book) }, detail);
        if (explanation === undefined) return;
        const english = renderText(explanation, 'en');
        const chinese = renderText(explanation, 'zh');
        for (const text of [english, chinese]) expect(text).not.toMatch(/undefined|\[object|null|NaN/);
        expect(english).not.toMatch(/\p{Script=Han}/u);
        expect(withoutNames(chinese, [one.book, one.question])).not.toMatch(/[A-Za-z]{2,}/);
      }),
      RUNS,
    );
  });
});

/** What the children of a step settle by themselves, where they are there to say why. */
function partsOf(step: Step): 'true' | 'false' | 'unknown' | undefined {
  const parts = step.children.flatMap((child) =>
    child.value === 'true' || child.value === 'false' || child.value === 'unknown' ? [{ value: child.value }] : [],
  );
  if (parts.length === 0) return undefined;
  switch (step.kind) {
    case 'elements':
    case 'requirement':
    case 'term':
      return joined('all', parts);
    case 'condition':
      return joined(step.connective, parts);
    default:
      return undefined;
  }
}

/** The verdict that standing rules lead to; undefined when nothing told stands or may stand. */
function verdictFrom(explanation: Explanation): string | undefined {
  const rules = explanation.steps.filter((step) => step.kind === 'rule');
  const biting = rules.filter(({ rules: [first] }) => first?.kind === 'prohibition' || first?.kind === 'restriction');
  const may = (value: 'stands' | 'open') => biting.filter((step) => step.value === value);
  const forbids = (step: (typeof biting)[number]): boolean =>
    step.rules[0]?.kind === 'prohibition' ||
    (step.rules[0]?.otherwise === 'prohibited' &&
      step.children.some((child) => child.kind === 'requirement' && child.value === 'false'));
  if (may('stands').some(forbids)) return 'prohibited';
  const mayForbid = [...may('stands'), ...may('open')].some(
    ({ rules: [first], children }) =>
      first?.kind === 'prohibition' ||
      (first?.otherwise === 'prohibited' &&
        children.some((child) => child.kind === 'requirement' && child.value !== 'true')),
  );
  if (may('stands').length > 0 && !mayForbid) return 'restricted';
  if (may('stands').length === 0 && may('open').length === 0) return undefined;
  // Something may stand, and whether it prohibits is open, or settled only jointly.
  return explanation.answer.verdict;
}

/** The same declarations in another order. */
function shuffled(book: Rulebook, seed: number): Rulebook {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const mix = <T>(items: readonly T[]): readonly T[] => {
    const mixed = [...items];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = next() % (i + 1);
      const held = mixed[i];
      const other = mixed[j];
      if (held !== undefined && other !== undefined) [mixed[i], mixed[j]] = [other, held];
    }
    return mixed;
  };
  return {
    ...book,
    instruments: mix(book.instruments),
    provisions: mix(book.provisions),
    events: mix(book.events),
    facts: mix(book.facts),
    parties: mix(book.parties),
    groups: mix(book.groups),
    terms: mix(book.terms),
    lists: mix(book.lists),
    parameters: mix(book.parameters),
    assumptions: mix(book.assumptions),
    readings: mix(book.readings),
    opens: mix(book.opens),
    rules: mix(book.rules),
  };
}

/** The same rulebook with every text replaced by one word of each language. */
function relabelled(book: Rulebook): Rulebook {
  return JSON.parse(JSON.stringify(book), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'en' in value ? { en: 'word', zh: '文' } : value,
  );
}

/** A text without the names, citations, units and codes that stand in its sources, and without times. */
function withoutNames(text: string, sources: unknown): string {
  const names = [...JSON.stringify(sources).matchAll(/"(?:[^"\\]|\\.)*"/g)]
    .map(([quoted]) => String(JSON.parse(quoted)))
    .filter((name) => /[A-Za-z]/.test(name))
    .sort((a, b) => b.length - a.length);
  let rest = text.replaceAll('UTC', '');
  for (const name of names) rest = rest.replaceAll(name, '');
  return rest;
}

/** Every provision and instrument that a step names, found by the members that hold names. */
function namedIn(step: Step): readonly string[] {
  const { children: _, ...own } = step;
  const names: string[] = [];
  JSON.stringify(own, (key, value: unknown) => {
    if (['provision', 'through', 'identifiedUnder', 'by'].includes(key) && typeof value === 'string') names.push(value);
    if (['cites', 'provisions'].includes(key) && Array.isArray(value)) names.push(...value.map(String));
    return value;
  });
  return names;
}
