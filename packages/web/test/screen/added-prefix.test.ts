import { expect, it } from 'vitest';
import { NO_PREFIX, prefixAnew, proposedPrefix } from '../../src/screen/added-prefix.ts';

it('another prefix is proposed than the one that clashes', () => {
  expect(['', 'my_', 'new_', 'new2_', 'new9_'].map(proposedPrefix)).toEqual([
    'new_',
    'new_',
    'new2_',
    'new3_',
    'new10_',
  ]);
});

it('for other columns a typed prefix stays, a proposed one falls away', () => {
  expect(prefixAnew({ text: 'my_', typed: true })).toEqual({ text: 'my_', typed: true });
  expect(prefixAnew({ text: 'new_', typed: false })).toEqual(NO_PREFIX);
});
