import { describe, expect, test } from 'vitest';
import { parse } from '../src/index.ts';
import { invalid, parseBlock, valid, vocabulary } from './helpers.ts';

const RULE = (condition: string) => `prohibition other per EO-2\n  when ${condition}`;

describe('the document that the other tests build on', () => {
  test('valid', () => valid(''));
});

describe('names', () => {
  test('declared twice: invalid', () => {
    invalid('PV2001', 'fact «share» integer', 'already declared', 'line 25');
    invalid('PV2001', 'term «flag» means colour is red');
    invalid('PV2001', 'enumeration things a, «a»');
    invalid('PV2001', 'group g\n  fact a yes or no\n  fact «a» yes or no');
  });

  test('unknown: invalid, with the nearest', () => {
    invalid('PV2002', RULE('«flog»'), 'did you mean `flag`?');
    invalid('PV2002', RULE('«shar» > 50'), 'did you mean `share`?');
    invalid('PV2002', RULE('place is in «neer»'), '`near`');
    invalid('PV2002', RULE('«seller.shore» > 50'), 'did you mean `seller.share`?');
    invalid('PV2002', RULE('large(«sellar»)'), 'did you mean `seller`?');
    invalid('PV2002', 'fact x of «color»', 'did you mean `colour`?');
    invalid('PV2002', 'party third is «entty»', '`entity`');
    invalid('PV2002', 'instrument A kind x title en "A" zh "A" confidence A from «S1»');
  });

  test('of another kind: invalid', () => {
    invalid('PV2003', RULE('«near»'), 'is a list');
    invalid('PV2003', RULE('«seller»'), 'is a party');
    invalid('PV2003', RULE('place is in «share»'), 'is a fact, not a list');
    invalid('PV2003', 'prohibition other per «EO»', 'is an instrument, not a provision', 'EO-1');
    invalid('PV2003', 'provision X of «EO-1» at "x"', 'is a provision, not an instrument');
  });

  test('an enumeration named like a type: invalid', () => {
    invalid('PV2028', 'enumeration «date» a, b');
  });

  test('words of the language as names: valid', () => {
    valid(
      `enumeration word source en "S" zh "S" on, effective, rule, other, none, update, licence en "L" zh "L"
fact from one of label, from, prohibition en "P" zh "P" fact en "F" zh "F"
  label en "From" zh "从"
  presumed label
fact before of word
fact is_after of word
prohibition prohibition per EO-2
  when from is label and before is on or before is source and from is fact
exemption lifts per EO-2 lifts prohibition, every prohibition of EO leaves base when is_after is not licence
event on issued EO on 2020-01-01
`,
    );
  });

  test('a vocabulary that cannot be found: invalid', () => {
    const text = '```proviso\nrulebook a/b title en "A" zh "A" zone UTC uses x/y\n```\n';
    const { diagnostics } = parse(text);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['PV2004', 2, 48]]);
  });

  test('names of a vocabulary: valid, and not told to be unused', () => {
    const shared = vocabulary(
      '```proviso\nvocabulary v title en "V" zh "V"\nfact a yes or no\nfact b yes or no\n```\n',
    );
    const text = `\`\`\`proviso
rulebook a/b title en "A" zh "A" zone UTC uses v
instrument I kind x title en "I" zh "I"
provision P of I at "1"
prohibition p per P when a
\`\`\`
`;
    const resolveVocabulary = (id: string) => (id === 'v' ? { vocabulary: shared } : undefined);
    const { diagnostics, document } = parse(text, { resolveVocabulary });
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ uses: ['v'], vocabularies: [{ id: 'v' }] });
    const clash = parse(text.replace('prohibition', 'fact b yes or no\nprohibition'), { resolveVocabulary });
    expect(clash.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['PV2001', '`b` is already declared (fact of vocabulary `v`)'],
      ['PV2023', 'fact `b` is not used'],
    ]);
  });
});

