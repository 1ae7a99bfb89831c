import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../src/index.ts';
import { WORDS } from '../src/lexer/words.ts';
import { documentWith, invalid, parseBlock, valid } from './helpers.ts';

describe('syntax errors', () => {
  test('a misspelt clause: invalid, with the nearest', () => {
    invalid('PV1001', 'prohibition p per EO-2\n  «wen» flag', 'did you mean `when`?');
    invalid('PV1001', 'fact x yes or no\n  «labl» en "X" zh "X"', 'did you mean `label`?');
    invalid('PV1001', '«prohibiton» p per EO-2', 'did you mean `prohibition`?');
  });

  test('a word that fits nowhere: invalid, with what would', () => {
    invalid('PV1001', 'fact x «of» ', 'too soon');
    invalid('PV1001', 'fact x «risk»', 'expected');
    invalid('PV1001', 'event e noted EO on «tomorrow»', 'a date such as 2020-09-20');
    invalid('PV1001', 'situation s flag «is»', 'too soon');
    invalid('PV1001', 'source S «link» "x"'.replace('«link» "x"', '«5»'), 'a text in double quotes');
    invalid('PV1001', 'prohibition p per EO-2 when share > «and» flag');
    invalid('PV1001', 'fact x one of «5»', 'a name');
    invalid('PV1001', 'prohibition p per EO-2 when (flag «prohibition» q per EO-2', '`)`');
  });

  test('a reserved word as a name: invalid', () => {
    invalid('PV1001', 'fact «count» integer', '`count` is reserved');
    invalid('PV1001', 'enumeration e a, «not»', '`not` is reserved');
  });

  test('one error for each declaration with a slip', () => {
    const { diagnostics } = parseBlock(`fact a of
fact b yes nor no
prohibition p per
exemption q per EO-2 lifts
term t mean flag
fact fine yes or no
group g
  fact c yes or
  fact d integer fro 5
`);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(7).fill('PV1001'));
    expect(diagnostics.map(({ line }) => line - 55)).toEqual([1, 2, 3, 4, 5, 8, 9]);
  });
});

describe('characters', () => {
  test('a text that is not closed: invalid', () => {
    invalid('PV1004', 'source S «"never closed»\nfact x yes or no');
  });

  test('full-width and curly signs: invalid, with the plain one', () => {
    invalid('PV1005', 'enumeration e a«，»b', 'the plain comma');
    invalid('PV1005', 'prohibition p per EO-2 when share «≥» 5', '`>=`');
    invalid('PV1005', 'source S «“»Order”'.replace('Order”', 'Order'), 'the plain quote');
    invalid('PV1005', 'fact «über»'.replace('«über»', '«ü»ber'), 'A to Z');
  });

  test('an escape without a meaning: invalid', () => {
    invalid('PV1013', 'source S "a «\\t» b"', '`\\t`');
    valid('open o per EO-1 en "a \\"b\\" \\\\ \\n" zh "中"'.replace('valid', ''));
  });

  test('CRLF and a byte order mark: valid', () => {
    const text = `\uFEFF${documentWith('fact x yes or no')}`.replaceAll('\n', '\r\n');
    expect(parse(text).diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['PV2023', 56, 6]]);
  });
});

describe('blocks', () => {
  test('never closed: invalid, at the opening fence', () => {
    const text = 'Prose\n\n```proviso\nrulebook a title en "A" zh "A" zone UTC\n';
    expect(parse(text).diagnostics).toMatchObject([{ code: 'PV1003', line: 3, column: 1, endLine: 3, endColumn: 11 }]);
  });

  test('in a list or a quotation: invalid, for they would be lost', () => {
    const header = '```proviso\nrulebook a title en "A" zh "A" zone UTC\n```\n\n';
    for (const fence of ['- ```proviso', '> ```proviso', '1. > ```proviso']) {
      const { diagnostics } = parse(`${header}${fence}\n`);
      expect(diagnostics, fence).toMatchObject([{ code: 'PV1006', line: 5, column: 1 }]);
    }
    expect(parse(`${header}- \`\`\`\`\n  \`\`\`proviso\n  \`\`\`\`\n`).diagnostics).toEqual([]);
  });

  test('a declaration that goes on in another block: invalid', () => {
    invalid('PV1014', '«prohibition» p per EO-2\n```\n\nprose\n\n```proviso\n  when flag', 'another block');
  });

  test('a group ends with its block', () => {
    const { document } = parseBlock('group g\n  fact x yes or no\n```\n\n```proviso\nfact y yes or no');
    expect(document).toMatchObject({ groups: [{}, {}, { name: 'g', facts: [{ name: 'x' }] }] });
    expect(document?.facts.at(-1)?.name).toBe('y');
  });
});

