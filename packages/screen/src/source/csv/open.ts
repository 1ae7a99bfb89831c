import type { DuckDBConnection } from '@duckdb/node-api';
import { removeTemporary } from '../../sink/temporary-files.ts';
import type { FileSpec, LineFile, OpenedSource, OpenOptions } from '../contract.ts';
import { shownFiles } from '../files.ts';
import { malformedSource } from '../malformed.ts';
import { checkSameColumns } from '../names.ts';
import { withLines } from '../shift-file.ts';
import { identifier, literal, pathLiteral } from '../sql-text.ts';
import { countOf } from '../stored.ts';
import { type PreparedCsv, prepareCsv } from './prepare.ts';

/** The engine reads files up to this size with one thread at any rate. */
const ONE_THREAD_BYTES = 4_000_000;

/** Opens CSV files. Every cell is text, so that it keeps its spelling. @throws ScreenError. */
export async function openCsv(
  connection: DuckDBConnection,
  spec: FileSpec,
  temporaryFolder: string,
  { trusting = false }: OpenOptions = {},
): Promise<OpenedSource> {
  const files: PreparedCsv[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(files.flatMap((file) => file.temporary).map(removeTemporary));
  };
  try {
    for (const path of spec.paths) {
      const file = await prepareCsv(path, spec, temporaryFolder);
      files.push(file);
      const first = files[0] ?? file;
      checkSameColumns(first.names, file.names, first.file, path);
    }
    const serial = new Set<PreparedCsv>();
    const lines = linesOf(files);
    let isDoubtful = false;
    for (const file of files) {
      if (file.breaks) serial.add(file);
      else if (!mayMislead(file)) continue;
      else if (trusting && lines !== undefined) isDoubtful = true;
      else if (!(await readsInParallel(connection, file))) serial.add(file);
    }
    const careful = isDoubtful ? new Set(files) : serial;
    const names = files[0]?.names ?? [];
    return {
      spec,
      relation: relationOf(files, serial),
      columns: names.map((name) => ({ name, stored: 'text' })),
      ...(isDoubtful ? { oneByOne: relationOf(files, careful) } : {}),
      rows: sum(files.map((file) => file.rows)),
      malformedRows: sum(files.map((file) => file.malformedRows)),
      ...malformedSource(connection, files),
      located: files.map((file) => locatedRows(file, careful.has(file), files.length > 1)).join(' UNION ALL '),
      ...(lines === undefined ? {} : { lines }),
      shown: shownFiles(spec.paths),
      detected: detectedIn(files),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Whether the engine may be misled when it reads a file with all cores: it starts at places within the file, and takes what looks
 * like the beginning of a row for one. A line break in a quoted cell misleads it; a delimiter in one may, which only reading tells.
 */
function mayMislead({ delimiters, size }: PreparedCsv): boolean {
  return delimiters && size >= ONE_THREAD_BYTES;
}

/** Whether all rows come when the engine reads a file with all cores. */
async function readsInParallel(connection: DuckDBConnection, file: PreparedCsv): Promise<boolean> {
  try {
    return (await countOf(connection, `SELECT count(*) FROM ${readCsv([file], false)}`)) === file.rows;
  } catch {
    return false;
  }
}

function relationOf(files: readonly PreparedCsv[], serial: ReadonlySet<PreparedCsv>): string {
  const groups: PreparedCsv[][] = [];
  for (const file of files) {
    const group = groups.at(-1);
    const last = group?.[0];
    const alike =
      last !== undefined &&
      last.delimiter === file.delimiter &&
      last.crlf === file.crlf &&
      serial.has(last) === serial.has(file);
    if (alike) group?.push(file);
    else groups.push([file]);
  }
  const parts = groups.map((group) => readCsv(group, group[0] !== undefined && serial.has(group[0])));
  return parts.length === 1
    ? String(parts[0])
    : `(${parts.map((part) => `SELECT * FROM ${part}`).join(' UNION ALL ')})`;
}

function readCsv(files: readonly PreparedCsv[], oneByOne: boolean): string {
  const first = files[0];
  const columns = (first?.names ?? []).map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const options = [
    `[${files.map((file) => pathLiteral(file.path)).join(', ')}]`,
    'auto_detect = false',
    'header = true',
    "compression = 'none'",
    `delim = ${literal(first?.delimiter ?? ',')}`,
    `quote = '"'`,
    `escape = '"'`,
    `new_line = '${first?.crlf ? '\\r\\n' : '\\n'}'`,
    `columns = {${columns}}`,
    ...(oneByOne ? ['parallel = false'] : []),
  ];
  return `read_csv(${options.join(', ')})`;
}

/** The rows of a file with the physical lines at which they start. */
function locatedRows(file: PreparedCsv, oneByOne: boolean, manyFiles: boolean): string {
  const columns = file.names.map(identifier).join(', ');
  const fileColumn = manyFiles ? `${literal(file.file)} AS proviso_file, ` : '';
  return withLines(file, readCsv([file], oneByOne), fileColumn, columns);
}

/** The rows as lines, where all files have them so. */
function linesOf(files: readonly PreparedCsv[]): readonly LineFile[] | undefined {
  const lines: LineFile[] = [];
  for (const { path, rowsAt, rows, crlf, names, delimiter, anew } of files) {
    if (delimiter !== ',' || anew === undefined) return undefined;
    lines.push({ path, rowsAt, rows, crlf, blankRows: names.length === 1, anew });
  }
  return lines;
}

function detectedIn(files: readonly PreparedCsv[]): Readonly<Record<string, string>> {
  const distinct = (values: readonly string[]): string => [...new Set(values)].join(', ');
  const unnamed = files[0]?.unnamed;
  return {
    encoding: distinct(files.map((file) => file.encoding)),
    delimiter: distinct(files.map((file) => (file.delimiter === '\t' ? 'tab' : file.delimiter))),
    ...(unnamed === undefined ? {} : { unnamed }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
