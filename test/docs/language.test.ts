import { parse } from '@proviso/language';
import { isVocabulary } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { readPage } from './support/pages.ts';
import { wholePage } from './support/rulebook.ts';

// The tables of docs/reference/language.md: what stands first in each row is read as the page says it is written.

const page = readPage('docs/reference/language.md');
const whole = wholePage(page);
const vocabularySample = page.samples.find(({ text }) => text.startsWith('vocabulary '));

function errorsIn(block: string): readonly string[] {
  const { diagnostics } = parse(`${whole}\n\n\`\`\`proviso\n${block}\n\`\`\`\n`, {
    resolveVocabulary: () => {
      const { document } = parse(`\`\`\`proviso\n${vocabularySample?.text ?? ''}\n\`\`\`\n`);
      return document !== undefined && isVocabulary(document) ? { vocabulary: document } : undefined;
    },
  });
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

/** The first code of each row of the table below a text. */
function rowsBelow(text: string): readonly string[] {
  const [, below = ''] = page.text.split(text);
  const [table = ''] = below.trimStart().split('\n\n');
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, code]) => code ?? '');
}

describe('conditions', () => {
  const conditions = rowsBelow('\n## Conditions\n').filter((condition) => condition !== 'not c');
  it('are listed', () => expect(conditions.length).toBeGreaterThan(10));
  for (const condition of conditions)
    it(condition, () => expect(errorsIn(`term a_probe\n  means ${condition}`)).toEqual([]));
});

describe('moments', () => {
  const moments = rowsBelow('\nA moment is one of\n');
  it('are listed', () => expect(moments.length).toBeGreaterThan(4));
  for (const moment of moments)
    it(moment, () => {
      const written = moment
        .replace('EVENT', 'order_signed')
        .replace(/\bA\b/, '2020-01-01')
        .replace(/\bB\b/, '2020-02-01');
      expect(errorsIn(`event a_probe\n  noted WC-ID ${written}`)).toEqual([]);
    });
});
