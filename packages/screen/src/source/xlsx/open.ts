import type { DuckDBConnection } from '@duckdb/node-api';
import { diskFull, isDiskFull } from '../../sink/disk-full.ts';
import { removeTemporary } from '../../sink/temporary-files.ts';
import type { FileSpec, OpenedSource } from '../contract.ts';
import { checkReadable, shownFiles } from '../files.ts';
import { LazyFile } from '../lazy-file.ts';
import { malformedSource } from '../malformed.ts';
import { checkSameColumns, columnNames, unnamedColumns } from '../names.ts';
import { ShiftFile, withLines } from '../shift-file.ts';
import { identifier, literal, pathLiteral } from '../sql-text.ts';
import { guardedBytes } from './guard.ts';
import { readSheet, type SheetRows, sheetNames } from './sheet.ts';
import { withSheets } from './told-sheets.ts';

const ROWS_AT_ONCE = 5_000;

interface PreparedSheet {
  readonly file: string;
  readonly sheet: string;
  readonly names: readonly string[];
  readonly unnamed: string | undefined;
  readonly path: string;
  readonly rows: number;
  readonly shift: number;
  readonly shifts: string | undefined;
}

/**
 * Opens a sheet of Excel workbooks. Every cell is text, as {@link cellText} has it; blank rows are no rows. @throws
 * ScreenError.
 */
export async function openXlsx(connection: DuckDBConnection, spec: FileSpec, folder: string): Promise<OpenedSource> {
  const files: PreparedSheet[] = [];
  let common: readonly string[] | undefined;
  const close = async (): Promise<void> => {
    const paths = files.flatMap(({ path, shifts }) => (shifts === undefined ? [path] : [path, shifts]));
    await Promise.all(paths.map(removeTemporary));
  };
  try {
    for (const path of spec.paths) {
      const bytes = await guardedBytes(path, await checkReadable(path));
      const inBook = sheetNames(bytes, path);
      common = common?.filter((name) => inBook.includes(name)) ?? inBook;
      try {
        files.push(await prepare(path, readSheet(bytes, path, inBook, spec.sheet), folder));
      } catch (error) {
        throw withSheets(error, inBook);
      }
      checkSameColumns(files[0]?.names ?? [], files.at(-1)?.names ?? [], files[0]?.file ?? path, path);
    }
    const names = files[0]?.names ?? [];
    const sheets = [...new Set(files.map(({ sheet }) => sheet))].join(', ');
    const unnamed = files[0]?.unnamed;
    const located = files.map((file) =>
      withLines(
        file,
        readCopy([file]),
        files.length > 1 ? `${literal(file.file)} AS proviso_file, ` : '',
        names.map(identifier).join(', '),
      ),
    );
    return {
      spec,
      relation: readCopy(files),
      columns: names.map((name) => ({ name, stored: 'text' })),
      rows: files.reduce((total, { rows }) => total + rows, 0),
      malformedRows: 0,
      ...malformedSource(connection, []),
      located: located.join(' UNION ALL '),
      shown: `${shownFiles(spec.paths)}, sheet ${sheets}`,
      detected: { sheet: sheets, ...(unnamed === undefined ? {} : { unnamed }) },
      ...(common === undefined ? {} : { sheets: common }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Copies a sheet to a CSV file, which the engine reads again and again. */
async function prepare(file: string, sheet: SheetRows, folder: string): Promise<PreparedSheet> {
  const names = columnNames(sheet.header, file);
  const copy = new LazyFile(folder, '.csv');
  const shifts = new ShiftFile(folder);
  try {
    await copy.write(csvLine(names));
    let rows = 0;
    let shift = -1;
    let lines: string[] = [];
    for (const { line, cells } of sheet.rows()) {
      rows++;
      lines.push(csvLine(cells));
      if (line - rows !== shift) {
        shift = line - rows;
        await shifts.add([rows, shift]);
      }
      if (lines.length === ROWS_AT_ONCE) {
        await copy.write(lines.join(''));
        lines = [];
      }
    }
    await copy.write(lines.join(''));
    await Promise.all([copy.close(), shifts.close()]);
    return {
      file,
      sheet: sheet.sheet,
      names,
      unnamed: unnamedColumns(sheet.header),
      path: copy.path,
      rows,
      shift: shifts.first,
      shifts: shifts.path,
    };
  } catch (error) {
    await Promise.all([copy.remove(), shifts.remove()]);
    throw isDiskFull(error) ? diskFull('temporary files', error) : error;
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`)).join(',')}\n`;
}

function readCopy(files: readonly PreparedSheet[]): string {
  const columns = (files[0]?.names ?? []).map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return (
    `read_csv([${files.map(({ path }) => pathLiteral(path)).join(', ')}], auto_detect = false, header = true, parallel = false, ` +
    `delim = ',', quote = '"', escape = '"', new_line = '\\n', columns = {${columns}})`
  );
}
