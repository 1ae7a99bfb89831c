import pg from 'pg';
import { RecordError } from '../../errors.ts';
import type { VerifyOptions } from '../../verify.ts';
import { type LogReport, START } from '../contract.ts';
import { Inspection } from '../inspection.ts';
import { type Address, readAddress } from './address.ts';
import { unfit, unreachable } from './errors.ts';
import { readChain, readRulebook } from './rows.ts';
import { refuseNewer, versionOf } from './schema.ts';

/** See `verifyDatabase` of `database.ts`. */
export function verifyDatabase(text: string, options: VerifyOptions): Promise<LogReport> {
  return verifyAt(readAddress(text, 'proviso, checking'), options);
}

/** The same for an address that was read: in one transaction that reads only, so that all is of one instant. */
export async function verifyAt(address: Address, options: VerifyOptions): Promise<LogReport> {
  const client = new pg.Client(address.config);
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const version = await versionOf(client);
    if (version === undefined) throw unfit(address, 'there are none', 'name the database and schema of a service');
    refuseNewer(address, version);
    const inspection = new Inspection();
    await readChain(client, START, (written) => inspection.add(written)).catch((error) => inspection.stop(error));
    return await inspection.report((digest) => readRulebook(client, digest), options);
  } catch (error) {
    throw error instanceof RecordError ? error : unreachable(address, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
