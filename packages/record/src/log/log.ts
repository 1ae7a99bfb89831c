import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordError } from '../errors.ts';
import type { DecisionRecord, Digest, RecordedDocument } from '../format.ts';
import { naming } from '../make.ts';
import { type LogEntry, type RequestKey, readLine, type WrittenEntry, writeLine } from './entry.ts';
import { makeFolder, segmentName, syncFolder, writeAt } from './files.ts';
import { lockFolder } from './lock.ts';
import { Index, type Located } from './log-index.ts';
import { cutTorn, readEntries } from './recover.ts';
import { RulebookStore } from './rulebooks.ts';

/** What is put into a log. */
export interface Entry {
  readonly record: DecisionRecord;
  /** The texts of its rulebook. */
  readonly documents: readonly RecordedDocument[];
  /** Who asked. */
  readonly by: string;
  readonly request?: RequestKey;
}

/** How to open a log. */
export interface LogOptions {
  /** The present instant; names the files. */
  readonly now?: () => number;
}

interface Waiting {
  readonly entry: Entry;
  readonly resolve: (written: WrittenEntry) => void;
  readonly reject: (error: unknown) => void;
}

/** Entries written and made durable at once at most. */
const MOST_AT_ONCE = 1000;

/**
 * A log of decisions in a folder: one file of JSON lines for each day, each entry chained to the one before by its digest.
 * Only ever appended to. An entry that was acknowledged outlasts the end of the process and a loss of power.
 */
export class DecisionLog {
  readonly folder: string;
  readonly rulebooks: RulebookStore;
  /** Where the end of a file was put that a crash had left unfinished; undefined when all was whole. */
  readonly torn: string | undefined;
  readonly #segments: string;
  readonly #release: () => Promise<void>;
  readonly #now: () => number;
  readonly #index: Index;
  #last: { readonly sequence: number; readonly digest: Digest | null };
  #end: { segment: string; size: number } | undefined;
  #handle: FileHandle | undefined;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: RecordError | undefined;
  #closed = false;

  private constructor(parts: {
    folder: string;
    segments: string;
    index: Index;
    release: () => Promise<void>;
    now: () => number;
    last: { readonly sequence: number; readonly digest: Digest | null };
    end: { readonly segment: string; readonly size: number } | undefined;
    torn: string | undefined;
  }) {
    this.folder = parts.folder;
    this.rulebooks = new RulebookStore(join(parts.folder, 'rulebooks'));
    this.torn = parts.torn;
    this.#segments = parts.segments;
    this.#index = parts.index;
    this.#release = parts.release;
    this.#now = parts.now;
    this.#last = parts.last;
    this.#end = parts.end === undefined ? undefined : { ...parts.end };
  }

  /**
   * Opens the log of a folder, which is made if need be, and takes it for this process. What a crash left unfinished at
   * its end is moved aside.
   * @throws RecordError when the log is damaged or another process has it.
   */
  static async open(folder: string, { now = Date.now }: LogOptions = {}): Promise<DecisionLog> {
    const segments = join(folder, 'log');
    await makeFolder(folder);
    await makeFolder(segments);
    const release = await lockFolder(folder);
    try {
      const index = new Index();
      const found = await readEntries(segments, (entry) => index.add(entry));
      const torn = found.torn === undefined ? undefined : await cutTorn(segments, found.torn);
      return new DecisionLog({ folder, segments, index, release, now, last: found.last, end: found.end, torn });
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** The number of entries and the digest of the last one: noted elsewhere, it shows later that nothing was cut off. */
  get head(): { readonly entries: number; readonly digest: Digest | null } {
    return { entries: this.#last.sequence, digest: this.#last.digest };
  }

  /** Why nothing can be written any more; undefined while all is well. */
  get failure(): RecordError | undefined {
    return this.#failure;
  }

  /** What is known without reading a file, latest first. */
  get index(): Index {
    return this.#index;
  }

  /**
   * Writes a decision. Returns once it is durable; entries that come at the same time are made durable together.
   * @throws RecordError when the log has failed or is closed; then nothing was acknowledged.
   */
  async append(entry: Entry): Promise<WrittenEntry> {
    this.#assertOpen();
    await this.rulebooks.keep(entry.record.rulebook.digest, entry.documents);
    this.#assertOpen();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined;
      });
    });
  }

  /** Reads an entry by the id of its record; undefined when there is none. */
  async read(id: string): Promise<WrittenEntry | undefined> {
    const located = this.#index.find(id);
    return located === undefined ? undefined : this.#readAt(located);
  }

  /** Waits for what is being written, and gives the folder back. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
    await this.#handle?.close();
    this.#handle = undefined;
    await this.#release();
  }

  #assertOpen(): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#closed) throw new RecordError('log_failed', 'log', 'the log is closed', 'open it again');
  }

  async #write(): Promise<void> {
    // Whatever comes while this batch is written goes into the next.
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.#writeBatch(batch);
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        const hint = 'see to the disk, then start again';
        this.#failure = new RecordError('log_failed', 'log', `decisions cannot be written: ${problem}`, hint);
        for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(this.#failure);
      }
    }
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const { handle, segment, size } = await this.#segment();
    const written: (WrittenEntry & Located)[] = [];
    const lines: Buffer[] = [];
    let { sequence, digest: previous } = this.#last;
    let offset = size;
    for (const { entry } of batch) {
      sequence++;
      const { record, by, request } = entry;
      const next: LogEntry = {
        sequence,
        previous,
        by,
        record: naming(record),
        ...(request === undefined ? {} : { request }),
      };
      const { line, digest } = writeLine(next);
      const bytes = Buffer.from(`${line}\n`);
      lines.push(bytes);
      written.push({ entry: next, digest, segment, offset, length: bytes.length - 1 });
      previous = digest;
      offset += bytes.length;
    }
    await writeAt(handle, Buffer.concat(lines), size);
    await handle.datasync();
    this.#last = { sequence, digest: previous };
    this.#end = { segment, size: offset };
    for (const [index, found] of written.entries()) {
      this.#index.add(found);
      batch[index]?.resolve({ entry: found.entry, digest: found.digest });
    }
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
