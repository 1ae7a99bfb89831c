import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MalformedReason } from '../../src/source/contract.ts';
import { type CsvShape, type ScanState, scanChunk } from '../../src/source/csv/scan.ts';
import { csvBody, csvText } from './csv-texts.ts';
import { workbench } from './workbench.ts';

const RUNS = Number(process.env.PROVISO_RUNS ?? '150');
const SEED = process.env.PROVISO_SEED === undefined ? undefined : Number(process.env.PROVISO_SEED);

const bench = workbench();

interface Expected {
  readonly rows: unknown[][];
  readonly malformed: string[];
}

/** What a CSV text below a header of `width` cells means, told by patterns instead of by a scan. */
function meaning(text: string, width: number, firstLine: number): Expected {
  const quoted = / *"((?:[^"]|"")*)" */y;
  const plain = /(?:[^,\r\n]|\r(?!\n|$))*/y;
  const rows: unknown[][] = [];
  const malformed: string[] = [];
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const cells: (string | null)[] = [];
    let reason: MalformedReason | undefined;
    let end = at;
    for (;;) {
      const pattern = /^ *"/.test(text.slice(end)) ? quoted : plain;
      pattern.lastIndex = end;
      const match = pattern.exec(text);
      const after = match === null ? undefined : text.slice(pattern.lastIndex);
      if (match === null || after === undefined || !/^(?:,|\r?\n|\r?$)/.test(after)) {
        reason = 'broken_quotes';
        break;
      }
      const odd = /\0|\r/.exec(pattern === plain ? match[0] : match[0].replaceAll('\r', ''))?.[0];
      if (odd !== undefined) reason ??= odd === '\0' ? 'zero_byte' : 'stray_return';
      const value = pattern === quoted ? (match[1] ?? '').replaceAll('""', '"') : match[0];
      cells.push(value === '' ? null : value);
      end = pattern.lastIndex;
      if (!after.startsWith(',')) break;
      end++;
    }
    if (reason === 'broken_quotes') {
      const newline = text.indexOf('\n', at);
      malformed.push(`${line} ${reason}`);
      at = newline < 0 ? text.length : newline + 1;
      line++;
      continue;
    }
    const blank = end === at;
    const next = end + (/^(?:\r\n|\n|\r$)/.exec(text.slice(end))?.[0].length ?? 0);
    if (!(blank && width > 1)) {
      if (cells.length !== width) reason ??= cells.length < width ? 'too_few_cells' : 'too_many_cells';
      if (reason === undefined) rows.push([String(line), ...cells]);
      else malformed.push(`${line} ${reason}`);
    }
    line += Math.max(1, text.slice(at, next).split('\n').length - 1);
    at = next;
  }
  return { rows, malformed };
}

it(
  'any text is read as its rows and malformed lines, with their lines',
  async () => {
    const check = fc.asyncProperty(csvText, async ({ header, body }) => {
      const source = await bench.file('a.csv', header + body, { encoding: 'utf-8', delimiter: ',' });
      const expected = meaning(body, source.columns.length, header.split('\n').length);
      expect((await source.malformed()).map(({ line, reason }) => `${line} ${reason}`)).toEqual(expected.malformed);
      expect(await bench.query(source.located)).toEqual(expected.rows);
      expect(await bench.rows(source.relation)).toEqual(expected.rows.map((row) => row.slice(1)));
      expect(source.rows).toBe(expected.rows.length);
      await source.close();
    });
    await fc.assert(check, { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: SEED }) });
  },
  60_000 + 300 * RUNS,
);

/** What a scan keeps and finds when the bytes come in pieces of these sizes. */
function scanned(text: string, sizes: readonly number[], crlf: boolean): unknown {
  const bytes = Buffer.from(text);
  const buffer = Buffer.alloc(bytes.length + 1);
  const shape: CsvShape = { delimiter: 44, width: 2, crlf, noText: 'invalid_utf8' };
  let state: ScanState = { rows: 0, line: 2, shift: -1, skipping: false, breaks: false, delimiters: false };
  const kept: string[] = [];
  const faults: string[] = [];
  const shifts: number[] = [];
  const anew: number[] = [];
  let [have, read] = [0, 0];
  for (let piece = 0, final = false; !final; piece++) {
    const size = Math.min(sizes[piece % sizes.length] ?? 1, bytes.length - read);
    final = size === 0;
    bytes.copy(buffer, have, read, read + size);
    read += size;
    const end = have + size;
    const found = scanChunk(buffer, 0, end, final, state, shape);
    state = found.state;
    const pieces = found.pieces ?? [0, found.consumed];
    for (let index = 0; index < pieces.length; index += 2) {
      const start = pieces[index]!;
      kept.push(start < 0 ? (crlf ? '\r\n' : '\n') : buffer.toString('latin1', start, pieces[index + 1]));
    }
    faults.push(
      ...found.faults.map(
        (fault) => `${fault.line} ${fault.reason} ${buffer.toString('latin1', fault.start, fault.end)}`,
      ),
    );
    shifts.push(...found.shifts);
    anew.push(...found.anew);
    buffer.copyWithin(0, found.consumed, end);
    have = end - found.consumed;
  }
  return { kept: kept.join(''), faults, shifts, anew, rows: state.rows, line: state.line };
}

it('a text is read alike in whatever pieces it comes', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  const check = fc.property(csvBody, sizes, fc.boolean(), (text, pieces, crlf) => {
    expect(scanned(text, pieces, crlf)).toEqual(scanned(text, [1_000_000], crlf));
  });
  fc.assert(check, { numRuns: 10 * RUNS, ...(SEED === undefined ? {} : { seed: SEED }) });
});
