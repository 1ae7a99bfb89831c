import { expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { forEachCombination } from '../oracle/table.ts';
import { deciderFor, oracleFor } from './engine.ts';
import { holds } from './holds.ts';

test('violations are pursued unless some provision is not enforced', () => {
  holds(cases(), ({ book, question }) => {
    const oracle = oracleFor(book);
    if (oracle.answer(question) === 'contradiction') return;
    const { enforced } = deciderFor(book, question).decide(question.facts);
    const scene = oracle.scene(question);
    const unknowns = scene.unknowns.filter(({ kind }) => kind === 'reading' || kind === 'status');
    const unenforced = new Set<string>();
    forEachCombination(unknowns, (_at, picks) => {
      const chosen = unknowns.map(({ name, values }, index) => [name, String(values[picks[index] ?? 0])] as const);
      for (const [name, status] of scene.statuses({ ...scene.settled, ...Object.fromEntries(chosen) })) {
        if (!status.enforced) unenforced.add(name);
      }
    });
    if (unenforced.size === 0) expect(enforced).toBe(true);
    if (!enforced) expect(book.rules.some(({ per }) => per.some((name) => unenforced.has(name)))).toBe(true);
  });
});
