import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { path } from '../../lib/processes.mjs';
import { openDatabase, textLiteral } from './database.mjs';

const GENERATOR = path('../examples/us-platform-2020/generate.mjs');
const MAP = path('../examples/us-platform-2020/map.json');

/** The two books: with nothing missing, and with the gaps that real books have. */
export const BOOKS = ['complete', 'gaps'];

/** A file that the bench writes. It is not kept in the repository. */
export const scratch = (name) => path(`screen/data/${name}`);

/** The sample book with this many rows, made when it is not there yet. @param format `parquet` or `csv` */
export function book(filling, rows, format, say) {
  mkdirSync(path('screen/data'), { recursive: true });
  const file = scratch(`${filling}-${rows}.${format}`);
  if (existsSync(file)) return file;
  say(`making ${file}`);
  const words = [GENERATOR, '--rows', String(rows), '-o', file, ...(filling === 'complete' ? ['--complete'] : [])];
  const run = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`cannot make the book: ${run.stderr.slice(0, 500)}`);
  return file;
}

/** A book's rows several times over, each time with other identifiers: the same work as a book of that size, made cheaply. */
export async function repeated(file, times, rows, say) {
  const target = file.replace(/\.parquet$/, `-x${times}.parquet`);
  if (existsSync(target)) return target;
  say(`making ${target}`);
  const database = await openDatabase();
  const partial = `${target}.partial`;
  // One row in a hundred million needs nine digits.
  const identifier = (turn) =>
    `printf('R%09d', substr("Record ID", 2)::BIGINT + ${turn} * ${rows}::BIGINT) AS "Record ID"`;
  const parts = Array.from({ length: times }, (_, turn) => {
    return `SELECT * REPLACE (${identifier(turn)}) FROM read_parquet(${textLiteral(file)})`;
  });
  try {
    await database.run(`COPY (${parts.join(' UNION ALL ')}) TO ${textLiteral(partial)} (FORMAT parquet)`);
    renameSync(partial, target);
  } finally {
    rmSync(partial, { force: true });
    database.close();
  }
  return target;
}

/** Which column gives which fact, from the example's own map: fact -> `{ column, values }`. */
export function readMap() {
  const { columns } = JSON.parse(readFileSync(MAP, 'utf8'));
  return new Map(
    Object.entries(columns).map(([fact, entry]) => [fact, typeof entry === 'string' ? { column: entry } : entry]),
  );
}

/** Where the example's map is, for the command line. */
export const MAP_FILE = MAP;
