import { open } from 'node:fs/promises';
import { ScreenError } from '../errors.ts';
import type { LineFile } from '../source/contract.ts';
import { parseRow } from '../source/csv/dialect.ts';
import { MAX_ROW_BYTES } from '../source/csv/scan.ts';
import { ByteOutput } from './byte-output.ts';
import { csvCells } from './csv-cell.ts';

const LF = 10;
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
    for await (const piece of wholeLines(file)) {
      for (let at = 0; at < piece.length; ) {
        at = this.#copy(file, place, piece, at);
        if (this.#output.isFull) await this.#output.flush();
        else if (at < piece.length && !(await this.#fetchNumbers())) throw changed(file);
      }
      this.#lines.onRows?.(this.#rows + place.row);
    }
    if (place.row !== file.rows) throw changed(file);
    this.#rows += place.row;
  }

  /** Copies rows until the lines, the numbers or the room end; tells up to where. */
  #copy(file: LineFile, place: { row: number; anew: number }, piece: Buffer, from: number): number {
    const { behind } = this.#lines;
    const output = this.#output;
    const numbers = this.#numbers;
    const lineEnd = file.crlf ? 1 : 0;
    let number = this.#nextNumber;
    let anew = file.anew[place.anew];
    let at = from;
    while (at < piece.length && !output.isFull) {
      const stop = piece.indexOf(LF, at);
      const end = stop - lineEnd;
      if (end > at || file.blankRows) {
        if (number === numbers.length) break;
        const added = behind.get(numbers[number++] as number);
        place.row++;
        const isAnew = place.row === anew;
        if (isAnew) anew = file.anew[++place.anew];
        if (added !== undefined) {
          if (isAnew) output.put(this.#anew(piece.toString('utf8', at, end)));
          else output.put(piece, at, end);
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

/** The lines of a file in pieces, each of whole lines that end with LF. */
async function* wholeLines({ path, rowsAt, crlf }: LineFile): AsyncGenerator<Buffer> {
  const input = await open(path, 'r');
  try {
    const lineEnd = crlf ? '\r\n' : '\n';
    const buffer = Buffer.allocUnsafe(READ_BYTES + MAX_ROW_BYTES + lineEnd.length);
    let have = 0;
    for (let offset = rowsAt; ; ) {
      const { bytesRead } = await input.read(buffer, have, READ_BYTES, offset);
      offset += bytesRead;
      have += bytesRead;
      if (bytesRead === 0) {
        if (have > 0) yield buffer.subarray(0, have + buffer.write(lineEnd, have));
        return;
      }
      const end = buffer.lastIndexOf(LF, have - 1) + 1;
      if (end > 0) yield buffer.subarray(0, end);
      buffer.copyWithin(0, end, have);
      have -= end;
      if (have > MAX_ROW_BYTES) throw changedAt(path);
    }
  } finally {
    await input.close();
  }
}

function changed({ path }: LineFile): ScreenError {
  return changedAt(path);
}

function changedAt(path: string): ScreenError {
  return new ScreenError('file_changed', `${path} was changed while it was read.`, {
    where: path,
    hint: 'Run it again once nobody writes to it.',
  });
}
