import { type FileHandle, open } from 'node:fs/promises';
import { diskFull, isDiskFull } from '../../sink/disk-full.ts';
import { removeTemporary, temporaryFile } from '../../sink/temporary-files.ts';
import { unreadable } from '../files.ts';
import { type CsvShape, type Fault, MAX_ROW_BYTES, type ScanState, scanChunk } from './scan.ts';

const READ_BYTES = 1 << 20;
const TEXT_CHARACTERS = 1_000;

/** Where the rows of a file are. */
export interface Extent {
  readonly path: string;
  readonly size: number;
  /** Offset of the header. */
  readonly header: number;
  /** Offset of the first row. */
  readonly rows: number;
  /** Physical line of the first row. */
  readonly line: number;
}

/** A CSV file of which all rows are good. */
export interface Sifted {
  readonly path: string;
  readonly size: number;
  readonly rows: number;
  readonly malformedRows: number;
  /** Whether a quoted cell has a line break in it. */
  readonly breaks: boolean;
  /** Whether a quoted cell has a delimiter in it. */
  readonly delimiters: boolean;
  /** A JSON lines file of the malformed rows (`line`, `reason`, `text`). */
  readonly malformed: string | undefined;
  /** How far the first row's line is ahead of its number (1). */
  readonly shift: number;
  /** A CSV file of where that changes (`row`, `shift`), the first row's among them. */
  readonly shifts: string | undefined;
}

/**
 * Reads a CSV file once, in pieces, and finds every row that is none. When there are such rows (or rows that end unlike the header), the good rows are copied
 * to a temporary file; otherwise the file itself is what is read on.
 *
 * @param strict ends with undefined, and leaves nothing behind, when bytes are not UTF-8.
 * @param copyAll copies the good rows in any case.
 */
export async function sift(
  extent: Extent,
  shape: CsvShape,
  folder: string,
  strict: boolean,
  copyAll: boolean,
): Promise<Sifted | undefined> {
  const copy = new LazyFile(folder, '.csv');
  const malformed = new LazyFile(folder, '.jsonl');
  const shifts = new LazyFile(folder, '.csv');
  const source = await open(extent.path, 'r').catch((error: unknown) => {
    throw unreadable(extent.path, error);
  });
  let state: ScanState = {
    rows: 0,
    line: extent.line,
    shift: -1,
    skipping: false,
    breaks: false,
    delimiters: false,
  };
  let malformedRows = 0;
  let firstShift: readonly number[] | undefined;
  const lineEnd = Buffer.from(shape.crlf ? '\r\n' : '\n');
  const removeAll = async (): Promise<void> => {
    await Promise.all([copy.remove(), malformed.remove(), shifts.remove()]);
  };
  try {
    const buffer = Buffer.allocUnsafe(2 * READ_BYTES + MAX_ROW_BYTES + 1);
    let have = 0;
    let offset = extent.rows;
    for (let final = false; !final; ) {
      const { bytesRead } = await source.read(buffer, have, READ_BYTES, offset + have);
      final = bytesRead === 0;
      const end = have + bytesRead;
      const scanned = scanChunk(buffer, 0, end, final, state, shape);
      state = scanned.state;
      if (strict && scanned.faults.some((fault) => fault.reason === 'not_text')) {
        await removeAll();
        return undefined;
      }
      if ((scanned.pieces !== undefined || copyAll) && !copy.begun) await copyPart(source, extent.header, offset, copy);
      if (scanned.pieces !== undefined || copy.begun) {
        await copy.write(joined(buffer, scanned.pieces ?? [0, scanned.consumed], lineEnd));
      }
      malformedRows += scanned.faults.length;
      await malformed.write(scanned.faults.map((fault) => shownFault(fault, buffer)).join(''));
      const [row, shift, ...more] = scanned.shifts;
      if (firstShift === undefined && row !== undefined && shift !== undefined) {
        firstShift = [row, shift];
        if (more.length > 0) await shifts.write(pairs(scanned.shifts));
      } else if (row !== undefined) {
        await shifts.write(pairs(shifts.begun ? scanned.shifts : [...(firstShift ?? []), ...scanned.shifts]));
      }
      offset += scanned.consumed;
      have = end - scanned.consumed;
      buffer.copyWithin(0, scanned.consumed, end);
    }
    const size = copy.begun ? copy.bytes : extent.size;
    return {
      path: copy.begun ? copy.path : extent.path,
      size,
      rows: state.rows,
      malformedRows,
      breaks: state.breaks,
      delimiters: state.delimiters,
      malformed: malformed.begun ? malformed.path : undefined,
      shift: firstShift?.[1] ?? 0,
      shifts: shifts.begun ? shifts.path : undefined,
    };
  } catch (error) {
    await removeAll();
    throw isDiskFull(error) ? diskFull('temporary files', error) : unreadable(extent.path, error);
  } finally {
    await source.close();
    await Promise.all([copy.close(), malformed.close(), shifts.close()]);
  }
}

async function copyPart(source: FileHandle, from: number, to: number, target: LazyFile): Promise<void> {
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  for (let at = from; at < to; ) {
    const { bytesRead } = await source.read(buffer, 0, Math.min(READ_BYTES, to - at), at);
    if (bytesRead === 0) break;
    await target.write(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}

function joined(buffer: Buffer, pieces: readonly number[], lineEnd: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let index = 0; index + 1 < pieces.length; index += 2) {
    const start = pieces[index] ?? 0;
    parts.push(start < 0 ? lineEnd : buffer.subarray(start, pieces[index + 1]));
  }
  return Buffer.concat(parts);
}

function shownFault(fault: Fault, buffer: Buffer): string {
  const bytes = buffer.subarray(fault.start, Math.min(fault.end, fault.start + 4 * TEXT_CHARACTERS));
  const text = bytes
    .toString('utf8')
    .replace(/\r?\n$/, '')
    .slice(0, TEXT_CHARACTERS);
  return `${JSON.stringify({ line: fault.line, reason: fault.reason, text })}\n`;
}

function pairs(values: readonly number[]): string {
  let text = '';
  for (let index = 0; index < values.length; index += 2) text += `${values[index]},${values[index + 1]}\n`;
  return text;
}

/** A temporary file that is there only once something is written to it. */
class LazyFile {
  readonly #folder: string;
  readonly #ending: string;
  #handle: FileHandle | undefined;
  path = '';
  bytes = 0;

  constructor(folder: string, ending: string) {
    this.#folder = folder;
    this.#ending = ending;
  }

  get begun(): boolean {
    return this.path !== '';
  }

  async write(data: Buffer | string): Promise<void> {
    if (data.length === 0) return;
    if (this.#handle === undefined) {
      this.path = temporaryFile(this.#folder, this.#ending);
      this.#handle = await open(this.path, 'wx');
    }
    await this.#handle.appendFile(data);
    this.bytes += Buffer.byteLength(data);
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    if (this.begun) await removeTemporary(this.path);
  }
}
