import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ScreenError } from '../errors.ts';
import { forgetTemporary, keepForRemoval } from '../sink/temporary-files.ts';

/** Enough for the lookups and buffers of a run; sorting and grouping beyond it goes to disk. */
const DEFAULT_MEMORY = '512MB';
/** Above so many columns that is not enough. The engine reserves so much for each, and uses a small part of it. */
const MANY_COLUMNS = 600;
const MEGABYTES_PER_COLUMN = 1;

/** A DuckDB of its own for one run, in memory, with a folder for what does not fit. */
export interface Engine {
  readonly connection: DuckDBConnection;
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts the embedded database. The library is loaded only now, so that nothing else pays for it. */
export async function startEngine(options: { threads?: number; memory?: string } = {}): Promise<Engine> {
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
  const folder = keepForRemoval(await mkdtemp(join(tmpdir(), 'proviso-screen-')));
  let instance: DuckDBInstance;
  try {
    instance = await Instance.create(':memory:', {
      memory_limit: options.memory ?? DEFAULT_MEMORY,
      temp_directory: folder,
      // Rulebooks and inputs are files of this machine: nothing is fetched.
      autoinstall_known_extensions: 'false',
      // The system keeps files that were read in memory already.
      enable_external_file_cache: 'false',
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    });
  } catch (error) {
    await remove(folder);
    throw new ScreenError('not_readable', `the embedded database does not start: ${messageOf(error)}`, {
      cause: error,
    });
  }
  const connection = await instance.connect();
  return {
    connection,
    folder,
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await remove(folder);
    },
  };
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  forgetTemporary(folder);
}

/**
 * Gives more memory for a table of very many columns, unless a size was asked for: a run holds some rows of all columns at once,
 * in several stages.
 */
export async function makeRoomFor(connection: DuckDBConnection, columns: number, memory?: string): Promise<void> {
  if (memory !== undefined || columns <= MANY_COLUMNS) return;
  await connection.run(`SET memory_limit = '${columns * MEGABYTES_PER_COLUMN}MB'`);
}

/** The words of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
