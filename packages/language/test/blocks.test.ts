import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { findBlocks } from '../src/lexer/blocks.ts';

/** First and last line of each block as this package finds it. */
function ours(text: string): readonly string[] {
  return findBlocks(text).blocks.map(({ closed, contentEnd, start }) => {
    const last = text.slice(0, contentEnd).replace(/[ \t]+$/, '');
    return `${lineAt(text, start)}-${closed ? lineAt(text, last.length) : 'end'}`;
  });
}

/** The same, as CommonMark's own reader finds it: fenced code at the top of the document. */
function theirs(text: string): readonly string[] {
  return fromMarkdown(text).children.flatMap((node) => {
    if (node.type !== 'code' || node.lang !== 'proviso' || node.meta != null || node.position === undefined) return [];
    const { start, end } = node.position;
    const [opening = '', ...rest] = text.slice(start.offset, end.offset).split(/\r\n|\r|\n/);
    const [mark = ''] = /^(`+|~+)/.exec(opening) ?? [];
    const closed = new RegExp(`^ {0,3}${mark}${mark.charAt(0)}*[ \t]*$`).test(rest.at(-1) ?? '');
    return [`${start.line}-${closed ? end.line : 'end'}`];
  });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

const LINES = [
  '',
  ' ',
  'prose',
  '# heading',
  '    indented',
  '```proviso',
  '``` proviso ',
  ' ```proviso',
  '   ```proviso',
  '    ```proviso',
  '\t```proviso',
  '````proviso',
  '~~~proviso',
  '```proviso x',
  '```provisos',
  '```js',
  '```',
  ' ```',
  '    ```',
  '``` ',
  '````',
  '~~~',
  '~~~~ a`b',
  '``` a`b',
  '- item',
  '* item',
  '1. item',
  '  continued',
  '  ```proviso',
  '- ```proviso',
  '- ```',
  '> quoted',
  '> ```proviso',
  '> ```',
  '<!-- comment',
  'ends -->',
  '<!-- all -->',
  '<div>',
  '</div>',
  '<pre>',
  '<b>inline</b>',
  '***',
  '---',
  '- - -',
  'fact x yes or no',
];

describe('blocks', () => {
  test('are found where CommonMark finds fenced code marked `proviso` at the top of the document', () => {
    const documents = fc.tuple(
      fc.array(fc.constantFrom(...LINES), { maxLength: 14 }),
      fc.constantFrom('\n', '\r\n', '\r'),
    );
    fc.assert(
      fc.property(documents, ([lines, lineBreak]) => {
        const text = lines.join(lineBreak);
        expect(ours(text)).toEqual(theirs(text));
      }),
      { numRuns: Number(process.env.RUNS ?? 4000) },
    );
  });
});
