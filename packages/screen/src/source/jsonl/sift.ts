import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { diskFull, isDiskFull } from '../../sink/disk-full.ts';
import type { MalformedReason } from '../contract.ts';
import { unreadable } from '../files.ts';
import { copyPart, LazyFile } from '../lazy-file.ts';
import { ShiftFile } from '../shift-file.ts';
import { isInexact, type Keys } from './keys.ts';
import { type Member, membersOf } from './members.ts';

/** A line may have so many bytes; a longer one is malformed. */
export const MAX_LINE_BYTES = 8_000_000;
const READ_BYTES = 1 << 20;
const TEXT_CHARACTERS = 1_000;

/** A JSON lines file of which all lines are objects. */
export interface SiftedLines {
  readonly path: string;
  readonly rows: number;
  readonly malformedRows: number;
  readonly malformed: string | undefined;
  readonly shift: number;
  readonly shifts: string | undefined;
}

/**
 * Reads a JSON lines file once, in pieces: collects its keys, and sets lines aside that are no objects. When there are
 * such lines, or numbers that the engine would round, the good lines are copied to a temporary file, such numbers as
 * texts.
 *
 * @param strict ends with undefined, and leaves nothing behind, when bytes are not UTF-8.
 * @param recoded the file is a copy of one in another encoding, in which U+FFFD stands for bytes that are no text.
 */
export async function siftLines(
  path: string,
  start: number,
  keys: Keys,
  folder: string,
  strict: boolean,
  recoded: boolean,
): Promise<SiftedLines | undefined> {
  const copy = new LazyFile(folder, '.jsonl');
  const malformed = new LazyFile(folder, '.jsonl');
  const shifts = new ShiftFile(folder);
  const files = [copy, malformed, shifts];
  const source = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const state = { rows: 0, line: 1, shift: -1, malformedRows: 0 };
  try {
    const buffer = Buffer.allocUnsafe(2 * READ_BYTES + MAX_LINE_BYTES);
    let have = 0;
    let offset = start;
    let skipping = false;
    for (let final = false; !final; ) {
      const { bytesRead } = await source.read(buffer, have, READ_BYTES, offset + have);
      final = bytesRead === 0;
      const end = have + bytesRead;
      const kept: (Buffer | string)[] = [];
      const faults: string[] = [];
      const moved: number[] = [];
      let changed = start > 0;
      let at = 0;
      while (at < end) {
        const newline = buffer.indexOf(10, at);
        const whole = newline >= 0 && newline < end;
        const tooLong = !whole && end - at >= MAX_LINE_BYTES;
        if (!whole && !final && !tooLong && !skipping) break;
        const stop = whole ? newline + 1 : end;
        const bytes = buffer.subarray(at, stop);
        at = stop;
        if (skipping) {
          if (whole) {
            skipping = false;
            state.line++;
          }
          continue;
        }
        const read = readLine(bytes, tooLong, recoded);
        if (read === undefined) {
          state.line++;
          continue;
        }
        if (typeof read === 'string') {
          if (strict && read === 'not_text') {
            await Promise.all(files.map((file) => file.remove()));
            return undefined;
          }
          const text = bytes
            .subarray(0, 4 * TEXT_CHARACTERS)
            .toString('utf8')
            .trimEnd()
            .slice(0, TEXT_CHARACTERS);
          faults.push(`${JSON.stringify({ line: state.line, reason: read, text })}\n`);
          state.malformedRows++;
          changed = true;
        } else {
          const inexact = keys.add(read);
          changed ||= inexact;
          kept.push(inexact ? withTexts(read) : bytes);
          state.rows++;
          if (state.line - state.rows !== state.shift) {
            state.shift = state.line - state.rows;
            moved.push(state.rows, state.shift);
          }
        }
        if (tooLong && !whole) skipping = true;
        else state.line++;
      }
      if (changed && !copy.begun) await copyPart(source, start, offset, copy);
      if (changed || copy.begun)
        await copy.write(Buffer.concat(kept.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))));
      await malformed.write(faults.join(''));
      await shifts.add(moved);
      offset += at;
      have = end - at;
      buffer.copyWithin(0, at, end);
    }
    return {
      path: copy.begun ? copy.path : path,
      rows: state.rows,
      malformedRows: state.malformedRows,
      malformed: malformed.begun ? malformed.path : undefined,
      shift: shifts.first,
      shifts: shifts.path,
    };
  } catch (error) {
    await Promise.all(files.map((file) => file.remove()));
    throw isDiskFull(error) ? diskFull('temporary files', error) : unreadable(path, error);
  } finally {
    await source.close();
    await Promise.all(files.map((file) => file.close()));
  }
}

/** The members of a line's object; why it is none; or undefined for a blank line. */
function readLine(bytes: Buffer, tooLong: boolean, recoded: boolean): readonly Member[] | MalformedReason | undefined {
  if (tooLong || bytes.length > MAX_LINE_BYTES) return 'too_long';
  if (!isUtf8(bytes)) return 'not_text';
  const text = bytes.toString('utf8').trim();
  if (text === '') return undefined;
  if (recoded && text.includes('\ufffd')) return 'not_text';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not_an_object';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not_an_object';
  const members = membersOf(text);
  return Object.keys(value).length === members.length ? members : 'repeated_name';
}

/** The object's line, with the numbers that the engine would round as texts. */
function withTexts(members: readonly Member[]): string {
  const parts = members.map(({ name, raw }) => `${JSON.stringify(name)}:${isInexact(raw) ? `"${raw}"` : raw}`);
  return `{${parts.join(',')}}\n`;
}
