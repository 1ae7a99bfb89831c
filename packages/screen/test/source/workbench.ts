import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { ScreenError, type ScreenErrorCode } from '../../src/errors.ts';
import type { FileSpec, OpenedSource, SourceSpec } from '../../src/source/contract.ts';
import { openSource } from '../../src/source/open.ts';

/** A folder and a connection for the tests of a file. */
export interface Workbench {
  readonly connection: DuckDBConnection;
  /** Inputs and outputs. */
  readonly folder: string;
  /** For temporary files. */
  readonly scratch: string;
  /** Writes a file, and tells its path. */
  put(name: string, content: string | Uint8Array): string;
  /** Opens a source; it is closed after the test. */
  open(spec: SourceSpec): Promise<OpenedSource>;
  /** Opens one file. */
  file(name: string, content: string | Uint8Array, options?: Partial<FileSpec>): Promise<OpenedSource>;
  /** The rows of a table expression, each cell as the engine's JSON has it. */
  rows(relation: string): Promise<unknown[][]>;
  /** The rows of a SELECT. */
  query(sql: string): Promise<unknown[][]>;
}

/** Sets up a workbench for the tests of a file. */
export function workbench(): Workbench {
  let connection: DuckDBConnection | undefined;
  let instance: DuckDBInstance | undefined;
  let base = '';
  let opened: OpenedSource[] = [];
  const there = (): DuckDBConnection => {
    if (connection === undefined) throw new Error('not within a test');
    return connection;
  };
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
  });
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'proviso-screen-'));
  });
  afterEach(async () => {
    for (const source of opened) await source.close();
    opened = [];
    rmSync(base, { recursive: true, force: true });
  });
  afterAll(() => {
    connection?.closeSync();
    instance?.closeSync();
  });
  const bench: Workbench = {
    get connection() {
      return there();
    },
    get folder() {
      return base;
    },
    get scratch() {
      return base;
    },
    put(name, content) {
      const path = join(base, name);
      writeFileSync(path, content);
      return path;
    },
    async open(spec) {
      const source = await openSource(there(), spec, base);
      opened.push(source);
      return source;
    },
    file(name, content, options = {}) {
      return bench.open({ kind: 'file', ...options, paths: [bench.put(name, content)] });
    },
    rows: (relation) => bench.query(`SELECT * FROM ${relation}`),
    async query(sql) {
      const reader = await there().runAndReadAll(sql);
      return reader.getRowsJson();
    },
  };
  return bench;
}

/** The error with which something fails. */
export async function failure(attempt: Promise<unknown>): Promise<ScreenError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ScreenError) return error;
  throw new Error(`failed otherwise than with a ScreenError: ${String(error)}`);
}

/** The code of the error with which something fails. */
export async function failureCode(attempt: Promise<unknown>): Promise<ScreenErrorCode> {
  return (await failure(attempt)).code;
}
