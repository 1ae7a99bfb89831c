import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
const AT = ['ask', '--rulebook', 'toy/harbour', '--as-of', '2020-02-15'];

beforeAll(ensureBuilt);

/** An interview with these lines typed. */
function interview(lines: readonly string[], ...args: string[]) {
  return place.run([...AT, ...args], { input: lines.map((line) => `${line}\n`).join('') });
}

describe('proviso ask', () => {
  it('asks only what matters and ends with the answer', () => {
    const { code, out, err } = interview(['1']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Questions under Harbour rules (toy/harbour), as of 15 February 2020.');
    expect(out).toMatch(
      /Question 1 \(at most \d+ left\)\nWhat does the ship carry\?\nThe main cargo, by weight\.\n {2}1 {2}Timber \[timber\]\n {2}2 {2}Oil/,
    );
    expect(out).toContain('No further question can change the outcome. The answer:');
    expect(out).toMatch(/\n(Not restricted|Exempt)\. This transaction may go ahead/);
  });

  it('does not ask what is given', () => {
    expect(interview([], 'cargo=timber').out).not.toContain('Question 1');
  });

  it('takes words, "don\'t know", why, back, and says what is expected otherwise', () => {
    const { code, out } = interview(['oil', 'why', 'back', 'back', 'zebra', 'oil', '?', '?', '?', '?']);
    expect(code).toBe(0);
    expect(out).toContain('Rules that turn on it');
    expect(out).toContain('Small owners go free [small] (H-2)');
    expect(out).toContain('This is the first question.');
    expect(out).toContain('Please give one of timber, oil, other; or ?, why, back, quit.');
    expect(out).toContain('What is still open cannot be settled by a fact you know. The answer:');
    expect(out).toContain('Undetermined.');
  });

  it('gives the answer so far when told to quit and when nothing more is typed', () => {
    for (const lines of [['oil', 'quit'], ['oil']]) {
      const { code, out } = interview(lines);
      expect(code).toBe(0);
      expect(out).toContain('Stopped. The answer so far:');
      expect(out).toContain('Undetermined.');
    }
  });

  it('keeps standard output for the answer with --json', () => {
    const { out, err } = interview(['timber'], '--json');
    expect(JSON.parse(out).verdict).toMatch(/^(not_restricted|exempt)$/);
    expect(err).toContain('What does the ship carry?');
  });

  it('asks in Chinese', () => {
    const { out } = interview(['2', '退出'], '--lang', 'zh');
    expect(out).toContain('船上装的是什么？');
    expect(out).toContain('已停止。目前的结论：');
  });
});
