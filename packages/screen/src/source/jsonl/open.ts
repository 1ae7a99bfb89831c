import type { DuckDBConnection } from '@duckdb/node-api';
import { ScreenError } from '../../errors.ts';
import { removeTemporary, temporaryFile } from '../../sink/temporary-files.ts';
import type { FileSpec, OpenedSource } from '../contract.ts';
import { detectEncoding, encodingLabel, encodingOfMark } from '../csv/encoding.ts';
import { recode } from '../csv/recode.ts';
import { beginning, checkReadable, shownFiles } from '../files.ts';
import { malformedSource } from '../malformed.ts';
import { columnNames } from '../names.ts';
import { withLines } from '../shift-file.ts';
import { identifier, literal, pathLiteral } from '../sql-text.ts';
import { Keys } from './keys.ts';
import { MAX_LINE_BYTES, type SiftedLines, siftLines } from './sift.ts';

interface PreparedLines extends SiftedLines {
  readonly file: string;
  readonly encoding: string;
  readonly temporary: readonly string[];
}

/**
 * Opens JSON lines files. The columns are the keys of all objects, over all files. Texts, booleans and whole numbers
 * keep their type; other numbers are texts, so that they keep their spelling; lists of texts are lists. What is nested
 * deeper stays JSON.
 *
 * @throws ScreenError
 */
export async function openJsonLines(
  connection: DuckDBConnection,
  spec: FileSpec,
  folder: string,
): Promise<OpenedSource> {
  const keys = new Keys();
  const files: PreparedLines[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(files.flatMap((file) => file.temporary).map(removeTemporary));
  };
  try {
    for (const path of spec.paths) files.push(await prepare(path, spec, keys, folder));
    const where = shownFiles(spec.paths);
    if (keys.names.length === 0) {
      throw new ScreenError('no_rows', `${where} has no line that is a JSON object, so that it has no columns.`, {
        where,
        hint: 'JSON lines have one object on each line.',
      });
    }
    checkNames(keys.names, where);
    const columns = keys.names.map((name) => ({ name, ...keys.stored(name) }));
    const types = columns.map(({ name, type }) => `${literal(name)}: ${literal(type)}`).join(', ');
    const read = (paths: readonly string[]): string =>
      `read_json([${paths.map(pathLiteral).join(', ')}], format = 'newline_delimited', compression = 'uncompressed', ` +
      `maximum_object_size = ${2 * MAX_LINE_BYTES}, columns = {${types}})`;
    const list = columns.map(({ name }) => identifier(name)).join(', ');
    const located = files.map((file) =>
      withLines(file, read([file.path]), files.length > 1 ? `${literal(file.file)} AS proviso_file, ` : '', list),
    );
    return {
      spec,
      relation: read(files.map((file) => file.path)),
      columns: columns.map(({ name, stored }) => ({ name, stored })),
      rows: files.reduce((total, file) => total + file.rows, 0),
      malformedRows: files.reduce((total, file) => total + file.malformedRows, 0),
      ...malformedSource(connection, files),
      located: located.join(' UNION ALL '),
      shown: where,
      detected: { encoding: [...new Set(files.map((file) => file.encoding))].join(', ') },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function checkNames(names: readonly string[], where: string): void {
  if (names.some((name) => name.trim() === '')) {
    throw new ScreenError('not_readable', `${where} has objects with a member that has no name.`, { where });
  }
  columnNames(names, where);
}

async function prepare(file: string, spec: FileSpec, keys: Keys, folder: string): Promise<PreparedLines> {
  await checkReadable(file);
  const marked = encodingOfMark(await beginning(file, 3));
  const stated = spec.encoding === undefined ? undefined : encodingLabel(spec.encoding, file);
  let encoding = stated ?? marked ?? 'utf-8';
  if (encoding === 'utf-8') {
    const start = marked === 'utf-8' ? 3 : 0;
    const unsure = stated === undefined && marked === undefined;
    const sifted = await siftLines(file, start, keys, folder, unsure, false);
    if (sifted !== undefined) return prepared(file, encoding, file, sifted);
    encoding = await detectEncoding(file);
    if (encoding === 'utf-8')
      return prepared(file, encoding, file, must(await siftLines(file, start, keys, folder, false, false)));
  }
  const copy = temporaryFile(folder, '.jsonl');
  try {
    await recode(file, copy, encoding, false);
    const sifted = must(await siftLines(copy, 0, keys, folder, false, true));
    if (sifted.path !== copy) await removeTemporary(copy);
    return prepared(file, encoding, file, sifted);
  } catch (error) {
    await removeTemporary(copy);
    throw error;
  }
}

function prepared(file: string, encoding: string, original: string, sifted: SiftedLines): PreparedLines {
  const own = sifted.path === original ? undefined : sifted.path;
  const temporary = [own, sifted.malformed, sifted.shifts].filter((path) => path !== undefined);
  return { ...sifted, file, encoding, temporary };
}

function must(sifted: SiftedLines | undefined): SiftedLines {
  if (sifted === undefined) throw new Error('a lenient reading has a result');
  return sifted;
}
