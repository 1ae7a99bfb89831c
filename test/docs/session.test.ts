import { describe, expect, it } from 'vitest';
import { matches, stepsOf } from './support/session.ts';

describe('console samples', () => {
  it('are commands with their output', () => {
    expect(stepsOf('$ one \\\n    more\nout\n\nput\n$ two')).toEqual([
      { command: 'one \\\n    more', output: 'out\n\nput' },
      { command: 'two', output: '' },
    ]);
  });

  it.each([
    ['a\nb', 'a\nb\n\n', true],
    ['a\n...\nd', 'a\nb\nc\nd', true],
    ['a\n...\nd', 'a\nd', true],
    ['a ... d', 'a b c d', true],
    ['a\n...', 'a', true],
    ['a', 'a\nb', false],
    ['a\n...\nd', 'a\nb\nc', false],
    ['a.c', 'abc', false],
    ['a ... d', 'a b\nc d', false],
  ])('state %j where the program says %j: %s', (stated, actual, same) => {
    expect(matches(stated, actual)).toBe(same);
  });
});
