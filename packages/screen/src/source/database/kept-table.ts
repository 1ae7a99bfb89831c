import { randomBytes } from 'node:crypto';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { InputColumn } from '../../columns.ts';
import { diskFull, isDiskFull } from '../../sink/disk-full.ts';
import { keepForRemoval, removeTemporary, temporaryFile } from '../../sink/temporary-files.ts';
import type { OpenedSource, SourceSpec } from '../contract.ts';
import { malformedSource } from '../malformed.ts';
import { columnNames } from '../names.ts';
import { identifier, literal } from '../sql-text.ts';
import { countOf, describe } from '../stored.ts';

/**
 * Runs a query once, on an engine of its own, and keeps its rows in a database file: reading them twice then gives the
 * same rows, and the query comes nowhere near the connection on which screening works.
 *
 * @param prepare makes the engine ready and tells the SELECT.
 */
export async function keepRows(
  folder: string,
  prepare: (connection: DuckDBConnection) => Promise<string>,
): Promise<string> {
  const path = temporaryFile(folder, '.duckdb');
  keepForRemoval(`${path}.wal`);
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: folder, memory_limit: '1GB' });
  try {
    const connection = await instance.connect();
    try {
      await connection.run(`ATTACH ${literal(path)} AS proviso_kept`);
      const select = await prepare(connection);
      await connection.run(`CREATE TABLE proviso_kept.main.proviso_rows AS ${select}`);
      await connection
        .run('DETACH DATABASE IF EXISTS proviso_kept')
        .catch(() => connection.run('CHECKPOINT proviso_kept'));
    } finally {
      connection.closeSync();
    }
  } catch (error) {
    instance.closeSync();
    await removeKept(path);
    throw isDiskFull(error) ? diskFull('temporary files', error) : error;
  }
  instance.closeSync();
  return path;
}

/** Removes what {@link keepRows} kept. */
export async function removeKept(path: string): Promise<void> {
  await Promise.all([removeTemporary(path), removeTemporary(`${path}.wal`)]);
}

/** A table of an attached database as a source. `done` removes what was kept for it. */
export async function tableSource(
  connection: DuckDBConnection,
  spec: SourceSpec,
  table: { readonly path: string; readonly name: string; readonly shown: string },
  done: () => Promise<void>,
): Promise<OpenedSource> {
  const alias = `proviso_${randomBytes(6).toString('hex')}`;
  await connection.run(`ATTACH ${literal(table.path)} AS ${alias} (READ_ONLY)`);
  const close = async (): Promise<void> => {
    await connection.run(`DETACH DATABASE IF EXISTS ${alias}`);
    await done();
  };
  try {
    const relation = await resolved(connection, alias, table.name);
    const columns: readonly InputColumn[] = await describe(connection, relation);
    columnNames(
      columns.map(({ name }) => name),
      table.shown,
    );
    const names = columns.map(({ name }) => identifier(name)).join(', ');
    return {
      spec,
      relation,
      columns,
      rows: await countOf(connection, `SELECT count(*) FROM ${relation}`),
      malformedRows: 0,
      ...malformedSource(connection, []),
      located: `SELECT row_number() OVER () AS proviso_line, ${names} FROM ${relation}`,
      shown: table.shown,
      detected: {},
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A table's name within an attached database: `orders` may also be `main.orders`, or `database.main.orders` as it is
 * called there.
 */
async function resolved(connection: DuckDBConnection, alias: string, name: string): Promise<string> {
  const parts = name.trim().split(/\s*\.\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const inside = parts.length > 2 ? parts.slice(1) : parts;
  const relation = `${alias}.${inside.length === 1 ? `main.${inside[0]}` : inside.join('.')}`;
  await connection.run(`DESCRIBE ${relation}`);
  return relation;
}
