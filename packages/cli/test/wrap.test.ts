import { describe, expect, it } from 'vitest';
import { textWidth } from '../src/output/width.ts';
import { wrap } from '../src/output/wrap.ts';

describe('wrapping', () => {
  it('breaks between words and indents the lines that follow', () => {
    expect(wrap('one two three four', 10, { first: '- ', rest: '  ' })).toEqual(['- one two', '  three', '  four']);
  });

  it('breaks Chinese between characters, but never before a closing mark', () => {
    expect(wrap('该交易不得进行。', 14)).toEqual(['该交易不得进', '行。']);
    expect(wrap('（甲）乙', 4)).toEqual(['（甲）', '乙']);
  });

  it('counts wide characters as two columns', () => {
    expect(textWidth('中a')).toBe(3);
    for (const line of wrap('依据美国对微信的限制，以2020年9月21日为准，该交易不得进行。', 20))
      expect(textWidth(line)).toBeLessThanOrEqual(20);
  });

  it('leaves a word that is too long as it is', () => {
    expect(wrap('see https://example.org/a/long/path now', 12)).toEqual([
      'see',
      'https://example.org/a/long/path',
      'now',
    ]);
  });
});