describe('clauses', () => {
  test('twice: invalid', () => {
    invalid('PV1007', 'prohibition p per EO-2 when flag «when flag»', 'a second `when`');
    invalid('PV1007', 'duty d per EO-2 must en "D" zh "D" within 3 days «for 3 years»', 'deadline');
  });

  test('in any order: valid', () => {
    valid('exemption e when flag leaves base label en "E" zh "E" per EO-2');
    valid('event e suspended EO-1 confidence A until end of 2021-01-01 then lapses by EO on 2020-01-01');
  });

  test('missing: invalid', () => {
    invalid('PV1008', 'term «t» per EO-1', 'no `means`');
    invalid('PV1008', 'reading «r» alternative a en "A" zh "A" alternative b en "B" zh "B"', 'no `question`');
    invalid('PV1008', 'open «o» per EO-1', 'no text');
  });

  test('values side by side without a comma: invalid', () => {
    invalid('PV1009', 'enumeration e a «b»', 'comma');
    valid('enumeration e a en "A" zh "A" b en "B" zh "B" c, d');
  });
});

describe('headers', () => {
  test('missing: invalid', () => {
    expect(parse('Only prose.\n').diagnostics).toMatchObject([{ code: 'PV1010', line: 1, column: 1 }]);
    expect(parse('').diagnostics).toMatchObject([{ code: 'PV1010' }]);
  });

  test('a second one: invalid', () => {
    invalid('PV1011', '«rulebook» b title en "B" zh "B" zone UTC');
  });
});

describe('large documents', () => {
  test('over 5 MB: invalid, at once and with one message', () => {
    const started = performance.now();
    const { diagnostics, document } = parse('x'.repeat(50_000_000));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'PV1002', line: 1, column: 1 }]);
  });

  test('junk of every kind: errors, not a hang (the time limit of the test would tell)', () => {
    expect(parse(`\`\`\`proviso\n${'prohibition ( '.repeat(20_000)}\n\`\`\`\n`).diagnostics.length).toBeGreaterThan(0);
    expect(parse(`\`\`\`proviso\n${'\u0001 '.repeat(200_000)}\n\`\`\`\n`).diagnostics.length).toBeGreaterThan(0);
    expect(parse(`${'> '.repeat(20_000)}x\n`).diagnostics.length).toBeGreaterThan(0);
    expect(parse('- '.repeat(500_000)).diagnostics.length).toBeGreaterThan(0);
    expect(parse('`\n'.repeat(500_000)).diagnostics.length).toBeGreaterThan(0);
    expect(parse(`\`\`\`proviso\n${'fact fact\n'.repeat(100_000)}\`\`\`\n`).diagnostics.length).toBeLessThan(200);
    expect(parse(`\`\`\`proviso\n${'"'.repeat(1_000_000)}\n\`\`\`\n`).diagnostics.length).toBeGreaterThan(0);
  });

  test('deep parentheses: an error, not a crash', () => {
    const deep = `${'('.repeat(20_000)}flag${')'.repeat(20_000)}`;
    const { diagnostics } = parseBlock(`prohibition p per EO-2 when ${deep}`);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('the reference of the language', () => {
  const reference = readFileSync(new URL('../../../docs/reference/language.md', import.meta.url), 'utf8');

  test('every sample is accepted syntactically', () => {
    const SYNTAX = ['PV1001', 'PV1003', 'PV1004', 'PV1005', 'PV1006', 'PV1007', 'PV1009', 'PV1013', 'PV1014', 'PV1015'];
    expect(parse(reference).diagnostics.filter(({ code }) => SYNTAX.includes(code))).toEqual([]);
  });

  test('the words of the grammar and of the package are the same', () => {
    const text = readFileSync(new URL('../src/generated/ast.ts', import.meta.url), 'utf8');
    const keywords = /export type ProvisoKeywordNames =([^;]*);/.exec(text)?.[1]?.match(/[a-z]+/g) ?? [];
    expect([...WORDS].sort()).toEqual([...new Set(keywords)].sort());
  });
});

describe('words of the language as names', () => {
  const named = (condition: string) =>
    `fact source text\nfact label text\nfact title text\nfact per yes or no\n${condition}`;

  test.each([
    'assume a source is "x" and label is "x" or title is "x" implies per',
    'assume a\n  label is "x" and source is "x" and title is "x" and per',
    'assume a label en "A" zh "甲" source is "x" and label is "x" and title is "x" and per',
    'term t means label is "x" and (title is "x" or source is "x") and not per prohibition p per EO-2 when t',
    'prohibition p per EO-2 when source is "x" and title is "x" and label is "x" and per',
    'restriction r per EO-2 when per only if one : source is "x" two : label is "x" and title is "x"',
  ])('%s', (condition) => valid(named(condition)));

  test('a text in Icelandic, whose tag is a word of conditions, is still a text', () => {
    const { diagnostics, document } = parseBlock(
      'prohibition p per EO-2 when flag label is "Bann" en "Ban" zh "禁止"\nprohibition q per EO-2 label en "Q" is "Q" zh "Q"',
    );
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ rules: [{}, { label: { is: 'Bann', en: 'Ban' } }, { label: { is: 'Q' } }] });
  });
});
