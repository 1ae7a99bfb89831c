import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordError } from '../errors.ts';
import type { Digest, RecordedDocument } from '../format.ts';
import type { VerifyOptions } from '../verify.ts';
import { Batches } from './batches.ts';
import { chainBatch } from './chain.ts';
import type { DecisionStore, Entry, Head, LogReport, Page } from './contract.ts';
import { closedStore, readLine, type WrittenEntry } from './entry.ts';
import { makeFolder, segmentName, syncFolder, writeAt } from './files.ts';
import { takeFolder } from './lock.ts';
import { Index, type Located } from './log-index.ts';
import { cutTorn, readEntries } from './recover.ts';
import { RulebookStore } from './rulebooks.ts';
import { verifyLog } from './verify-log.ts';

/** How to open a log. */
export interface LogOptions {
  /** The present instant; names the files. */
  readonly now?: () => number;
}

/** Decisions kept in a folder: one file of JSON lines for each day, and the texts of rulebooks beside them. */
export class DecisionLog implements DecisionStore {
  readonly place: string;
  readonly torn: string | undefined;
  readonly #rulebooks: RulebookStore;
  readonly #segments: string;
  readonly #release: () => Promise<void>;
  readonly #now: () => number;
  readonly #index: Index;
  readonly #batches = new Batches<Entry, WrittenEntry>((batch) => this.#write(batch));
  #head: Head;
  #end: { segment: string; size: number } | undefined;
  #handle: FileHandle | undefined;
  #failure: RecordError | undefined;
  #closed = false;

  private constructor(parts: {
    folder: string;
    segments: string;
    index: Index;
    release: () => Promise<void>;
    now: () => number;
    head: Head;
    end: { readonly segment: string; readonly size: number } | undefined;
    torn: string | undefined;
  }) {
    this.place = parts.folder;
    this.#rulebooks = new RulebookStore(join(parts.folder, 'rulebooks'));
    this.torn = parts.torn;
    this.#segments = parts.segments;
    this.#index = parts.index;
    this.#release = parts.release;
    this.#now = parts.now;
    this.#head = parts.head;
    this.#end = parts.end === undefined ? undefined : { ...parts.end };
  }

  /**
   * Opens the log of a folder, which is made if need be, and takes it for this process. What a crash left unfinished at
   * its end is moved aside.
   * @throws RecordError when the log is damaged or another process has it.
   */
  static async open(folder: string, { now = Date.now }: LogOptions = {}): Promise<DecisionLog> {
    const segments = join(folder, 'log');
    const release = await takeFolder(folder);
    try {
      await makeFolder(segments);
      const index = new Index();
      const found = await readEntries(segments, (entry) => index.add(entry));
      const torn = found.torn === undefined ? undefined : await cutTorn(segments, found.torn);
      return new DecisionLog({ folder, segments, index, release, now, head: found.head, end: found.end, torn });
    } catch (error) {
      await release();
      throw error;
    }
  }

  get head(): Head {
    return this.#head;
  }

  async append(entry: Entry): Promise<WrittenEntry> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#closed) throw closedStore();
    return this.#batches.add(entry);
  }

  async read(id: string): Promise<WrittenEntry | undefined> {
    const located = this.#index.find(id);
    return located === undefined ? undefined : this.#readAt(located);
  }

  async readRequest(key: Digest): Promise<WrittenEntry | undefined> {
    const located = this.#index.request(key);
    return located === undefined ? undefined : this.#readAt(located);
  }

  latest({ limit, before, by }: Page): Promise<readonly WrittenEntry[]> {
    return Promise.all(this.#index.latest(limit, before, by).map((located) => this.#readAt(located)));
  }

  documents(rulebook: Digest): Promise<readonly RecordedDocument[] | undefined> {
    return this.#rulebooks.read(rulebook);
  }

  trouble(): Promise<RecordError | undefined> {
    return Promise.resolve(this.#failure);
  }

  verify(options: VerifyOptions = {}): Promise<LogReport> {
    return verifyLog(this.place, options);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#batches.settled();
    await this.#handle?.close();
    this.#handle = undefined;
    await this.#release();
  }

  async #write(batch: readonly Entry[]): Promise<readonly WrittenEntry[]> {
    if (this.#failure !== undefined) throw this.#failure;
    await this.#keepRulebooks(batch);
    try {
      return await this.#writeBatch(batch);
    } catch (error) {
      this.#failure = cannotWrite(error);
      throw this.#failure;
    }
  }

  async #writeBatch(batch: readonly Entry[]): Promise<readonly WrittenEntry[]> {
    const { fresh, results, head } = chainBatch(this.#head, batch, await this.#served(batch));
    if (fresh.length === 0) return results;
    const { handle, segment, size } = await this.#segment();
    const lines: Buffer[] = [];
    const located: Located[] = [];
    let offset = size;
    for (const { line } of fresh) {
      const bytes = Buffer.from(`${line}\n`);
      lines.push(bytes);
      located.push({ segment, offset, length: bytes.length - 1 });
      offset += bytes.length;
    }
    await writeAt(handle, Buffer.concat(lines), size);
    await handle.datasync();
    this.#head = head;
    this.#end = { segment, size: offset };
    for (const [index, { entry, digest }] of fresh.entries()) {
      const place = located[index];
      if (place !== undefined) this.#index.add({ entry, digest, ...place });
    }
    return results;
  }

  /** Texts come first: no entry names a rulebook that is not here. */
  async #keepRulebooks(batch: readonly Entry[]): Promise<void> {
    try {
      await Promise.all(batch.map(({ record, documents }) => this.#rulebooks.keep(record.rulebook.digest, documents)));
    } catch (error) {
      throw error instanceof RecordError ? error : cannotWrite(error);
    }
  }

  /** What requests of a batch made before. */
  async #served(batch: readonly Entry[]): Promise<ReadonlyMap<Digest, WrittenEntry>> {
    const served = new Map<Digest, WrittenEntry>();
    for (const { request } of batch) {
      const before = request === undefined ? undefined : await this.readRequest(request.key);
      if (request !== undefined && before !== undefined) served.set(request.key, before);
    }
    return served;
  }

  /** The file of today; never one before the last, even if the clock was set back. */
  async #segment(): Promise<{ handle: FileHandle; segment: string; size: number }> {
    const today = segmentName(this.#now());
    const current = this.#end;
    const segment = current === undefined || today > current.segment ? today : current.segment;
    if (this.#handle === undefined || segment !== current?.segment) {
      await this.#handle?.close();
      this.#handle = undefined;
      this.#handle = await open(join(this.#segments, segment), current?.segment === segment ? 'r+' : 'wx', 0o600);
      if (current?.segment !== segment) await syncFolder(this.#segments);
    }
    return { handle: this.#handle, segment, size: current?.segment === segment ? current.size : 0 };
  }

  async #readAt({ segment, offset, length }: Located): Promise<WrittenEntry> {
    const handle = await open(join(this.#segments, segment), 'r');
    try {
      const bytes = Buffer.alloc(length);
      await handle.read(bytes, 0, length, offset);
      return readLine(bytes.toString('utf8'), `${segment} at byte ${offset}`);
    } finally {
      await handle.close();
    }
  }
}

function cannotWrite(error: unknown): RecordError {
  const problem = error instanceof Error ? error.message : String(error);
  const hint = 'see to the disk, then start again';
  return new RecordError('log_failed', 'log', `decisions cannot be written: ${problem}`, hint);
}
