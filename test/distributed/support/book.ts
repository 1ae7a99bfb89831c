import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ensureBuilt } from '../../../packages/cli/test/helpers/build.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PROGRAM = join(ROOT, 'packages/cli/bin/proviso.cjs');
const BOOK = join(ROOT, 'examples/us-platform-2020');

/** Files of the example for Spark. */
export const SPARK = join(ROOT, 'examples/spark');
/** Rows of the sample book. */
export const ROWS = 10_000;
/** The columns that screening adds. */
export const ADDED = ['verdict', 'may_proceed', 'possible', 'provisions', 'needs', 'held_back'];
/** The question that is asked of the book. */
const QUESTION = ['--rulebook', 'us/wechat', '--as-of', '2020-09-21', '--known-on', '2020-09-18'];
const MAP = ['--map', join(BOOK, 'map.json')];

/** How a program ended and what it said. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The sample book as Parquet with what `proviso screen` makes of it, in a folder of its own. */
export class Book {
  readonly folder = mkdtempSync(join(tmpdir(), 'proviso-distributed-'));
  readonly rows = this.path('book.parquet');
  /** The rows with their verdicts, written by `proviso screen`. */
  readonly verdicts = this.path('expected.parquet');

  constructor(rows = ROWS) {
    ensureBuilt();
    this.#done(process.execPath, [join(BOOK, 'generate.mjs'), '--rows', String(rows), '-o', this.rows]);
    this.#done(process.execPath, [PROGRAM, 'screen', this.rows, ...QUESTION, ...MAP, '-o', this.verdicts]);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs a program in the folder. */
  run(program: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...env },
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** Runs `proviso screen INPUT` with the book's question and map. */
  screen(input: string, ...words: readonly string[]): Run {
    const { command, words: all } = this.command(input, ...words);
    return this.run(command, all);
  }

  /** `proviso screen INPUT` as a command. */
  command(input: string, ...words: readonly string[]): { readonly command: string; readonly words: readonly string[] } {
    const all = [PROGRAM, 'screen', input, ...QUESTION, ...MAP, '--lang', 'en', ...words];
    return { command: process.execPath, words: all };
  }

  /** `proviso screen INPUT` with the book's question and no map, as the parameters of {@link run}. */
  plain(input: string, ...words: readonly string[]): [string, readonly string[]] {
    return [process.execPath, [PROGRAM, 'screen', input, ...QUESTION, '--lang', 'en', ...words]];
  }

  /** Writes the SQL for an engine and returns its path. */
  sql(dialect: string, table: string): string {
    const path = this.path(`${dialect}.sql`);
    const { code, err } = this.screen(this.rows, '--sql', dialect, '--query', table, '-o', path);
    if (code !== 0) throw new Error(err);
    return path;
  }

  /** Rows of DuckDB over files of the folder. */
  async query(sql: string): Promise<readonly (readonly unknown[])[]> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection: DuckDBConnection = await instance.connect();
    try {
      return (await connection.runAndReadAll(sql)).getRowsJson();
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  /**
   * Rows of a Parquet file that another engine wrote which differ from those of `proviso screen`, both ways. Texts that an engine
   * writes as an enumeration are texts.
   */
  differences(written: string): Promise<readonly (readonly unknown[])[]> {
    const cells = (file: string) =>
      `SELECT * REPLACE (${ADDED.map((name) => `${castOf(name)} AS ${name}`).join(', ')}) FROM read_parquet('${file}')`;
    const missing = (from: string, in_: string) => `FROM (${cells(from)}) EXCEPT ALL FROM (${cells(in_)})`;
    return this.query(
      `SELECT 'missing' AS what, * FROM (${missing(this.verdicts, written)}) UNION ALL SELECT 'added', * FROM (${missing(written, this.verdicts)}) LIMIT 5`,
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #done(program: string, words: readonly string[]): void {
    const { code, err } = this.run(program, words);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  }
}

const LISTS = new Set(['possible', 'provisions', 'needs']);

function castOf(name: string): string {
  return `${name}::${LISTS.has(name) ? 'VARCHAR[]' : 'VARCHAR'}`;
}
