import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { RecordError } from '../../errors.ts';
import type { Address } from './address.ts';
import { unfit, unreachable } from './errors.ts';
import { prepareTables } from './schema.ts';

/** The lock of the decisions in a schema: of the session, so that it ends with it. */
const LOCK = "hashtextextended('proviso decisions in ' || current_schema(), 0)";
const LOCK_RETRY_MILLISECONDS = 100;

/**
 * The session that writes. It has the decisions for this process by a lock that the server keeps as long as the session
 * lasts; nothing is written but by it, so nothing is written by a process that has lost them.
 */
export class WritingSession {
  readonly client: pg.Client;
  #lost: ((error: Error) => void) | undefined;
  #loss: Error | undefined;

  private constructor(client: pg.Client) {
    this.client = client;
    const lose = (error: Error) => {
      if (this.#loss !== undefined) return;
      this.#loss = error;
      this.#lost?.(error);
    };
    client.on('error', lose);
    client.on('end', () => lose(new Error('the connection was closed')));
  }

  /**
   * Connects, takes the lock and prepares the tables. `patience` in milliseconds: how long to wait for a lock that is
   * about to be given back.
   * @throws RecordError
   */
  static async open(address: Address, patience: number): Promise<WritingSession> {
    const session = new WritingSession(new pg.Client(address.config));
    try {
      await session.client.connect();
      await prepareSession(session.client, address);
      await takeLock(session.client, address, patience);
      await prepareTables(session.client, address);
      return session;
    } catch (error) {
      session.abandon();
      throw error instanceof RecordError ? error : unreachable(address, error);
    }
  }

  /** Calls back once when the connection is lost, also when it already is. */
  whenLost(lost: (error: Error) => void): void {
    this.#lost = lost;
    if (this.#loss !== undefined) lost(this.#loss);
  }

  /** Ends it without waiting; what is under way may or may not be done. */
  abandon(): void {
    this.#lost = undefined;
    this.client.end().catch(() => undefined);
  }

  /** Gives the lock back and ends. */
  async end(): Promise<void> {
    this.#lost = undefined;
    await this.client.query(`SELECT pg_advisory_unlock(${LOCK})`).catch(() => undefined);
    await this.client.end().catch(() => undefined);
  }
}

/** Settings that hold for the session, whatever those of the server, the database and the user are. */
async function prepareSession(client: pg.Client, address: Address): Promise<void> {
  const { rows } = await client.query<{ schema: string | null; standby: boolean; encoding: string }>(
    "SELECT current_schema() AS schema, pg_is_in_recovery() AS standby, current_setting('server_encoding') AS encoding",
  );
  const [{ schema = null, standby = false, encoding = '' } = {}] = rows;
  if (standby) throw unfit(address, 'it is a standby, which only reads', 'give the address of the primary server');
  if (schema === null) throw unfit(address, 'no schema of the search path is there', 'make it, or name another');
  if (encoding !== 'UTF8') throw unfit(address, `its texts are in ${encoding}`, 'make a database with ENCODING UTF8');
  // A limit on the time of statements is lifted: it would end the wait for a standby and have what is not on it acknowledged.
  // The server looks after a silent connection within about a minute, so that a lost one does not keep the lock.
  await client.query(
    `SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', false),
       set_config('synchronous_commit',
         CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false),
       set_config('statement_timeout', '0', false),
       set_config('idle_in_transaction_session_timeout', '0', false),
       set_config('default_transaction_read_only', 'off', false),
       set_config('tcp_keepalives_idle', '20', false),
       set_config('tcp_keepalives_interval', '10', false),
       set_config('tcp_keepalives_count', '3', false)`,
  );
}

async function takeLock(client: pg.Client, address: Address, patience: number): Promise<void> {
  for (const end = Date.now() + patience; ; await sleep(LOCK_RETRY_MILLISECONDS)) {
    const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS taken`);
    if (rows[0]?.taken === true) return;
    if (Date.now() >= end) break;
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND datname = current_database()
       AND ((classid::bigint << 32) | objid::bigint) = ${LOCK}`,
  );
  const holder = rows[0]?.name ?? '';
  const whose = holder === '' ? 'another process' : holder;
  const problem = `the decisions in ${address.shown} are in use by ${whose}`;
  const hint = 'stop that process, or name another database or schema';
  throw new RecordError('database_busy', address.shown, problem, hint);
}
