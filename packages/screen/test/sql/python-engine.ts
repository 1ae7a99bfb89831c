import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StoredType } from '../../src/columns.ts';
import type { Cell, Engine, TestColumn } from './engine.ts';

/** A Python that has pyspark and chdb; undefined when none is told. */
export const PYTHON = process.env.PROVISO_SQL_PYTHON;

type Name = 'spark' | 'clickhouse';

/** An engine that runs in Python, driven line by line. */
export async function pythonEngine(dialect: Name): Promise<Engine> {
  if (PYTHON === undefined) throw new Error('PROVISO_SQL_PYTHON is not set');
  const script = fileURLToPath(new URL('statements.py', import.meta.url));
  const child = spawn(PYTHON, [script, dialect], { stdio: ['pipe', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => {
    errors.push(String(chunk));
    errors.splice(0, errors.length - 20);
  });
  const answers = createInterface({ input: child.stdout });
  const ask = (sql: string, rows: boolean) => asking(child, answers, errors, sql, rows);
  const write = WRITERS[dialect];
  return {
    dialect,
    async table(columns, rows) {
      for (const statement of write(columns, rows)) await ask(statement, false);
      return 'trial';
    },
    async run(statement) {
      await ask(statement, false);
    },
    rows: (query) => ask(query, true),
    async close() {
      child.stdin.end();
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function asking(
  child: ChildProcessWithoutNullStreams,
  answers: Interface,
  errors: readonly string[],
  sql: string,
  rows: boolean,
): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error(`Python ended: ${errors.join('')}`));
    child.once('exit', died);
    answers.once('line', (line) => {
      child.off('exit', died);
      const answer = JSON.parse(line) as { readonly rows?: Rows; readonly error?: string };
      if (answer.error === undefined) resolve(answer.rows ?? []);
      else reject(new Error(`${answer.error}\n${sql.slice(0, 4000)}`));
    });
    child.stdin.write(`${JSON.stringify({ sql, rows })}\n`);
  });
}

type Writer = (columns: readonly TestColumn[], rows: readonly (readonly Cell[])[]) => readonly string[];

const SPARK: Readonly<Record<StoredType, string>> = {
  text: 'STRING',
  boolean: 'BOOLEAN',
  integer: 'BIGINT',
  decimal: 'DECIMAL(24,10)',
  double: 'DOUBLE',
  date: 'DATE',
  timestamp: 'TIMESTAMP_NTZ',
  instant: 'TIMESTAMP',
  list: 'ARRAY<STRING>',
  other: 'BINARY',
};

const CLICKHOUSE: Readonly<Record<StoredType, string>> = {
  text: 'LowCardinality(Nullable(String))',
  boolean: 'Nullable(Bool)',
  integer: 'Nullable(Int64)',
  decimal: 'Nullable(Decimal(24, 10))',
  double: 'Nullable(Float64)',
  date: 'Nullable(Date32)',
  timestamp: 'Nullable(DateTime64(3))',
  instant: "Nullable(DateTime64(6, 'America/New_York'))",
  list: 'Array(Nullable(String))',
  other: 'Nullable(String)',
};

const WRITERS: Readonly<Record<Name, Writer>> = {
  spark: (columns, rows) => {
    const cell = (value: Cell, stored: StoredType): string => {
      if (value === null) return `CAST(NULL AS ${SPARK[stored]})`;
      if (typeof value === 'string') return `CAST(${text(value)} AS ${SPARK[stored]})`;
      const items = value.map((item) => cell(item, 'text')).join(', ');
      return value.length === 0 ? 'CAST(array() AS ARRAY<STRING>)' : `array(${items})`;
    };
    const values = rows.map(
      (row) => `(${columns.map(({ stored }, index) => cell(row[index] ?? null, stored)).join(', ')})`,
    );
    const names = columns.map(({ name }) => backticked(name, '``')).join(', ');
    return [`CREATE OR REPLACE TEMPORARY VIEW trial AS SELECT * FROM VALUES ${values.join(', ')} AS rows(${names})`];
  },
  clickhouse: (columns, rows) => {
    const cell = (value: Cell, stored: StoredType): string => {
      if (value === null) return 'NULL';
      if (typeof value !== 'string') return `[${value.map((item) => cell(item, 'text')).join(', ')}]`;
      if (stored === 'instant') return `parseDateTime64BestEffort(${text(value)}, 6, 'UTC')`;
      return text(value);
    };
    const types = columns.map(({ name, stored }) => `${backticked(name, '\\`')} ${CLICKHOUSE[stored]}`);
    const values = rows.map(
      (row) => `(${columns.map(({ stored }, index) => cell(row[index] ?? null, stored)).join(', ')})`,
    );
    return [
      'DROP TABLE IF EXISTS trial',
      `CREATE TABLE trial (${types.join(', ')}) ENGINE = Memory`,
      `INSERT INTO trial VALUES ${values.join(', ')}`,
    ];
  },
};

function text(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function backticked(name: string, tick: string): string {
  const escaped = tick === '``' ? name : name.replaceAll('\\', '\\\\');
  return `\`${escaped.replaceAll('`', tick)}\``;
}
