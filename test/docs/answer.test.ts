import type { Answer, Because, ByReading, DayPart, DutyOwed, HeldBack, Need, WouldChange } from '@proviso/logic';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../packages/cli/test/helpers/build.ts';
import { readPage } from './support/pages.ts';
import { Scratch } from './support/scratch.ts';

// docs/reference/answer.md: its answers are those of the program, its tables name every field and no other.

type Presence = 'always' | 'sometimes';

// The compiler sees to it that these are the fields of the answer.
const ANSWER: Readonly<Record<keyof Answer, Presence>> = {
  verdict: 'always',
  mayProceed: 'always',
  possible: 'always',
  enforced: 'always',
  needs: 'always',
  byReading: 'sometimes',
  presumed: 'always',
  heldBack: 'always',
  because: 'always',
  wouldChange: 'always',
  duties: 'sometimes',
  withinDay: 'sometimes',
  asOf: 'always',
  knownOn: 'always',
  readings: 'always',
  validFrom: 'always',
  validUntil: 'always',
  rulebook: 'always',
  engine: 'always',
};
const PARTS: Readonly<Record<string, readonly string[]>> = {
  needs: fields<Need>({ kind: 0, name: 0, canSettle: 0 }),
  byReading: fields<ByReading>({ readings: 0, verdict: 0, mayProceed: 0 }),
  heldBack: fields<HeldBack>({ verdict: 0, status: 0, provision: 0, event: 0, since: 0, citation: 0 }),
  because: fields<Because>({
    rule: 0,
    kind: 0,
    provision: 0,
    state: 0,
    status: 0,
    citation: 0,
    by: 0,
    event: 0,
    since: 0,
    conditions: 0,
  }),
  wouldChange: fields<WouldChange>({ to: 0, set: 0 }),
  duties: fields<DutyOwed>({ duty: 0, provision: 0, citation: 0, state: 0, must: 0, due: 0, rhythm: 0 }),
  withinDay: fields<DayPart>({ from: 0, until: 0, verdict: 0, mayProceed: 0 }),
};

function fields<T>(named: Readonly<Record<keyof T, 0>>): readonly string[] {
  return Object.keys(named);
}

const page = readPage('docs/reference/answer.md');

describe('the page on the answer', () => {
  let scratch: Scratch;
  beforeAll(() => {
    ensureBuilt();
    scratch = new Scratch();
  });
  afterAll(() => scratch.remove());

  it('lists every field of the answer in its table', () => {
    const rows = [...page.text.matchAll(/^\| `(\w+)` +\| (?:text|list|boolean|object)/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(ANSWER));
  });

  for (const [part, names] of Object.entries(PARTS))
    it(`names every field in ${part}`, () => {
      expect(section(`### In \`${part}\``, '##')).toEqual(expect.arrayContaining([...names]));
    });

  const answers = page.samples.filter(({ marks }) => marks.has('answer'));
  for (const { line, marks, text } of answers)
    it(`line ${line}: is the answer of the program`, () => {
      const stated = stable(JSON.parse(text));
      const given = JSON.parse(scratch.run(`npx proviso decide --json ${marks.get('answer') ?? ''}`)) as Answer;
      expect(stable(given)).toEqual(stated);
      for (const [name, presence] of Object.entries(ANSWER))
        if (presence === 'always') expect(Object.keys(given)).toContain(name);
      for (const name of Object.keys(given)) expect(Object.keys(ANSWER)).toContain(name);
    });
});

/** Names in backquotes in a section of the page. */
function section(heading: string, next: string): readonly string[] {
  const start = page.text.indexOf(heading);
  expect(start, heading).toBeGreaterThan(0);
  const end = page.text.indexOf(`\n${next}`, start + heading.length);
  const text = page.text.slice(start + heading.length, end < 0 ? undefined : end);
  return [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
}

/** An answer without its digest, which moves with every word of the rulebook, and without the changes that would flip it. */
function stable(answer: Answer): unknown {
  const { rulebook, wouldChange, ...rest } = answer;
  return { ...rest, wouldChange: Array.isArray(wouldChange), rulebook: rulebook.id };
}
