import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The folder of the sample book. */
export const BOOK = join(ROOT, 'examples/us-platform-2020');

/** A file of the sample book, as text. */
export const read = (name: string): string => readFileSync(join(BOOK, name), 'utf8');

/** What a run of the generator left. */
export interface Run {
  readonly status: number | null;
  readonly output: Buffer;
  readonly errors: string;
}

/** Runs the generator. */
export function generate(...words: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(BOOK, 'generate.mjs'), ...words], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, output: stdout, errors: stderr.toString() };
}

/** Lines of a CSV without line breaks in its cells. */
export const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');

/** The cells of a line. */
export function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** A row by header. */
export type Row = ReadonlyMap<string, string>;

/** The rows of a CSV by header. */
export function rowsOf(text: string): readonly Row[] {
  const [header = '', ...lines] = linesOf(text);
  const names = cellsOf(header);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return new Map(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** What a map file says of a fact. */
interface Entry {
  readonly column: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** A map file: which column gives which fact. */
export function mapOf(name: string): ReadonlyMap<string, Entry> {
  const { columns } = JSON.parse(read(name)) as { columns: Readonly<Record<string, string | Entry>> };
  return new Map(
    Object.entries(columns).map(([fact, entry]) => [fact, typeof entry === 'string' ? { column: entry } : entry]),
  );
}

/** A row as facts in JSON; an empty cell is `null`. */
export function factsOf(row: Row, map: ReadonlyMap<string, Entry>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...map].map(([fact, entry]) => [fact, factValue(row.get(entry.column) ?? '', entry)]));
}

function factValue(cell: string, { values }: Entry): unknown {
  if (cell === '') return null;
  const word = values?.[cell] ?? cell;
  return word === 'true' ? true : word === 'false' ? false : word;
}
