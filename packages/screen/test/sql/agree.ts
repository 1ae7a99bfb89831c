import { readChart } from '@proviso/logic/tabulate';
import { expect } from 'vitest';
import { type ScreenSql, screenSql } from '../../src/sql/index.ts';
import type { Engine } from './engine.ts';
import { readSpellings, type Trial, type Wanted } from './trial.ts';

/** Checks that the SQL of an engine says of every row of a trial what the library says. */
export async function agree(engine: Engine, trial: Trial): Promise<void> {
  const { tabulation, mapping, columns, rows, wanted, byLibrary, inspected } = trial;
  const source = await engine.table(columns, rows);
  // Which way texts are looked up makes no difference.
  const seenTexts = Object.fromEntries(
    columns.map(({ name }, at) => [
      name,
      [...new Set(rows.map((row) => row[at]))].filter((cell) => typeof cell === 'string'),
    ]),
  );
  const options = {
    dialect: engine.dialect,
    tabulation,
    mapping,
    source,
    ...(columns.length % 2 === 0 ? { seenTexts } : {}),
  };
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
    await agreeByKey(engine, trial, sql, labelled);
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

/** Rows judged by their keys have the labels that the walk through the charts gives them. */
async function agreeByKey(
  engine: Engine,
  { tabulation }: Trial,
  { keyed }: ScreenSql,
  labelled: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (keyed === undefined) return;
  const rows = inOrder(engine, await engine.rows(keyed.rows(['id'])));
  const said = rows.map(({ id, proviso_key }) => {
    if (proviso_key === null || proviso_key === undefined) return { id: Number(id), outcome: null };
    const codes = keyed.codesOf(Number(proviso_key));
    const outcome = readChart(tabulation.outcome, codes);
    const needs = outcome.outcome?.verdict === 'undetermined' ? tabulation.needs : [];
    return {
      id: Number(id),
      outcome,
      provisions: tabulation.provisions.map((chart) => readChart(chart, codes)),
      needs: needs.map((chart) => readChart(chart, codes)),
    };
  });
  const walked = labelled.map((row) => {
    if (row.proviso_outcome === null || row.proviso_outcome === undefined) return { id: Number(row.id), outcome: null };
    const outcome = tabulation.outcome.labels[Number(row.proviso_outcome)];
    const needs = outcome?.outcome?.verdict === 'undetermined' ? tabulation.needs : [];
    return {
      id: Number(row.id),
      outcome,
      provisions: tabulation.provisions.map((chart, at) => chart.labels[Number(row[`proviso_provisions_${at + 1}`])]),
      needs: needs.map((chart, at) => chart.labels[Number(row[`proviso_needs_${at + 1}`])]),
    };
  });
  expect(said).toEqual(walked);
  const counted = await engine.rows(keyed.counted({ amount: 'id' }));
  expect(counted.reduce((sum, row) => sum + Number(row.rows), 0)).toBe(rows.length);
  expect(new Set(counted.map(({ key }) => String(key))).size).toBe(
    new Set(rows.map((row) => String(row.proviso_key))).size,
  );
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
