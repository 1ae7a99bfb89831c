import type pg from 'pg';
import type { Digest, RecordedDocument } from '../../format.ts';
import { type ChainedEntry, chainBatch } from '../chain.ts';
import type { Entry, Head } from '../contract.ts';
import type { WrittenEntry } from '../entry.ts';
import { writeDocuments } from '../rulebooks.ts';
import { readByRequest } from './rows.ts';

/** What a batch came to. */
export interface WrittenBatch {
  readonly results: readonly WrittenEntry[];
  readonly head: Head;
}

/**
 * Writes a batch behind the head in one transaction; returns once it is durable. `kept` are the rulebooks known to be there.
 * @throws whatever goes wrong; then the connection is not to be used any more.
 */
export async function writeBatch(
  client: pg.Client,
  head: Head,
  batch: readonly Entry[],
  kept: Set<Digest>,
): Promise<WrittenBatch> {
  const keys = batch.flatMap(({ request }) => (request === undefined ? [] : [request.key]));
  const { fresh, results, head: next } = chainBatch(head, batch, await readByRequest(client, keys));
  if (fresh.length === 0) return { results, head };
  const rulebooks = new Map<Digest, readonly RecordedDocument[]>();
  for (const { record, documents } of batch) {
    if (!kept.has(record.rulebook.digest)) rulebooks.set(record.rulebook.digest, documents);
  }
  if (rulebooks.size === 0) await insertEntries(client, fresh);
  else {
    await client.query('BEGIN');
    await insertRulebooks(client, rulebooks);
    await insertEntries(client, fresh);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('the server did not keep them');
    for (const digest of rulebooks.keys()) kept.add(digest);
  }
  return { results, head: next };
}

async function insertEntries(client: pg.Client, fresh: readonly ChainedEntry[]): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO proviso_decisions (sequence, digest, id, made_by, request, rulebook, entry)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [
      fresh.map(({ entry }) => entry.sequence),
      fresh.map(({ digest }) => digest),
      fresh.map(({ entry }) => entry.record.id),
      fresh.map(({ entry }) => entry.by),
      fresh.map(({ entry }) => entry.request?.key ?? null),
      fresh.map(({ entry }) => entry.record.rulebook.digest),
      fresh.map(({ text }) => text),
    ],
  );
  if (rowCount !== fresh.length) throw new Error('the server did not keep them all');
}

async function insertRulebooks(
  client: pg.Client,
  rulebooks: ReadonlyMap<Digest, readonly RecordedDocument[]>,
): Promise<void> {
  await client.query(
    `INSERT INTO proviso_rulebooks (digest, documents)
     SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [[...rulebooks.keys()], [...rulebooks.values()].map(writeDocuments)],
  );
}
