import { type FileHandle, open } from 'node:fs/promises';
import { ScreenError } from '../errors.ts';
import type { LineFile } from '../source/contract.ts';
import { parseRow } from '../source/csv/dialect.ts';
import { MAX_ROW_BYTES } from '../source/csv/scan.ts';
import { ByteOutput } from './byte-output.ts';
import { csvCells } from './csv-cell.ts';

const LF = 10;
const RETURN = 13;
const READ_BYTES = 1 << 20;

/** Rows that are written on with cells put behind them. */
export interface LinesWithCells {
  readonly files: readonly LineFile[];
  /** The names of all columns. */
  readonly names: readonly string[];
  /** A number for each row, in order, in pieces; for {@link behind}. */
  readonly numbers: AsyncIterator<ArrayLike<number>>;
  /** What is put behind a row, from the comma to the end of the line; undefined: the row is left out. */
  readonly behind: ReadonlyMap<number, Buffer>;
  /** See `SinkOptions.spreadsheetSafe`. */
  readonly safe: boolean;
  /** Told now and then how many rows have been dealt with. What it throws ends the writing. */
  readonly onRows?: (rows: number) => void;
}

/**
 * Writes rows of CSV files as they are, byte by byte, with cells put behind them: much quicker than to take them apart and put them
 * together again. Tells how many were written.
 * @throws ScreenError when a file is no longer what it was
 */
export async function writeLines(lines: LinesWithCells, path: string): Promise<number> {
  const output = await ByteOutput.open(path);
  try {
    output.put(Buffer.from(`${csvCells(lines.names, lines.safe)}\n`));
    const copying = new Copying(lines, output);
    for (const file of lines.files) await copying.file(file);
    await output.finish();
    return copying.written;
  } finally {
    await output.close();
  }
}

/** How far a file is copied: its rows, and how many numbers of its list of rows to write anew are used up. */
interface Place {
  row: number;
  anew: number;
}

class Copying {
  written = 0;
  readonly #lines: LinesWithCells;
  readonly #output: ByteOutput;
  #numbers: ArrayLike<number> = [];
  #nextNumber = 0;
  #rows = 0;

  constructor(lines: LinesWithCells, output: ByteOutput) {
    this.#lines = lines;
    this.#output = output;
  }

  async file(file: LineFile): Promise<void> {
    const place = { row: 0, anew: 0 };
    const lines = await Lines.open(file);
    try {
      let at = 0;
      for (let piece = await lines.next(0); piece !== undefined; piece = await lines.next(at)) {
        at = await this.#piece(file, place, piece);
        this.#lines.onRows?.(this.#rows + place.row);
      }
    } finally {
      await lines.close();
    }
    if (place.row !== file.rows) throw changed(file.path);
    this.#rows += place.row;
  }

  /** Copies the rows that end within a piece; tells up to where. */
  async #piece(file: LineFile, place: Place, piece: Buffer): Promise<number> {
    for (let at = 0; ; ) {
      at = this.#copy(file, place, piece, at);
      if (this.#output.isFull) await this.#output.flush();
      else if (at === piece.length || this.#nextNumber < this.#numbers.length) return at;
      else if (!(await this.#fetchNumbers())) throw changed(file.path);
    }
  }

  /** Copies rows until the lines, the numbers or the room end; tells up to where. */
  #copy(file: LineFile, place: Place, piece: Buffer, from: number): number {
    const { behind } = this.#lines;
    const output = this.#output;
    const numbers = this.#numbers;
    const lineEnd = file.crlf ? 1 : 0;
    let number = this.#nextNumber;
    let anew = file.anew[place.anew];
    let at = from;
    while (at < piece.length && !output.isFull) {
      let stop = piece.indexOf(LF, at);
      if (stop - lineEnd > at || file.blankRows) {
        if (number === numbers.length) break;
        const isAnew = place.row + 1 === anew;
        if (isAnew) stop = nthLineEnd(piece, stop, file.anew[place.anew + 1] ?? 1);
        if (stop < 0) break;
        place.row++;
        const added = behind.get(numbers[number++] as number);
        if (isAnew) {
          place.anew += 2;
          anew = file.anew[place.anew];
        }
        if (added !== undefined) {
          if (isAnew) output.put(this.#anew(piece.toString('utf8', at, stop - lineEnd)));
          else output.put(piece, at, stop - lineEnd);
          output.put(added);
          this.written++;
        }
      }
      at = stop + 1;
    }
    this.#nextNumber = number;
    return at;
  }

  #anew(row: string): Buffer {
    return Buffer.from(csvCells(parseRow(row, 0, ',').cells, this.#lines.safe));
  }

  async #fetchNumbers(): Promise<boolean> {
    const { done, value } = await this.#lines.numbers.next();
    if (done === true) return false;
    this.#numbers = value;
    this.#nextNumber = 0;
    return true;
  }
}

/** Where a row of so many lines ends, of which the first ends at `first`; -1 when that is not within the piece. */
function nthLineEnd(piece: Buffer, first: number, lines: number): number {
  let stop = first;
  for (let line = 1; line < lines && stop >= 0; line++) stop = piece.indexOf(LF, stop + 1);
  return stop;
}

/** The lines of a file in pieces, each of whole lines that end with LF. */
class Lines {
  readonly #file: LineFile;
  readonly #input: FileHandle;
  readonly #buffer = Buffer.allocUnsafe(READ_BYTES + MAX_ROW_BYTES + 2);
  #offset: number;
  #have = 0;
  #ended = false;

  private constructor(file: LineFile, input: FileHandle) {
    this.#file = file;
    this.#input = input;
    this.#offset = file.rowsAt;
  }

  static async open(file: LineFile): Promise<Lines> {
    return new Lines(file, await open(file.path, 'r'));
  }

  /** The next piece: what is left of the last one from an offset on, and more; undefined at the end. */
  async next(from: number): Promise<Buffer | undefined> {
    const buffer = this.#buffer;
    buffer.copyWithin(0, from, this.#have);
    this.#have -= from;
    if (this.#have > MAX_ROW_BYTES || (this.#ended && this.#have > 0)) throw changed(this.#file.path);
    const { bytesRead } = await this.#input.read(buffer, this.#have, READ_BYTES, this.#offset);
    this.#offset += bytesRead;
    this.#have += bytesRead;
    if (bytesRead === 0) {
      if (this.#have === 0) return undefined;
      this.#ended = true;
      const isReturned = buffer[this.#have - 1] === RETURN;
      this.#have += buffer.write(this.#file.crlf && !isReturned ? '\r\n' : '\n', this.#have);
    }
    return buffer.subarray(0, buffer.lastIndexOf(LF, this.#have - 1) + 1);
  }

  close(): Promise<void> {
    return this.#input.close();
  }
}

function changed(path: string): ScreenError {
  return new ScreenError('file_changed', `${path} was changed while it was read.`, {
    where: path,
    hint: 'Run it again once nobody writes to it.',
  });
}
