import type { RecordError } from '../errors.ts';
import type { DecisionRecord, Digest, RecordedDocument } from '../format.ts';
import type { VerifyOptions } from '../verify.ts';
import type { RequestKey, WrittenEntry } from './entry.ts';

/** What is put into a store. */
export interface Entry {
  readonly record: DecisionRecord;
  /** The texts of its rulebook. */
  readonly documents: readonly RecordedDocument[];
  /** Who asked. */
  readonly by: string;
  readonly request?: RequestKey;
}

/** Where a chain of entries ends: noted elsewhere, it shows later that nothing was cut off. */
export interface Head {
  /** How many entries there are; the number of the last one. */
  readonly entries: number;
  /** The digest of the last one; null when there is none. */
  readonly digest: Digest | null;
}

/** The head of a store in which nothing was put yet. */
export const START: Head = { entries: 0, digest: null };

/** Which entries are wanted. */
export interface Page {
  /** How many at most. */
  readonly limit: number;
  /** Only those with a lower number. */
  readonly before?: number;
  /** Only those that somebody of this name asked for. */
  readonly by?: string;
}

/** What checking a store found. */
export interface LogReport {
  /** How many entries are sound and in their chain, from the first on. */
  readonly entries: number;
  /** The digest of the last of them. */
  readonly head: Digest | null;
  readonly problems: readonly { readonly place: string; readonly message: string }[];
  /** How many bytes at the end are of an entry that was never finished; the next start moves them aside. */
  readonly unfinished: number;
}

/**
 * Where decisions are kept: entries that are only ever added, each chained to the one before by its digest. It belongs to
 * one process at a time. An entry that was acknowledged outlasts the end of that process and a loss of power.
 */
export interface DecisionStore {
  /** For people: a folder, or the address of a database without user and password. */
  readonly place: string;
  /** The file in which the end is kept that a crash had left unfinished; undefined when all was whole. */
  readonly torn: string | undefined;
  /** Where the chain ends, as far as this process has written or read it. */
  readonly head: Head;
  /**
   * Adds a decision. Returns once it is durable; what comes at the same time is made durable together. A decision whose
   * request was served before is not added: the one that was made first is returned.
   * @throws RecordError `log_failed` or `log_damaged` when it was not acknowledged. It may be there all the same if the
   * store went away in that moment; the same request again tells.
   */
  append(entry: Entry): Promise<WrittenEntry>;
  /**
   * The entry with the record of this id; undefined when there is none.
   * @throws RecordError when the store cannot be reached, or the entry is not as it was written.
   */
  read(id: string): Promise<WrittenEntry | undefined>;
  /** The entry that a request with this key made; undefined when there is none. @throws RecordError as `read` */
  readRequest(key: Digest): Promise<WrittenEntry | undefined>;
  /** A page of entries, latest first. @throws RecordError as `read` */
  latest(page: Page): Promise<readonly WrittenEntry[]>;
  /** The texts of a rulebook that an entry names; undefined when they are not here. @throws RecordError as `read` */
  documents(rulebook: Digest): Promise<readonly RecordedDocument[] | undefined>;
  /** Why decisions cannot be saved at this moment; undefined while all is well. */
  trouble(): Promise<RecordError | undefined>;
  /** Checks every entry, the chain, and the texts of every rulebook, and changes nothing. */
  verify(options?: VerifyOptions): Promise<LogReport>;
  /** Finishes what is being written, and gives the store back. */
  close(): Promise<void>;
}
