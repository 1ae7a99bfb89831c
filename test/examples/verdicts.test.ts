import type { Answer } from '@proviso/logic';
import { describe, expect, test } from 'vitest';
import { programOf } from '../rulebooks/load.ts';
import { factsOf, generate, mapOf, type Row, read, rowsOf } from './support/book.ts';

const AS_OF = '2020-09-21';
const KNOWN_ON = '2020-09-18';

const map = mapOf('map.json');
const program = programOf('us/wechat');
const decider = program.at({ asOf: AS_OF, knownOn: KNOWN_ON });
const judge = (row: Row): Answer => decider.decide(program.readFacts(factsOf(row, map)));
const answers = rowsOf(read('book.csv')).map(judge);

function countsOf(words: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe(`the book under us/wechat as of ${AS_OF}, known on ${KNOWN_ON}`, () => {
  test('is what the page says', () => {
    const verdicts = countsOf(answers.map(({ verdict }) => verdict));
    const needs = countsOf(answers.flatMap((answer) => answer.needs.map(({ name }) => name)));
    const said = (word: string) => {
      const found = new RegExp(`^\\| \`${word}\` +\\| +([\\d,]+) \\|`, 'm').exec(read('README.md'));
      return Number(found?.[1]?.replace(',', ''));
    };
    for (const [verdict, count] of verdicts) expect(said(verdict), verdict).toBe(count);
    const most = [...needs].sort((a, b) => b[1] - a[1]).slice(0, 6);
    for (const [need, count] of most) expect(said(need), need).toBe(count);
  });

  test('asks for facts of many kinds and for readings', () => {
    const undetermined = answers.filter(({ verdict }) => verdict === 'undetermined');
    expect(undetermined.length / answers.length).toBeGreaterThan(0.03);
    expect(undetermined.length / answers.length).toBeLessThan(0.08);
    const needs = undetermined.flatMap((answer) => answer.needs);
    expect(new Set(needs.map(({ kind }) => kind))).toEqual(new Set(['fact', 'reading']));
    expect(new Set(needs.map(({ name }) => name)).size).toBeGreaterThan(15);
  });

  test('answers alike whether cells that make no sense are empty or filled', () => {
    const verdicts = (filling: string) =>
      rowsOf(generate(filling).output.toString()).map((row) => {
        const { verdict, possible, needs } = judge(row);
        return { verdict, possible, needs: needs.map(({ name }) => name) };
      });
    expect(verdicts('--complete')).toEqual(verdicts('--no-gaps'));
  });
});
