import type pg from 'pg';
import { RecordError } from '../../errors.ts';
import { damaged } from '../entry.ts';
import type { Address } from './address.ts';
import { unfit } from './errors.ts';

/** What makes the tables of each version out of those of the version before. */
const STEPS: readonly (readonly string[])[] = [
  [
    'CREATE TABLE proviso_rulebooks (digest text PRIMARY KEY, documents text NOT NULL)',
    `CREATE TABLE proviso_decisions (
       sequence bigint PRIMARY KEY CHECK (sequence > 0),
       digest text NOT NULL,
       id text NOT NULL UNIQUE,
       made_by text NOT NULL,
       request text UNIQUE,
       rulebook text NOT NULL REFERENCES proviso_rulebooks,
       entry text NOT NULL
     )`,
    'CREATE INDEX proviso_decisions_of ON proviso_decisions (made_by, sequence)',
  ],
];

/** The version of the tables that this release makes. */
export const TABLES_VERSION = STEPS.length;

const NOT_ALLOWED = '42501';

/** The version of the tables that are there; undefined when there are none. @throws RecordError when it is not told */
export async function versionOf(client: pg.Client): Promise<number | undefined> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('proviso_store') IS NOT NULL AS there",
  );
  if (tables[0]?.there !== true) return undefined;
  const { rows: versions } = await client.query<{ version: number }>('SELECT version FROM proviso_store');
  const [only, ...more] = versions;
  if (only === undefined || more.length > 0) throw damaged('table proviso_store', 'does not tell one version');
  return only.version;
}

/** Refuses tables of a later release, which may mean what this one does not know. @throws RecordError */
export function refuseNewer({ shown }: Address, version: number): void {
  if (version <= TABLES_VERSION) return;
  const problem = `the decisions in ${shown} were written by a later release (tables of version ${version}; this one knows ${TABLES_VERSION})`;
  throw new RecordError('database_newer', shown, problem, 'use that release, or a later one');
}

/**
 * Makes the tables, or brings them up to date, in one transaction. To be called by whoever has the lock.
 * @throws RecordError when they are of a later release, or may not be made.
 */
export async function prepareTables(client: pg.Client, address: Address): Promise<void> {
  const found = await versionOf(client);
  if (found !== undefined) refuseNewer(address, found);
  if (found === TABLES_VERSION) return;
  try {
    await client.query('BEGIN');
    for (const step of STEPS.slice(found ?? 0).flat()) await client.query(step);
    if (found === undefined) await client.query('CREATE TABLE proviso_store (version integer NOT NULL)');
    const tell =
      found === undefined ? 'INSERT INTO proviso_store VALUES ($1)' : 'UPDATE proviso_store SET version = $1';
    await client.query(tell, [TABLES_VERSION]);
    await client.query('COMMIT');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== NOT_ALLOWED) throw error;
    const hint = 'let the user make tables there, or choose another schema with search_path';
    throw unfit(address, `the tables may not be made (${error.message})`, hint);
  }
}
