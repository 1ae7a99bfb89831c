import { isUtf8 } from 'node:buffer';
import { FORMULA_BEGINNINGS, spreadsheetSafeText } from '../../sink/spreadsheet.ts';
import type { MalformedReason } from '../contract.ts';

/** Rows may have so many bytes; a longer one is malformed. The reader of the engine stops at 2 MiB. */
export const MAX_ROW_BYTES = 2_000_000;

/** What is longer is no signed number that a person wrote. */
const LONGEST_NUMBER = 100;
const ZERO_BYTE = 0;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/** What rows look like. */
export interface CsvShape {
  /** The delimiter's byte. */
  readonly delimiter: number;
  /** Cells of a row. */
  readonly width: number;
  /** Whether the header ends with CR LF; a row that ends otherwise is put right when it is copied. */
  readonly crlf: boolean;
  /** Which bytes are no text: those that are not UTF-8, or (after decoding another encoding) the replacement character. */
  readonly noText: 'invalid_utf8' | 'replacement';
}

/** Where a scan stands between two chunks. */
export interface ScanState {
  /** Good rows so far. */
  rows: number;
  /** Physical line at which the next row starts. */
  line: number;
  /** What was last told to be the distance between a row's number and its line. */
  shift: number;
  /** Within a line that is too long and was given up. */
  skipping: boolean;
  /** A quoted cell had a line break in it. */
  breaks: boolean;
  /** A quoted cell had a delimiter in it. */
  delimiters: boolean;
}

/** A row that was found to be none. */
export interface Fault {
  readonly line: number;
  readonly reason: MalformedReason;
  readonly start: number;
  readonly end: number;
}

/** What one chunk gave. */
export interface Scanned {
  readonly state: ScanState;
  /** Bytes before this were dealt with; the rest belongs to the next chunk. */
  readonly consumed: number;
  readonly faults: readonly Fault[];
  /** Pairs: from the row with this number on (counted from 1), lines are so far ahead of rows. */
  readonly shifts: readonly number[];
  /**
   * Pairs: the number of a good row with a cell that is not to be written on as it is (see {@link writtenAnew}) or has a line break
   * in it, and how many lines the row has.
   */
  readonly anew: readonly number[];
  /**
   * Pairs of offsets: the bytes to keep. A start of -1 stands for the header's line end. Undefined when all of it can
   * be kept as it is.
   */
  readonly pieces: readonly number[] | undefined;
}

/**
 * Scans the rows between two offsets, as RFC 4180 has them. The engine's reader agrees with it on good rows; on others
 * it is this that decides.
 *
 * - A row ends at LF or CR LF outside quotes. A blank line is no row, unless rows have a single cell.
 * - A quote within an unquoted cell is a character like another. Spaces around a quoted cell are no part of it.
 * - When quotes are broken, only the physical line at which the row starts is given up, and the next line is tried as a row.
 *
 * The buffer needs a free byte at `end`. `final` says that the file ends there.
 */
export function scanChunk(
  buffer: Buffer,
  from: number,
  end: number,
  final: boolean,
  before: ScanState,
  shape: CsvShape,
): Scanned {
  const quick = scan(buffer, from, end, final, { ...before }, shape, false);
  return isText(buffer, from, quick.consumed, shape)
    ? quick
    : scan(buffer, from, end, final, { ...before }, shape, true);
}

function isText(buffer: Buffer, start: number, end: number, shape: CsvShape): boolean {
  const part = buffer.subarray(start, end);
  return shape.noText === 'invalid_utf8' ? isUtf8(part) : !part.includes('\ufffd');
}

const PLAIN = 0;
const DELIMITER = 1;
const ZERO = 2;
const RETURN = 3;
const NEWLINE = 4;
const CLOSING = 5;

/** What each byte does in an unquoted cell. */
function unquotedTable(delimiter: number): Uint8Array {
  const table = new Uint8Array(256);
  table[0] = ZERO;
  table[LF] = NEWLINE;
  table[CR] = RETURN;
  table[delimiter] = DELIMITER;
  return table;
}

/** What each byte does in a quoted cell. */
function quotedTable(delimiter: number): Uint8Array {
  const table = unquotedTable(delimiter);
  table[QUOTE] = CLOSING;
  return table;
}

/** The bytes with which a cell may begin that {@link writtenAnew} looks at. */
const BEGINNINGS = new Uint8Array(256);
for (const text of FORMULA_BEGINNINGS) BEGINNINGS[Buffer.from(text)[0] as number] = 1;

/** Whether the text between two offsets cannot be written on as it is: a spreadsheet would take it for a formula. */
function writtenAnew(buffer: Buffer, from: number, to: number): boolean {
  if (to === from) return false;
  const start = buffer.toString('utf8', from, Math.min(to, from + LONGEST_NUMBER));
  const text = to - from > LONGEST_NUMBER ? `${start}…` : start;
  return spreadsheetSafeText(text) !== text;
}

/** Where the next byte is that is not plain. A function of its own, so that it is compiled early. */
function plainEnd(buffer: Buffer, from: number, table: Uint8Array, top: number): number {
  let at = from;
  let byte = buffer[at] as number;
  while (byte > top || table[byte] === PLAIN) byte = buffer[++at] as number;
  return at;
}

