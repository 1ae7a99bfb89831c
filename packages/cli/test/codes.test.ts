import { CODES } from '@proviso/language';
import { CHINESE_TITLES } from '@proviso/language/chinese-titles';
import { FINDING_CODES } from '@proviso/logic';
import { describe, expect, it } from 'vitest';

describe('codes in Chinese', () => {
  it('every code of the language and of check has its title, and no other', () => {
    expect(Object.keys(CHINESE_TITLES)).toEqual([...CODES, ...FINDING_CODES].map(({ code }) => code).sort());
  });
});
