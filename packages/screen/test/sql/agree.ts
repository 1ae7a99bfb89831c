import { expect } from 'vitest';
import { screenSql } from '../../src/sql/index.ts';
import type { Engine } from './engine.ts';
import { readSpellings, type Trial, type Wanted } from './trial.ts';

/** Checks that the SQL of an engine says of every row of a trial what the library says. */
export async function agree(engine: Engine, trial: Trial): Promise<void> {
  const { tabulation, mapping, columns, rows, wanted, byLibrary, inspected } = trial;
  const source = await engine.table(columns, rows);
  const options = { dialect: engine.dialect, tabulation, mapping, source };
  const { spellings } = screenSql(options);
  const cells = byLibrary && spellings !== undefined ? await engine.rows(spellings) : [];
  const readByLibrary = readSpellings(
    trial.program.rulebook,
    tabulation,
    cells.map(({ fact, cell }) => ({ fact: String(fact), cell: String(cell) })),
  );
  const sql = screenSql({ ...options, readByLibrary });
  for (const statement of sql.setup) await engine.run(statement);
  try {
    const good = wanted.flatMap((row, id) => ('bad' in row ? [] : [{ id, ...row }]));
    expect(await decided(engine, sql.decided({ lists: 'list' }), list)).toEqual(good);
    expect(await decided(engine, sql.decided({ lists: 'text', columns: ['id'] }), split)).toEqual(good);
    const bad = inOrder(engine, await engine.rows(sql.bad()));
    expect(bad.map((row) => ({ id: Number(row.id), bad: split(row.proviso_bad) }))).toEqual(
      wanted.flatMap((row, id) => ('bad' in row ? [{ id, bad: row.bad }] : [])),
    );
    const labelled = inOrder(engine, await engine.rows(sql.labelled()));
    expect(labelled.map((row) => ({ id: Number(row.id), verdict: verdictOf(trial, row.proviso_outcome) }))).toEqual(
      wanted.map((row, id) => ({ id, verdict: verdictIn(row) })),
    );
    const counts: Record<string, number> = {};
    let sum = 0;
    for (const row of await engine.rows(sql.counted({ amount: 'id' }))) {
      const verdict = verdictOf(trial, row.outcome);
      counts[verdict] = (counts[verdict] ?? 0) + Number(row.rows);
      sum += Number(row.amount);
    }
    expect(counts).toEqual(tally(wanted.map(verdictIn)));
    expect(sum).toBe((rows.length * (rows.length - 1)) / 2);
    const told = await engine.rows(sql.inspected());
    expect(
      Object.fromEntries(told.map((row) => [row.fact, [Number(row.filled), Number(row.empty), Number(row.bad)]])),
    ).toEqual(inspected);
  } finally {
    for (const statement of sql.teardown) await engine.run(statement);
  }
}

async function decided(engine: Engine, query: string, read: (value: unknown) => readonly string[]): Promise<unknown[]> {
  const rows = await engine.rows(query);
  return inOrder(engine, rows).map((row) => ({
    id: Number(row.id),
    verdict: row.verdict,
    mayProceed: row.may_proceed,
    possible: read(row.possible),
    provisions: read(row.provisions),
    needs: [...read(row.needs)].sort(),
    heldBack: row.held_back ?? null,
  }));
}

/** Rows by their id, for engines that promise no order. */
function inOrder<Row extends Readonly<Record<string, unknown>>>(
  { dialect }: Engine,
  rows: readonly Row[],
): readonly Row[] {
  const keeps = dialect === 'duckdb' || dialect === 'postgresql';
  return keeps ? rows : [...rows].sort((a, b) => Number(a.id) - Number(b.id));
}

function list(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value.map(String);
}

function split(value: unknown): readonly string[] {
  if (typeof value !== 'string') throw new Error(`not a text: ${JSON.stringify(value)}`);
  return value === '' ? [] : value.split(';');
}

function verdictOf({ tabulation }: Trial, outcome: unknown): string {
  if (outcome === null || outcome === undefined) return 'bad';
  const label = tabulation.outcome.labels[Number(outcome)];
  if (label === undefined) throw new Error(`no label ${outcome}`);
  return label.outcome?.verdict ?? 'contradiction';
}

function verdictIn(wanted: Wanted): string {
  if (!('bad' in wanted)) return wanted.verdict;
  return wanted.bad.length > 0 ? 'bad' : 'contradiction';
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
