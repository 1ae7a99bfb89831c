import { open } from 'node:fs/promises';
import { diskFull, isDiskFull } from '../../sink/disk-full.ts';
import type { LineFile } from '../contract.ts';
import { unreadable } from '../files.ts';
import { copyPart, LazyFile } from '../lazy-file.ts';
import { ShiftFile } from '../shift-file.ts';
import { type CsvShape, type Fault, MAX_ROW_BYTES, type ScanState, scanChunk } from './scan.ts';

const READ_BYTES = 1 << 20;
const TEXT_CHARACTERS = 1_000;
/** So many numbers of rows are kept; a file with more rows to write anew is written by the engine. */
const MOST_ANEW = 500_000;

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
  /** Where the first row starts in the file at {@link path}. */
  readonly rowsAt: number;
  /** See {@link LineFile.anew}; undefined when there are too many to keep. */
  readonly anew: LineFile['anew'] | undefined;
  /** A JSON lines file of the malformed rows (`line`, `reason`, `text`). */
  readonly malformed: string | undefined;
  /** How far the first row's line is ahead of its number (1). */
  readonly shift: number;
  /** A CSV file of where that changes (`row`, `shift`), the first row's among them. */
  readonly shifts: string | undefined;
}

/**
 * Reads a CSV file once, in pieces, and finds every row that is none. When there are such rows (or rows that end unlike
 * the header), the good rows are copied to a temporary file; otherwise the file itself is what is read on.
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
  const shifts = new ShiftFile(folder);
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
  let anew: number[] | undefined = [];
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
      await shifts.add(scanned.shifts);
      for (const number of scanned.anew) anew?.push(number);
      if (anew !== undefined && anew.length > 2 * MOST_ANEW) anew = undefined;
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
      rowsAt: copy.begun ? extent.rows - extent.header : extent.rows,
      anew,
      malformed: malformed.begun ? malformed.path : undefined,
      shift: shifts.first,
      shifts: shifts.path,
    };
  } catch (error) {
    await removeAll();
    throw isDiskFull(error) ? diskFull('temporary files', error) : unreadable(extent.path, error);
  } finally {
    await source.close();
    await Promise.all([copy.close(), malformed.close(), shifts.close()]);
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
