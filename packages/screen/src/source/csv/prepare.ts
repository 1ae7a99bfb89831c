import { isUtf8 } from 'node:buffer';
import { ScreenError } from '../../errors.ts';
import { removeTemporary, temporaryFile } from '../../sink/temporary-files.ts';
import { beginning, checkReadable } from '../files.ts';
import { columnNames, unnamedColumns } from '../names.ts';
import { checkDelimiter, detectDelimiter, parseRow } from './dialect.ts';
import { detectEncoding, encodingLabel, encodingOfMark } from './encoding.ts';
import { recode } from './recode.ts';
import { MAX_ROW_BYTES } from './scan.ts';
import { type Extent, type Sifted, sift } from './sift.ts';

/** What may be stated about a CSV file. */
export interface CsvOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** A CSV file of which every row is good, and what was found on the way there. */
export interface PreparedCsv extends Sifted {
  /** As it was named by the user. */
  readonly file: string;
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly crlf: boolean;
  readonly encoding: string;
  readonly unnamed: string | undefined;
  readonly temporary: readonly string[];
}

/** Finds out how a CSV file is written and sets its malformed rows aside. @throws ScreenError. */
export async function prepareCsv(file: string, options: CsvOptions, folder: string): Promise<PreparedCsv> {
  const size = await checkReadable(file);
  if (options.delimiter !== undefined) checkDelimiter(options.delimiter, file);
  const start = await beginning(file, MAX_ROW_BYTES);
  const marked = encodingOfMark(start);
  const stated = options.encoding === undefined ? undefined : encodingLabel(options.encoding, file);
  const encoding = stated ?? marked ?? 'utf-8';
  const oldMac = encoding === 'utf-8' && !start.includes('\n') && start.includes('\r');
  const unsure = stated === undefined && marked === undefined;
  if (encoding === 'utf-8' && !oldMac) {
    if (!unsure || isBeginningOfUtf8(start)) {
      const prepared = await prepareUtf8({ file, path: file, size, start, encoding }, options, folder, unsure);
      if (prepared !== undefined) return prepared;
    }
    const found = await detectEncoding(file);
    if (found === 'utf-8')
      return must(await prepareUtf8({ file, path: file, size, start, encoding: found }, options, folder, false));
    return recoded(file, found, options, folder);
  }
  return recoded(file, encoding, options, folder);
}

async function recoded(file: string, encoding: string, options: CsvOptions, folder: string): Promise<PreparedCsv> {
  const copy = temporaryFile(folder, '.csv');
  try {
    await recode(file, copy, encoding, false);
    let start = await beginning(copy, MAX_ROW_BYTES);
    if (!start.includes('\n') && start.includes('\r')) {
      await removeTemporary(copy);
      await recode(file, copy, encoding, true);
      start = await beginning(copy, MAX_ROW_BYTES);
    }
    const size = start.length === 0 ? 0 : await checkReadable(copy);
    const prepared = must(await prepareUtf8({ file, path: copy, size, start, encoding }, options, folder, false));
    if (prepared.path === copy) return { ...prepared, temporary: [...prepared.temporary, copy] };
    await removeTemporary(copy);
    return prepared;
  } catch (error) {
    await removeTemporary(copy);
    throw error;
  }
}

/** A file in UTF-8: the user's, or a copy of it. */
interface Utf8File {
  /** As the user named it. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
  /** Its first bytes. */
  readonly start: Buffer;
  /** Of the user's file. */
  readonly encoding: string;
}

/** Undefined when `strict` is set and bytes are not UTF-8. */
async function prepareUtf8(
  { file, path, size, start, encoding }: Utf8File,
  options: CsvOptions,
  folder: string,
  strict: boolean,
): Promise<PreparedCsv | undefined> {
  const markLength = encodingOfMark(start) === 'utf-8' ? 3 : 0;
  const text = start.toString('latin1').slice(markLength);
  const blank = /^(?:\r?\n)*/.exec(text)?.[0] ?? '';
  const body = text.slice(blank.length);
  if (body === '') throw new ScreenError('empty_file', `${file} is empty: it has not even a header.`, { where: file });
  const delimiter = options.delimiter ?? detectDelimiter(body);
  const row = parseRow(body, 0, delimiter);
  const header = headerText(row.cells, file, encoding);
  if (row.broken || (!row.whole && start.length < size)) {
    throw new ScreenError(
      'not_readable',
      `${file}: the header has quotes that do not close, or is longer than ${MAX_ROW_BYTES} bytes.`,
      {
        where: file,
        hint: 'Put the first line right, or state the delimiter or the format.',
      },
    );
  }
  const names = columnNames(header, file);
  const headerStart = markLength + blank.length;
  const rowsStart = Math.min(headerStart + row.next, size);
  const headerLine = body.slice(0, row.next);
  const crlf = headerLine.endsWith('\r\n');
  const extent: Extent = {
    path,
    size,
    header: headerStart,
    rows: rowsStart,
    line: 1 + newlines(blank) + Math.max(1, newlines(headerLine)),
  };
  const noText = path === file ? 'invalid_utf8' : 'replacement';
  const shape = { delimiter: delimiter.charCodeAt(0), width: names.length, crlf, noText } as const;
  const sifted = await sift(extent, shape, folder, strict, blank !== '');
  if (sifted === undefined) return undefined;
  const temporary = [sifted.malformed, sifted.shifts, sifted.path === path ? undefined : sifted.path];
  return {
    ...sifted,
    file,
    names,
    delimiter,
    crlf,
    encoding,
    unnamed: unnamedColumns(header),
    temporary: temporary.filter((name) => name !== undefined),
  };
}

/** Header cells, read byte by byte, as the text that they are. */
function headerText(cells: readonly string[], file: string, encoding: string): readonly string[] {
  return cells.map((cell, index) => {
    const bytes = Buffer.from(cell, 'latin1');
    if (isUtf8(bytes) && !bytes.includes(0) && !bytes.includes('\r')) return bytes.toString('utf8');
    throw new ScreenError('not_readable', `${file}: cell ${index + 1} of the header is no ${encoding} text.`, {
      where: file,
      hint: 'Check that the file is text with a header, and state its encoding.',
      values: { column: String(index + 1), encoding },
    });
  });
}

/** Whether bytes are the beginning of UTF-8 text; the last character may be cut. */
function isBeginningOfUtf8(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, bytes.length - cut)));
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}

function must(prepared: PreparedCsv | undefined): PreparedCsv {
  if (prepared === undefined) throw new Error('a lenient reading has a result');
  return prepared;
}
