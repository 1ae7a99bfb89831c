import type { VerifyOptions } from '../verify.ts';
import type { DecisionStore, LogReport } from './contract.ts';
import type { DatabaseOptions } from './postgres/store.ts';

/**
 * Opens the decisions kept in a PostgreSQL database, at `postgresql://user@host:5432/database`, and takes them for this
 * process. Their tables are made in the first schema of the search path if need be; the whole chain is checked. The driver
 * is loaded here, not before.
 * @throws RecordError when the database cannot be reached or used, another process has it, or the chain is broken; never
 * with a password in it.
 */
export async function openDatabase(address: string, options: DatabaseOptions = {}): Promise<DecisionStore> {
  const { PostgresStore } = await import('./postgres/store.ts');
  return PostgresStore.open(address, options);
}

/**
 * Checks the decisions kept in a PostgreSQL database, also while a service has them, and changes nothing. That nothing was
 * cut off the end shows only beside a head that was noted elsewhere.
 * @throws RecordError when the database cannot be reached, or has no decisions of Proviso.
 */
export async function verifyDatabase(address: string, options: VerifyOptions = {}): Promise<LogReport> {
  const postgres = await import('./postgres/verify.ts');
  return postgres.verifyDatabase(address, options);
}
