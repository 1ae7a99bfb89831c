import type { DuckDBConnection } from '@duckdb/node-api';
import type { InputColumn } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import type { FileSpec, OpenedSource } from './contract.ts';
import { checkReadable, shownFiles } from './files.ts';
import { malformedSource } from './malformed.ts';
import { checkSameColumns, columnNames } from './names.ts';
import { identifier, literal, pathLiteral } from './sql-text.ts';
import { countOf, describe } from './stored.ts';

/** Opens Parquet files; cells keep their types. @throws ScreenError. */
export async function openParquet(connection: DuckDBConnection, spec: FileSpec): Promise<OpenedSource> {
  let first: readonly InputColumn[] | undefined;
  for (const path of spec.paths) {
    const columns = await columnsOf(connection, path);
    const expected = first ?? columns;
    first = expected;
    checkSameColumns(expected.map(told), columns.map(told), String(spec.paths[0]), path);
  }
  const columns = first ?? [];
  const list = spec.paths.map(pathLiteral).join(', ');
  const names = columns.map((column) => identifier(column.name)).join(', ');
  const located = spec.paths.map((path) => {
    const fileColumn = spec.paths.length > 1 ? `${literal(path)} AS proviso_file, ` : '';
    return `SELECT ${fileColumn}file_row_number + 1 AS proviso_line, ${names} FROM ${readParquet(pathLiteral(path), ', file_row_number = true')}`;
  });
  return {
    spec,
    relation: readParquet(`[${list}]`, spec.paths.length > 1 ? ', union_by_name = true' : ''),
    columns,
    rows: await countOf(connection, `SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata([${list}])`),
    malformedRows: 0,
    ...malformedSource(connection, []),
    located: located.join(' UNION ALL '),
    shown: shownFiles(spec.paths),
    detected: {},
    close: async () => {},
  };
}

function readParquet(paths: string, options = ''): string {
  return `read_parquet(${paths}, hive_partitioning = false, binary_as_string = false${options})`;
}

async function columnsOf(connection: DuckDBConnection, path: string): Promise<readonly InputColumn[]> {
  await checkReadable(path);
  try {
    const schema = await connection.runAndReadAll(
      `SELECT name FROM parquet_schema(${pathLiteral(path)}) WHERE num_children IS NULL OR num_children = 0`,
    );
    const top = await describe(connection, readParquet(pathLiteral(path)));
    columnNames(
      schema.getRows().length === top.length
        ? schema.getRows().map(([name]) => String(name))
        : top.map(({ name }) => name),
      path,
    );
    return top;
  } catch (error) {
    if (error instanceof ScreenError) throw error;
    throw new ScreenError('not_readable', `${path} is no Parquet file, or a damaged one.`, {
      where: path,
      cause: error,
    });
  }
}

/** A column with its type: a column that is a number in one file and a text in another is another column. */
function told(column: InputColumn): string {
  return column.stored === 'text' ? column.name : `${column.name} (${column.stored})`;
}
