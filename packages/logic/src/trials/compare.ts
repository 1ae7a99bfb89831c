import type { Answer } from '../answer.ts';
import type { Mismatch, Wanted } from './trial.ts';

/** Where an answer is not as wanted. */
export function compare(answer: Answer, cited: ReadonlySet<string>, wanted: Wanted): Mismatch[] {
  const needs = answer.needs.map((need) => need.name);
  const found: Mismatch[] = [];
  const expect = (field: Mismatch['field'], same: boolean, want: unknown, got: unknown) => {
    if (!same) found.push({ field, wanted: show(want), got: show(got) });
  };
  expect('verdict', answer.verdict === wanted.verdict, wanted.verdict, answer.verdict);
  if (wanted.mayProceed !== undefined)
    expect('mayProceed', answer.mayProceed === wanted.mayProceed, wanted.mayProceed, answer.mayProceed);
  if (wanted.possible !== undefined)
    expect('possible', sameSet(wanted.possible, answer.possible), wanted.possible, answer.possible);
  if (wanted.heldBack !== undefined) {
    const got = answer.heldBack?.status ?? null;
    expect('heldBack', got === wanted.heldBack, wanted.heldBack, got);
  }
  if (wanted.enforced !== undefined)
    expect('enforced', answer.enforced === wanted.enforced, wanted.enforced, answer.enforced);
  if (wanted.needs !== undefined)
    expect(
      'needs',
      wanted.needs.every((need) => needs.includes(need)),
      wanted.needs,
      needs,
    );
  if (wanted.cites !== undefined && wanted.cites.length > 0)
    expect(
      'cites',
      wanted.cites.some((name) => cited.has(name)),
      wanted.cites,
      [...cited].sort(),
    );
  return found;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

function show(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
