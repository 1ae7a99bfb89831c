import { LANGUAGES } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { renderSummaryText, summarise } from '../../src/summary/index.ts';
import { bar } from '../../src/summary/text/bar.ts';
import { fullInput, group, inputOf, label, measure, outcome, tabulation } from './fixture.ts';

const SUMMARY = summarise(fullInput());

describe('the summary on a terminal', () => {
  for (const language of LANGUAGES) {
    it.each([40, 60, 80, 120])(`fits %d columns (${language})`, (width) => {
      const lines = renderSummaryText(SUMMARY, { language, width, measure }).split('\n');
      expect(lines.filter((line) => measure(line) > width)).toEqual([]);
      expect(lines.length).toBeGreaterThan(30);
    });
  }

  it('says in sentences what to ask and what that settles', () => {
    const text = renderSummaryText(SUMMARY, { language: 'en', width: 400, measure });
    expect(text).toContain(
      '1. Ask "What is done?" [activity]: settles 40,213 rows (79.2% of the undetermined), USD 7,500,000.00. 10,537 rows then stay open.',
    );
    expect(text).toContain('settles a further 9,120 rows (18.0% of the undetermined), USD 1,200,000.50.');
    expect(text).toContain('settles no row by itself, but 1,410 rows depend on it together with others.');
    expect(text).toContain('can add up to more than all rows');
    expect(text).toContain('P-1     6,908   0.7%');
    const chinese = renderSummaryText(SUMMARY, { language: 'zh', width: 400, measure });
    expect(chinese).toContain(
      '询问“所做何事？” [activity]：可确定 40,213 行（占尚不能确定者的 79.2%），金额 USD 7,500,000.00。此后仍有 10,537 行尚不能确定。',
    );
  });

  it('leaves money out where no column is named', () => {
    const { amountColumn: _, ...input } = fullInput();
    const text = renderSummaryText(summarise({ ...input, amountColumn: null }), { language: 'en', measure });
    expect(text).not.toMatch(/USD|mount/);
  });

  it('colours without changing the text', () => {
    const plain = renderSummaryText(SUMMARY, { language: 'en', measure });
    const painted = renderSummaryText(SUMMARY, {
      language: 'en',
      measure,
      paint: (tone, text) => `\u0001${tone}\u0002${text}\u0003`,
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they mark what was painted
    expect(painted.replace(/\u0001\w+\u0002|\u0003/g, '')).toBe(plain);
    expect(painted).toContain('\u0001bad\u0002');
  });

  it('shows no character that a terminal would obey', () => {
    const text = renderSummaryText({ ...SUMMARY, source: 'a\u001b[31mb\r\nc' }, { language: 'en', measure });
    expect(text).toContain('a\ufffd[31mb c');
    expect(text).not.toContain('\u001b');
  });

  it('breaks words that are wider than the terminal', () => {
    const source = `${'x'.repeat(300)}.csv`;
    const lines = renderSummaryText({ ...SUMMARY, source }, { language: 'zh', width: 40, measure }).split('\n');
    expect(lines.filter((line) => measure(line) > 40)).toEqual([]);
    expect(lines.join('')).toContain(source);
  });

  it('says what there is to say about a table without rows, and about one row', () => {
    const of = (rows: number) =>
      summarise(
        inputOf({
          tabulation: tabulation({ outcomes: [label(outcome('prohibited'), ['P-1'])] }),
          groups: rows === 0 ? [] : [group({ outcome: 0, rows })],
        }),
      );
    expect(renderSummaryText(of(0), { language: 'en', measure })).toContain('The input has no rows.');
    const one = renderSummaryText(of(1), { language: 'en', measure });
    expect(one).toContain('1 row, all judged.');
    expect(one).toContain('there is nothing to ask');
  });
});

describe('a bar', () => {
  it.each([
    [[0], 10, '░░░░░░░░░░'],
    [[10], 10, '██████████'],
    [[1], 1000, '█░░░░░░░░░'],
    [[999], 1000, '█████████░'],
  ])('of %j in %d', (rows, whole, text) => {
    expect(
      bar(
        rows.map((count) => ({ rows: count, mark: '█' })),
        whole,
        10,
      ),
    ).toBe(text);
  });

  it('shows each stretch after the other', () => {
    const stretches = [
      { rows: 50, mark: '▒' },
      { rows: 1, mark: '█' },
    ];
    expect(bar(stretches, 100, 10)).toBe('▒▒▒▒▒█░░░░');
    expect(bar([], 0, 4)).toBe('░░░░');
  });
});
