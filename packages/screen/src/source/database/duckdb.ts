import { resolve } from 'node:path';
import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import { ScreenError } from '../../errors.ts';
import type { DuckDbSpec, OpenedSource } from '../contract.ts';
import { checkReadable } from '../files.ts';
import { literal } from '../sql-text.ts';
import { keepRows, removeKept, tableSource } from './kept-table.ts';
import { asSelect, isTableName, shownQuery } from './select.ts';

/**
 * Opens a table or the rows of a SELECT of a DuckDB database file. The file is never written to; a SELECT sees nothing
 * but the database.
 *
 * @throws ScreenError
 */
export async function openDuckDb(
  connection: DuckDBConnection,
  spec: DuckDbSpec,
  folder: string,
): Promise<OpenedSource> {
  await checkReadable(spec.path);
  const shown = `${spec.path}, ${shownQuery(spec.query)}`;
  try {
    if (isTableName(spec.query)) {
      return await tableSource(connection, spec, { path: resolve(spec.path), name: spec.query, shown }, async () => {});
    }
    const kept = await keepRows(folder, (own) => selectOf(own, spec));
    const table = { path: kept, name: 'proviso_rows', shown };
    return await tableSource(connection, spec, table, () => removeKept(kept)).catch(async (error: unknown) => {
      await removeKept(kept);
      throw error;
    });
  } catch (error) {
    throw told(error, spec);
  }
}

async function selectOf(connection: DuckDBConnection, spec: DuckDbSpec): Promise<string> {
  await connection.run(`ATTACH ${literal(resolve(spec.path))} AS proviso_input (READ_ONLY)`);
  await connection.run('USE proviso_input');
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  const select = asSelect(spec.query);
  const statements = await connection.extractStatements(select);
  if (statements.count !== 1) throw notOneSelect(spec);
  const statement = await statements.prepare(0);
  const { statementType } = statement;
  statement.destroySync();
  if (statementType !== StatementType.SELECT) throw notOneSelect(spec);
  return select;
}

function notOneSelect(spec: DuckDbSpec): ScreenError {
  return new ScreenError('database_query', 'A query is one SELECT, or the name of a table.', { where: spec.path });
}

function told(error: unknown, spec: DuckDbSpec): unknown {
  if (error instanceof ScreenError || !(error instanceof Error)) return error;
  const where = spec.path;
  if (/could not set lock/i.test(error.message)) {
    return new ScreenError('file_unreadable', `${where} is being written by another program.`, {
      where,
      values: { reason: 'locked' },
      hint: 'Close the program that has it open.',
      cause: error,
    });
  }
  if (
    /not a valid DuckDB database file|file is not a database|trying to read a database file with version/i.test(
      error.message,
    )
  ) {
    return new ScreenError('not_readable', `${where} is no DuckDB database, or of another version.`, {
      where,
      cause: error,
    });
  }
  const message = (error.message.split('\n\n')[0] ?? '').replace(/\s+/g, ' ');
  return new ScreenError('database_query', `The query cannot be run: ${message}`, {
    where,
    values: { message },
    cause: error,
  });
}
