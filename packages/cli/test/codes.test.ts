import { CODES } from '@proviso/language';
import { FINDING_CODES } from '@proviso/logic';
import { describe, expect, it } from 'vitest';
import { CODE_TITLES } from '../src/messages/zh/codes.ts';

describe('codes in Chinese', () => {
  it('every code of the language and of check has its title, and no other', () => {
    expect(Object.keys(CODE_TITLES)).toEqual([...CODES, ...FINDING_CODES].map(({ code }) => code).sort());
  });
});
