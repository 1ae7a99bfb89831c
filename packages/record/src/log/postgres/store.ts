import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { RecordError } from '../../errors.ts';
import type { Digest, RecordedDocument } from '../../format.ts';
import type { VerifyOptions } from '../../verify.ts';
import { Batches } from '../batches.ts';
import { type DecisionStore, type Entry, type Head, type LogReport, type Page, START } from '../contract.ts';
import { closedStore, type WrittenEntry } from '../entry.ts';
import { type Address, readAddress } from './address.ts';
import { isLasting, notWritten, unreachable } from './errors.ts';
import { type Queryable, readById, readByRequest, readChain, readPage, readRulebook } from './rows.ts';
import { WritingSession } from './session.ts';
import { verifyAt } from './verify.ts';
import { writeBatch } from './write.ts';

/** How to open a database. */
export interface DatabaseOptions {
  /** Told when decisions cannot be saved any more, with the reason, and with nothing when they can again. */
  readonly onChange?: (trouble: RecordError | undefined) => void;
  /** How long to wait at the start for a process that is just ending, in milliseconds; 3 s if absent. */
  readonly patience?: number;
}

const PATIENCE = 3000;
const READERS = 4;
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2000;
const LONGEST_END = 2000;

/**
 * Decisions kept in a PostgreSQL database. One session writes and has the lock; others read. When the connection is lost,
 * what was not acknowledged is refused, and a new session is opened as soon as the server lets it.
 */
export class PostgresStore implements DecisionStore {
  readonly place: string;
  readonly torn = undefined;
  readonly #address: Address;
  readonly #readers: pg.Pool;
  readonly #onChange: (trouble: RecordError | undefined) => void;
  readonly #batches = new Batches<Entry, WrittenEntry>((batch) => this.#write(batch));
  readonly #closing = new AbortController();
  readonly #kept = new Set<Digest>();
  #head: Head;
  #session: WritingSession | undefined;
  #trouble: RecordError | undefined;
  #reopening: Promise<void> | undefined;

  private constructor(address: Address, session: WritingSession, head: Head, { onChange }: DatabaseOptions) {
    this.place = address.shown;
    this.#address = address;
    this.#head = head;
    this.#onChange = onChange ?? (() => {});
    this.#readers = new pg.Pool({ ...address.config, max: READERS });
    // A reader that is lost while it waits is replaced by the pool.
    this.#readers.on('error', () => {});
    this.#use(session);
  }

  /** See `openDatabase`. */
  static async open(text: string, options: DatabaseOptions): Promise<PostgresStore> {
    const address = readAddress(text, `proviso, process ${process.pid} on ${hostname()}`.slice(0, 63));
    const session = await WritingSession.open(address, options.patience ?? PATIENCE);
    try {
      return new PostgresStore(address, session, await readChain(session.client, START), options);
    } catch (error) {
      await session.end();
      throw error instanceof RecordError ? error : unreachable(address, error);
    }
  }

  get head(): Head {
    return this.#head;
  }

  async append(entry: Entry): Promise<WrittenEntry> {
    if (this.#closing.signal.aborted) throw closedStore();
    return this.#batches.add(entry);
  }

  read(id: string): Promise<WrittenEntry | undefined> {
    return this.#reading((from) => readById(from, id));
  }

  readRequest(key: Digest): Promise<WrittenEntry | undefined> {
    return this.#reading(async (from) => (await readByRequest(from, [key])).get(key));
  }

  latest(page: Page): Promise<readonly WrittenEntry[]> {
    return this.#reading((from) => readPage(from, page));
  }

  documents(rulebook: Digest): Promise<readonly RecordedDocument[] | undefined> {
    return this.#reading((from) => readRulebook(from, rulebook));
  }

  async trouble(): Promise<RecordError | undefined> {
    if (this.#trouble !== undefined) return this.#trouble;
    try {
      await this.#reading((from) => from.query('SELECT 1'));
      return this.#trouble;
    } catch (error) {
      if (error instanceof RecordError) return error;
      throw error;
    }
  }

  verify(options: VerifyOptions = {}): Promise<LogReport> {
    return verifyAt(this.#address, options);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#batches.settled();
    const patience = setTimeout(() => this.#address.hangUp(), LONGEST_END);
    await this.#reopening;
    await this.#session?.end();
    this.#session = undefined;
    if (!this.#readers.ended) await this.#readers.end();
    clearTimeout(patience);
  }

  async #write(batch: readonly Entry[]): Promise<readonly WrittenEntry[]> {
    const session = this.#session;
    if (session === undefined) throw this.#refusal();
    try {
      const { results, head } = await writeBatch(session.client, this.#head, batch, this.#kept);
      this.#head = head;
      return results;
    } catch (error) {
      // Whether the server kept the batch is not known: the next session reads on from the head.
      this.#lose(session, error);
      throw error instanceof RecordError && isLasting(error) ? error : notWritten(this.#address, error);
    }
  }

  #refusal(): RecordError {
    const trouble = this.#trouble ?? closedStore();
    return isLasting(trouble) ? trouble : notWritten(this.#address, trouble);
  }

  async #reading<Found>(read: (from: Queryable) => Promise<Found>): Promise<Found> {
    if (this.#closing.signal.aborted) throw closedStore();
    try {
      return await read(this.#readers);
    } catch (error) {
      throw error instanceof RecordError ? error : unreachable(this.#address, error);
    }
  }

  #use(session: WritingSession): void {
    this.#session = session;
    this.#tell(undefined);
    session.whenLost((error) => this.#lose(session, error));
  }

  #lose(session: WritingSession, error: unknown): void {
    if (this.#session !== session) return;
    this.#session = undefined;
    session.abandon();
    const trouble = error instanceof RecordError ? error : unreachable(this.#address, error);
    this.#tell(trouble);
    if (isLasting(trouble) || this.#closing.signal.aborted) return;
    this.#reopening ??= this.#reopen().finally(() => {
      this.#reopening = undefined;
    });
  }

  async #reopen(): Promise<void> {
    for (let wait = FIRST_WAIT; !this.#closing.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      try {
        this.#use(await this.#continue());
        // It may have been lost already.
        if (this.#session !== undefined) return;
      } catch (error) {
        const trouble = error instanceof RecordError ? error : unreachable(this.#address, error);
        this.#tell(trouble);
        if (isLasting(trouble)) return;
      }
      await sleep(wait, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  /** A new session, once all that was acknowledged is seen to be there. What it finds beyond that is read on from there. */
  async #continue(): Promise<WritingSession> {
    const session = await WritingSession.open(this.#address, 0);
    try {
      this.#head = await readChain(session.client, this.#head);
      return session;
    } catch (error) {
      session.abandon();
      throw error;
    }
  }

  #tell(trouble: RecordError | undefined): void {
    const changed = this.#trouble?.code !== trouble?.code;
    this.#trouble = trouble;
    if (changed) this.#onChange(trouble);
  }
}
