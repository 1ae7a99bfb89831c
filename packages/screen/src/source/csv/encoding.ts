import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { ScreenError } from '../../errors.ts';
import { unreadable } from '../files.ts';

/** The label of an encoding as it is shown, such as `utf-8` or `gb18030`. @throws ScreenError `unknown_encoding`. */
export function encodingLabel(label: string, where: string): string {
  try {
    const { encoding } = new TextDecoder(label);
    // GB18030 holds all of GBK, and its decoder is the stricter one.
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch (error) {
    throw new ScreenError('unknown_encoding', `There is no encoding \`${label}\`.`, {
      where,
      hint: 'For example: utf-8, gb18030, big5, shift_jis, windows-1252.',
      values: { encoding: label },
      cause: error,
    });
  }
}

/** The encoding that a byte order mark tells. */
export function encodingOfMark(start: Uint8Array): string | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** What the lines of a file are, as far as their bytes tell. */
interface Tally {
  lines: number;
  /** Beyond ASCII, and valid UTF-8. */
  utf8: number;
  /** Not UTF-8, but GB18030. */
  gb: number;
  /** Neither. */
  neither: number;
  hanzi: Hanzi;
}

/** Two-byte characters in lines that are GB18030 but not UTF-8. */
interface Hanzi {
  all: number;
  /** Within GB 2312: the ones in daily use. */
  common: number;
  /**
   * Within the second half of its first level (lead bytes C9 to D7), which Korean and other double-byte texts hardly
   * ever reach.
   */
  late: number;
}

/**
 * The encoding of a file that is not all UTF-8: `gb18030` when its lines are sensible Chinese in it; `utf-8` when bad
 * bytes are few, so that they are mistakes in single rows.
 *
 * @throws ScreenError `unknown_encoding` when neither can be said.
 */
export async function detectEncoding(path: string): Promise<'utf-8' | 'gb18030'> {
  const tally = await tallyLines(path);
  const bad = tally.gb + tally.neither;
  if (bad === 0 || tally.utf8 >= bad) return 'utf-8';
  const { all, common, late } = tally.hanzi;
  const sensible = all > 0 && common >= 0.7 * all && late >= 0.1 * all;
  if (sensible && tally.neither <= 0.02 * bad) return 'gb18030';
  if (bad <= 0.01 * tally.lines) return 'utf-8';
  throw new ScreenError('unknown_encoding', `${path} is neither UTF-8 nor sensible GB18030 text.`, {
    where: path,
    hint: 'State its encoding, for example windows-1252 or big5; with utf-8 stated, rows that are not UTF-8 are set aside.',
  });
}

async function tallyLines(path: string): Promise<Tally> {
  const tally: Tally = { lines: 0, utf8: 0, gb: 0, neither: 0, hanzi: { all: 0, common: 0, late: 0 } };
  const decoder = new TextDecoder('gb18030', { fatal: true });
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      if (!(chunk instanceof Uint8Array)) continue;
      const bytes = Buffer.concat([rest, chunk]);
      const stop = bytes.lastIndexOf(10) + 1;
      rest = bytes.length - stop > 1 << 22 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(stop));
      for (const line of linesOf(bytes.subarray(0, stop))) count(line, decoder, tally);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  if (rest.length > 0) count(rest, decoder, tally);
  return tally;
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const stop = bytes.indexOf(10, at) + 1;
    yield bytes.subarray(at, stop);
    at = stop;
  }
}

function count(line: Buffer, decoder: InstanceType<typeof TextDecoder>, tally: Tally): void {
  tally.lines++;
  if (isAscii(line)) return;
  if (isUtf8(line)) {
    tally.utf8++;
    return;
  }
  try {
    decoder.decode(line);
    tally.gb++;
    countHanzi(line, tally.hanzi);
  } catch {
    tally.neither++;
  }
}

function countHanzi(line: Buffer, hanzi: Hanzi): void {
  for (let at = 0; at < line.length; at++) {
    const lead = line[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = line[at + 1] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) {
      at += 3;
      continue;
    }
    hanzi.all++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7))) hanzi.common++;
    if (trail >= 0xa1 && lead >= 0xc9 && lead <= 0xd7) hanzi.late++;
    at++;
  }
}
