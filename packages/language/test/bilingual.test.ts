import { describe, expect, test } from 'vitest';
import { Diagnostics, START } from '../src/diagnostic.ts';
import { CODES, parse } from '../src/index.ts';
import { expectBothLanguages } from './bilingual.ts';
import { BASE, SAMPLES } from './error-pages/samples.ts';
import { documentWith, parseBlock } from './helpers.ts';

const samples: readonly (readonly [string, string])[] = Object.entries(SAMPLES).map(([code, { bad, whole }]) => [
  code,
  whole === true ? `${bad}\n` : `\`\`\`proviso\n${BASE}\n${bad}\n\`\`\`\n`,
]);

/** Without a short sample. */
const DEEP = `prohibition p per EO-2\n  when ${'('.repeat(3000)}flag${')'.repeat(3000)}`;
const documents: readonly (readonly [string, string])[] = [
  ...samples,
  ['PV1002', ' '.repeat(5_000_001)],
  ['PV1015', documentWith(DEEP)],
];

describe('diagnostics in Chinese', () => {
  test('are looked at for every code', () => {
    expect(documents.map(([code]) => code).toSorted()).toEqual(CODES.map(({ code }) => code).toSorted());
  });

  test.each(documents)('%s has the same in both languages', (code, text) => {
    const { diagnostics } = parse(text);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expectBothLanguages(diagnostics);
  });

  test.each([
    ['PV2001', 'reading r question en "Q" zh "问" alternative a en "A" zh "甲" alternative a en "B" zh "乙"'],
    ['PV2001', 'restriction r per EO-2\n  only if\n    a : flag\n    a : flag'],
    ['PV2002', 'term t(who: entty) means flag'],
    ['PV2002', 'prohibition p per EO-2\n  when larg(seller)'],
    ['PV2003', 'prohibition p per EO-2\n  when any of near where it is US'],
    ['PV2009', 'prohibition p per EO-2\n  when limit is in (1, 2)'],
    ['PV2019', 'prohibition p per EO-2\n  when colours is in warm'],
  ])('are there where no sample shows the slip: %s in %s', (code, block) => {
    expect(parseBlock(block).diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  test('read as a lawyer writes', () => {
    const said = (block: string) =>
      parseBlock(block).diagnostics.map(({ code, zh }) => `${code} ${zh.message}（${zh.hint}）`);
    expect(said('prohibition p per EO-2\n  when flog')).toEqual([
      'PV2002 没有名为 `flog` 的事实或术语（您是否想写 `flag`？）',
    ]);
    expect(said('prohibition p per EO\n  when flag')).toEqual([
      'PV2003 `EO` 是法律文件，不是规定（请写其中一条规定，例如 `EO-1`）',
    ]);
    expect(said('prohibition p per EO-2\n  when share > 200')).toEqual([
      'PV2010 此比较从不成立：该值在 0 至 100 之间（请更正常量或范围，或删去该比较）',
    ]);
    expect(said('prohibition p per EO-2\n  when colours is red')).toEqual([
      'PV2019 列表与单个值比较（请写 `any of ... where it ...`、`all of ... where it ...` 或 `count of ...`）',
    ]);
  });

  test('cannot be left out', () => {
    const diagnostics = new Diagnostics('');
    // @ts-expect-error -- a message in one language is none
    diagnostics.report('PV1010', START, { en: 'the document has no header' }, { en: 'add one', zh: '请加上' });
    // @ts-expect-error -- nor is a hint
    diagnostics.report('PV1010', START, { en: 'there is none', zh: '没有' }, 'add one');
    expect(diagnostics.failed).toBe(true);
  });
});