function scan(
  buffer: Buffer,
  from: number,
  end: number,
  final: boolean,
  state: ScanState,
  shape: CsvShape,
  careful: boolean,
): Scanned {
  const { delimiter, width, crlf } = shape;
  const table = unquotedTable(delimiter);
  const inQuotes = quotedTable(delimiter);
  // Most bytes are above these and need no look at the tables.
  const top = Math.max(delimiter, CR);
  const topInQuotes = Math.max(delimiter, QUOTE);
  const faults: Fault[] = [];
  const shifts: number[] = [];
  const anew: number[] = [];
  const pieces: number[] = [];
  let kept = from;
  let at = from;
  buffer[end] = LF;

  const drop = (start: number, stop: number, reason: MalformedReason): void => {
    faults.push({ line: state.line, reason, start, end: stop });
    if (start > kept) pieces.push(kept, start);
    kept = stop;
  };

  if (state.skipping) {
    const stop = buffer.indexOf(LF, at);
    at = Math.min(stop + 1, end);
    kept = at;
    if (stop < end) {
      state.skipping = false;
      state.line++;
    }
  }

  while (at < end) {
    const start = at;
    let cells = 0;
    let breaks = 0;
    let fault: MalformedReason | undefined;
    let cut = false;
    let contentEnd = 0;
    let byte = 0;
    let isAnew = false;
    for (;;) {
      byte = buffer[at] as number;
      let opening = at;
      if (byte === SPACE) while (buffer[opening] === SPACE) opening++;
      if (byte === QUOTE || (byte === SPACE && buffer[opening] === QUOTE)) {
        if (opening > at) isAnew = true;
        at = opening + 1;
        const content = at;
        for (;;) {
          at = plainEnd(buffer, at, inQuotes, topInQuotes);
          byte = buffer[at] as number;
          if (byte === QUOTE) {
            if (buffer[at + 1] !== QUOTE) break;
            at += 2;
          } else if (byte === LF) {
            if (at >= end) break;
            breaks++;
            at++;
          } else {
            if (byte === delimiter) state.delimiters = true;
            else if (byte === CR) state.breaks = true;
            else fault ??= 'zero_byte';
            at++;
          }
        }
        if (byte !== QUOTE) {
          cut = true;
          break;
        }
        if (BEGINNINGS[buffer[content] as number] === 1 && writtenAnew(buffer, content, at)) isAnew = true;
        at++;
        if (buffer[at] === SPACE) {
          isAnew = true;
          while (buffer[at] === SPACE) at++;
        }
        byte = buffer[at] as number;
        if (byte !== delimiter && byte !== LF && (byte !== CR || buffer[at + 1] !== LF)) {
          fault = 'broken_quotes';
          break;
        }
      } else {
        const content = at;
        for (;;) {
          at = plainEnd(buffer, at, table, top);
          byte = buffer[at] as number;
          if (byte === ZERO_BYTE) fault ??= 'zero_byte';
          else if (byte === CR && buffer[at + 1] !== LF) fault ??= 'stray_return';
          else break;
          byte = buffer[++at] as number;
        }
        if (BEGINNINGS[buffer[content] as number] === 1 && writtenAnew(buffer, content, at)) isAnew = true;
      }
      cells++;
      if (byte !== delimiter) break;
      at++;
    }

    if (!final && (at >= end || (byte === CR && at + 1 >= end))) cut = true;
    if (cut && !final) {
      if (end - start < MAX_ROW_BYTES) {
        at = start;
        break;
      }
      const stop = buffer.indexOf(LF, start);
      drop(start, Math.min(stop + 1, end), stop < end ? 'broken_quotes' : 'too_long');
      at = kept;
      if (stop < end) state.line++;
      else state.skipping = true;
      continue;
    }
    if (cut || fault === 'broken_quotes') {
      const stop = buffer.indexOf(LF, start);
      if (stop >= end && !final) {
        if (end - start < MAX_ROW_BYTES) {
          at = start;
          break;
        }
        drop(start, end, 'too_long');
        state.skipping = true;
        at = end;
        continue;
      }
      drop(start, Math.min(stop + 1, end), 'broken_quotes');
      at = kept;
      state.line++;
      continue;
    }

    contentEnd = at;
    at = Math.min(byte === CR ? at + 2 : at + 1, end);
    if (contentEnd === start && width > 1) {
      if ((byte === CR) !== crlf) {
        if (start > kept) pieces.push(kept, start);
        kept = at;
      }
      state.line++;
      continue;
    }
    if (fault === undefined && cells !== width) fault = cells < width ? 'too_few_cells' : 'too_many_cells';
    if (fault === undefined && at - start > MAX_ROW_BYTES) fault = 'too_long';
    if (careful && !isText(buffer, start, at, shape)) fault = 'not_text';
    if (fault !== undefined) {
      drop(start, at, fault);
      state.line += 1 + breaks;
      continue;
    }
    const halfEnd = byte === CR && contentEnd + 2 > end;
    if (halfEnd || ((byte === CR) !== crlf && contentEnd < end)) {
      pieces.push(kept, contentEnd, -1, 0);
      kept = at;
    }
    state.rows++;
    if (isAnew || breaks > 0) anew.push(state.rows, 1 + breaks);
    if (state.line - state.rows !== state.shift) {
      state.shift = state.line - state.rows;
      shifts.push(state.rows, state.shift);
    }
    state.line += 1 + breaks;
    if (breaks > 0) state.breaks = true;
  }
  const whole = pieces.length === 0 && faults.length === 0 && kept === from;
  if (!whole && at > kept) pieces.push(kept, at);
  return { state, consumed: at, faults, shifts, anew, pieces: whole ? undefined : pieces };
}
