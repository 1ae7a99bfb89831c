import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { headingsOf, isChinese, plain } from '../../src/read/prose-tree.ts';

describe('the prose of a section', () => {
  it('tells Chinese paragraphs from English ones that quote Chinese', () => {
    const [chinese, english] = fromMarkdown(
      '微信行政令（EO 13943）禁止该交易。\n\nThe order names it 微信 once.',
    ).children;
    if (chinese === undefined || english === undefined) throw new Error('two paragraphs');
    expect(isChinese(chinese)).toBe(true);
    expect(isChinese(english)).toBe(false);
  });

  it('has its headings with ids of their own', () => {
    expect(headingsOf('# One\n\ntext\n\n## `Two` *more*', 3)).toEqual([
      { id: 's3-0', text: 'One', depth: 1 },
      { id: 's3-2', text: 'Two more', depth: 2 },
    ]);
  });

  it('is plain without its marks', () => {
    expect(plain(fromMarkdown('a **b** [c](https://example.org) `d`'))).toBe('a b c d');
  });
});
