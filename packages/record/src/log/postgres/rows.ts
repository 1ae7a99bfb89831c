import type pg from 'pg';
import type { Digest, RecordedDocument } from '../../format.ts';
import type { Head, Page } from '../contract.ts';
import { damaged, lineOf, readLine, type WrittenEntry } from '../entry.ts';
import { readDocuments } from '../rulebooks.ts';

/** A connection, or several. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}

/** The table of decisions, in the order of `writeBatch`. What stands beside `entry` is there to find it by. */
interface Row {
  /** 64 bits come as text. */
  readonly sequence: string;
  readonly digest: string;
  readonly id: string;
  readonly made_by: string;
  readonly request: string | null;
  readonly rulebook: string;
  /** The canonical text of the entry. */
  readonly entry: string;
}

const SELECT = 'SELECT sequence, digest, id, made_by, request, rulebook, entry FROM proviso_decisions';
/** Entries read at once where all are read. */
const MOST_AT_ONCE = 500;

/** The entry with the record of this id. @throws RecordError when it is not as it was written */
export async function readById(from: Queryable, id: string): Promise<WrittenEntry | undefined> {
  const { rows } = await from.query<Row>(`${SELECT} WHERE id = $1`, [id]);
  return rows[0] === undefined ? undefined : entryOf(rows[0]);
}

/** The entries that requests with these keys made, by key. @throws RecordError when one is not as it was written */
export async function readByRequest(
  from: Queryable,
  keys: readonly Digest[],
): Promise<ReadonlyMap<Digest, WrittenEntry>> {
  if (keys.length === 0) return new Map();
  const { rows } = await from.query<Row>(`${SELECT} WHERE request = ANY ($1::text[])`, [keys]);
  return new Map(rows.map((row) => [row.request ?? '', entryOf(row)]));
}

/** A page of entries, latest first. @throws RecordError when one is not as it was written */
export async function readPage(
  from: Queryable,
  { limit, before = Number.MAX_SAFE_INTEGER, by }: Page,
): Promise<readonly WrittenEntry[]> {
  const whose = by === undefined ? '' : 'AND made_by = $3';
  const values = by === undefined ? [before, limit] : [before, limit, by];
  const { rows } = await from.query<Row>(
    `${SELECT} WHERE sequence < $1 ${whose} ORDER BY sequence DESC LIMIT $2`,
    values,
  );
  return rows.map(entryOf);
}

/** The texts of a rulebook. @throws RecordError when they are not as they were written */
export async function readRulebook(from: Queryable, digest: Digest): Promise<readonly RecordedDocument[] | undefined> {
  const query = 'SELECT documents FROM proviso_rulebooks WHERE digest = $1';
  const { rows } = await from.query<{ documents: string }>(query, [digest]);
  return rows[0] === undefined ? undefined : readDocuments(digest, rows[0].documents);
}

/**
 * Reads all entries behind a head, in order, and checks their digests and their chain; returns where it ends.
 * @throws RecordError when an entry is not as it was written, or the entry at the head is not there any more.
 */
export async function readChain(
  from: Queryable,
  start: Head,
  each: (written: WrittenEntry) => void = () => {},
): Promise<Head> {
  await checkHead(from, start);
  let { entries, digest } = start;
  for (;;) {
    const { rows } = await from.query<Row>(`${SELECT} WHERE sequence > $1 ORDER BY sequence LIMIT $2`, [
      entries,
      MOST_AT_ONCE,
    ]);
    for (const row of rows) {
      const written = entryOf(row);
      if (written.entry.sequence !== entries + 1 || written.entry.previous !== digest)
        throw damaged(placeOf(row), 'does not follow on the entry before');
      ({ digest } = written);
      entries++;
      each(written);
    }
    if (rows.length < MOST_AT_ONCE) return { entries, digest };
  }
}

/** What this process acknowledged has to be there still: a server may come back with less than it had. */
async function checkHead(from: Queryable, { entries, digest }: Head): Promise<void> {
  if (digest === null) return;
  const { rows } = await from.query<Row>(`${SELECT} WHERE sequence = $1`, [entries]);
  if (rows[0] === undefined || entryOf(rows[0]).digest !== digest)
    throw damaged(`decision ${entries}`, 'was acknowledged, and is not there any more');
}

function entryOf(row: Row): WrittenEntry {
  const place = placeOf(row);
  const written = readLine(lineOf(row.digest, row.entry), place);
  const { sequence, by, request, record } = written.entry;
  const same =
    String(sequence) === row.sequence &&
    by === row.made_by &&
    (request?.key ?? null) === row.request &&
    record.id === row.id &&
    record.rulebook.digest === row.rulebook;
  if (!same) throw damaged(place, 'has columns that are not those of its entry');
  return written;
}

function placeOf({ sequence }: Row): string {
  return `decision ${sequence}`;
}