describe('zones', () => {
  const header = (zone: string) => parse(`Prose\n\n\`\`\`proviso\nrulebook a/b title en "A" zh "A"\n${zone}\n\`\`\`\n`);

  test('missing: invalid', () => {
    expect(header('').diagnostics).toMatchObject([{ code: 'PV2006', line: 4, column: 1 }]);
  });

  test('unknown: invalid, with the nearest', () => {
    const { diagnostics } = header('  zone America/New_Yorck');
    expect(diagnostics).toMatchObject([{ code: 'PV2005', line: 5, column: 3, endColumn: 25 }]);
    expect(diagnostics[0]?.hint).toContain('America/New_York');
  });

  test('of every shape: valid', () => {
    for (const zone of ['UTC', 'Etc/GMT+5', 'Etc/GMT-5', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince'])
      expect(header(`  zone ${zone}`).diagnostics).toEqual([]);
  });
});

describe('comparisons', () => {
  test('of different types: invalid', () => {
    invalid('PV2007', RULE('share > «2020-01-01»'), 'a decimal number');
    invalid('PV2007', RULE('flag is «red»').replace('«red»', '«5»'), 'yes or no');
    invalid('PV2007', RULE('day is after «limit»'), 'a date');
    invalid('PV2007', RULE('«colour is in near»'), 'list `near` holds');
    invalid('PV2007', RULE('share is in (1, «"2"»)'));
  });

  test('with a value that the enumeration does not have: invalid, with the nearest', () => {
    invalid('PV2008', RULE('colour is «gren»'), 'did you mean `green`?');
    invalid('PV2008', RULE('colour is in (red, «blu»)'), 'did you mean `blue`?');
    invalid('PV2008', RULE('any of colours where it is «yellow»'), '`red`, `green` and `blue`');
    invalid('PV2008', 'fact x of colour presumed «rod»');
  });

  test('of two facts: invalid', () => {
    invalid('PV2009', RULE('«share > seller.share»'), 'mark the point `open`');
    invalid('PV2009', RULE('«limit > 3»'), 'two constants');
  });

  test('that never or always hold: invalid', () => {
    invalid('PV2010', RULE('«share > 100»'), 'never holds', 'from 0 to 100');
    invalid('PV2010', RULE('«share >= 0»'), 'always holds');
    invalid('PV2010', RULE('«share = 101»'), 'never holds');
    invalid('PV2010', RULE('«-1 < share»'), 'always holds');
    invalid('PV2010', RULE('«count of numbers < 0»'), 'never holds');
    valid(RULE('share >= 100'));
    valid(RULE('share > 0'));
  });

  test('with dates and instants that do not exist: invalid', () => {
    invalid('PV2011', RULE('day is before «2021-02-29»'), 'there is no day');
    invalid('PV2011', RULE('day is before «2021-2-9»'), 'four digits');
    invalid('PV2011', RULE('moment is before «2021-02-09T25:00Z»'));
    invalid('PV2012', RULE('moment is before «2021-02-09T12:00»'), 'no time zone');
    invalid('PV2012', RULE('moment is before «2021-02-09»'), 'not an instant');
  });

  test('with countries that do not exist: invalid', () => {
    invalid('PV2013', RULE('place is «UK»'));
    invalid('PV2013', RULE('place is in (US, «us»)'), 'did you mean `US`?');
  });

  test('by size where there is no order: invalid', () => {
    invalid('PV2016', RULE('«colour > red»'), 'has no order');
  });

  test('of a list with one value: invalid', () => {
    invalid('PV2019', RULE('«colours» is red'), 'any of');
    invalid('PV2019', RULE('any of «colour» where it is red'), 'not a list');
  });

  test('in a conjunction that wants two values: warned of', () => {
    const found = invalid('PV2022', RULE('colour is red and flag and «colour is blue»'), 'both `red` and `blue`');
    expect(found.severity).toBe('warning');
    invalid('PV2022', RULE('scope is wide and «scope is narrow»'));
  });
});

describe('conditions', () => {
  test('that are none: invalid', () => {
    invalid('PV2015', RULE('«share»'), 'not a condition');
    invalid('PV2015', RULE('«scope»'), 'is a reading', 'scope is narrow');
    invalid('PV2015', RULE('flag and «5»'), 'a constant');
  });

  test('`it` outside of a list: invalid', () => {
    invalid('PV2017', RULE('«it» is red'));
    invalid('PV2017', RULE('any of numbers where it > 1 and «it» < 5'), '( )');
    valid(RULE('any of numbers where (it > 1 and it < 5)'));
  });

  test('a term and a party that do not fit: invalid', () => {
    invalid('PV2018', RULE('large(«dog»)'), 'group `animal`');
    invalid('PV2018', RULE('«large»'), 'over a party');
    invalid('PV2018', `term t means flag\n${RULE('«t(seller)»')}`, 'not over a party');
  });

  test('a fact that decides nothing: invalid', () => {
    invalid('PV2021', RULE('«idle»'), 'decide nothing');
    invalid('PV2021', 'assume a not «idle»');
  });
});

describe('conditions that could be read in two ways', () => {
  test('the comparison after a count is that of the count', () => {
    valid(RULE('count of numbers where (it > 1 and it < 5) > 2'));
    valid(RULE('count of numbers where it > 1 > 2 and count of colours where not it is red is not 1'));
    valid(RULE('count of numbers where (it > 1) is at least limit or flag'));
  });

  test('`from` after a number is a range before a number, a dated value before a date', () => {
    valid(`parameter p integer
  from 2020-01-01: 1
  from 2021-01-01: 2
parameter q integer from 0 to 5 unit days
  from 2020-01-01: 1
list l of decimal from 2020-01-01: 1, 2
fact a integer
fact b decimal
${RULE('a > p and a < q and b is in l')}`);
  });
});

describe('terms in a circle', () => {
  test('invalid, and the circle is shown', () => {
    invalid(
      'PV2020',
      `term «a» means b or flag\nterm b means not c\nterm c means a\n${RULE('a')}`,
      '`a` → `b` → `c` → `a`',
    );
    invalid('PV2020', `term «a» means a\n${RULE('a')}`, '`a` → `a`');
  });
});

describe('values', () => {
  test('outside their type: invalid', () => {
    invalid('PV2014', 'fact x integer from 0 presumed «-1»', 'out of range');
    invalid('PV2014', 'fact x yes or no presumed «5»');
    invalid('PV2014', 'fact x integer sample «"five"»');
    invalid('PV2014', 'fact x integer presumed «1.5»');
    invalid('PV2014', 'list l of integer 1, «2020-01-01»');
    invalid('PV2014', 'parameter p date «5»');
    invalid('PV2014', 'fact x «integer from 0.5»');
  });

  test('ranges and dates out of order: invalid', () => {
    invalid('PV2027', 'fact x «integer from 5 to 1»');
    invalid('PV2027', 'list l of country\n  from 2021-01-01: US\n  «from 2020-01-01: CA»');
  });
});

describe('what is not used', () => {
  test('warned of', () => {
    const { diagnostics } = parseBlock(
      'fact x yes or no\nterm t means flag\nlist l of country US\nparameter p integer 5\nsource S "S"\ngroup g fact y yes or no',
    );
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'PV2023 fact `x` is not used',
      'PV2023 term `t` is not used',
      'PV2023 list `l` is not used',
      'PV2023 parameter `p` is not used',
      'PV2023 source `S` is not used',
      'PV2023 fact `g.y` is not used',
    ]);
    invalid('PV2023', 'term «t» means flag');
  });
});

describe('texts in languages', () => {
  test('without English: invalid', () => {
    invalid('PV2024', 'open o per EO-1 «zh "某事"»');
  });

  test('without Chinese: warned of', () => {
    expect(invalid('PV2025', 'open o per EO-1 «en "Something"»').severity).toBe('warning');
  });

  test('the same language twice: invalid', () => {
    invalid('PV2026', 'open o per EO-1 en "Something" zh "某事" «en "Else"»');
  });

  test('languages whose tag is a reserved word: valid', () => {
    const { document } = parseBlock('open o per EO-1 en "E" zh "Z" it "I" no "N" is "S" or "O" zh-Hant "T"');
    expect(document).toMatchObject({
      opens: [{ text: { en: 'E', zh: 'Z', it: 'I', no: 'N', is: 'S', or: 'O', 'zh-Hant': 'T' } }],
    });
  });
});
