import { describe, expect, test } from 'vitest';
import { type CaseLine, casesOf, programOf, SHIPPED } from '../../../../test/rulebooks/load.ts';
import type { ScreeningOptions } from '../../src/job/index.ts';
import { csvLine, type JudgedRow, judgedBy, judgedRows, Place, screening } from './screened.ts';

const place = new Place();

/** What a case says must come out. */
interface Wanted {
  readonly verdict: string;
  readonly held_back?: string | null;
  readonly possible?: readonly string[];
  readonly needs?: readonly string[];
}

type Case = CaseLine & Wanted;

const AS_OF = 'judged as of';

/** Cases that assert a term, as a lawyer may: a term is no fact, and no column gives it. They are left out. */
const LEFT_OUT: Readonly<Record<(typeof SHIPPED)[number], number>> = {
  'us/wechat': 0,
  'us/tiktok': 0,
  'us/eo-13971': 0,
};

function casesAsRows(id: string): { readonly rows: readonly Case[]; readonly others: readonly Case[] } {
  const { facts } = programOf(id).compiled;
  const cases = casesOf(id) as readonly Case[];
  const isRow = (one: Case) => Object.keys(one.facts).every((fact) => facts.has(fact));
  return { rows: cases.filter(isRow), others: cases.filter((one) => !isRow(one)) };
}

/** Cases that agree in something, as one table: a column for each fact that some of them state. */
function tables(id: string, key: (one: Case) => unknown): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[]>();
  for (const one of casesAsRows(id).rows) {
    const name = JSON.stringify(key(one));
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()];
}

/**
 * What a case does not state is unknown, and so is an empty cell; but a presumed fact that a case does not state has the
 * presumed value, while an empty cell in its column says that nobody knows. So the presumed value is written.
 */
function tableOf(id: string, cases: readonly Case[]): string {
  const { facts } = programOf(id).compiled;
  // A table has a column of facts at least, even where the only case states nothing.
  const columns = [...new Set(['application', ...cases.flatMap((one) => Object.keys(one.facts))])];
  const lines = cases.map((one) => [
    one.id,
    one.as_of,
    ...columns.map((fact) => String((fact in one.facts ? one.facts[fact] : facts.get(fact)?.presumed) ?? '')),
  ]);
  return [['case', AS_OF, ...columns], ...lines].map(csvLine).join('');
}

async function judge(id: string, cases: readonly Case[], rest: Partial<ScreeningOptions>): Promise<void> {
  const first = cases[0];
  if (first === undefined) return;
  const source = { kind: 'file', paths: [place.write('cases.csv', tableOf(id, cases))] } as const;
  const program = programOf(id);
  const { known_on: knownOn, readings = {} } = first;
  const options = { program, source, readings, ...(knownOn === undefined ? {} : { knownOn }), ...rest };
  const rows = await screening(options, (opened) => judgedRows(opened, place.path('out.jsonl')));
  expect(rows.map(({ cells }) => cells.case)).toEqual(cases.map((one) => one.id));
  for (const [index, one] of cases.entries()) check(one, rows[index]);
}

function check(one: Case, row: JudgedRow | undefined): void {
  const judged = row?.judged;
  expect(judged?.verdict, one.id).toBe(one.verdict);
  if (one.held_back !== undefined) expect(judged?.heldBack, one.id).toBe(one.held_back);
  if (one.possible !== undefined) expect(new Set(judged?.possible), one.id).toEqual(new Set(one.possible));
  expect(judged?.needs, one.id).toEqual(expect.arrayContaining([...(one.needs ?? [])]));
  const program = programOf(one.rulebook);
  const { known_on: knownOn, readings = {}, as_of: asOf } = one;
  const decider = program.at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
  expect(judged, one.id).toEqual(judgedBy(decider.decide(program.readFacts(one.facts))));
}

describe.each(SHIPPED)('the cases of %s', (id) => {
  test('are rows, but for those that assert a term', () => {
    const { rows, others } = casesAsRows(id);
    expect(others.length).toBe(LEFT_OUT[id]);
    expect(rows.length + others.length).toBe(casesOf(id).length);
    expect(rows.length).toBeGreaterThan(20);
  });

  test('as one table for each date, knowledge and reading, get the verdicts of the case file', async () => {
    for (const cases of tables(id, (one) => [one.as_of, one.known_on, one.readings]))
      await judge(id, cases, { asOf: cases[0]?.as_of ?? '' });
  });

  test('as one table in which each row has its own date, get the same', async () => {
    const several = tables(id, (one) => [one.known_on, one.readings]).filter(
      (cases) => new Set(cases.map((one) => one.as_of)).size > 1,
    );
    expect(several.length).toBeGreaterThan(0);
    for (const cases of several) await judge(id, cases, { asOfColumn: { column: AS_OF } });
  });
});
