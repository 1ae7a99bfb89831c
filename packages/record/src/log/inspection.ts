import { RecordError, type RecordErrorCode } from '../errors.ts';
import type { Digest, RecordedDocument } from '../format.ts';
import { type VerifyOptions, verifyRecord } from '../verify.ts';
import type { LogReport } from './contract.ts';
import type { WrittenEntry } from './entry.ts';

const OF_WHAT_IS_THERE: ReadonlySet<RecordErrorCode> = new Set(['log_damaged', 'not_a_record', 'unknown_format']);

/** Gathers what checking a store finds. */
export class Inspection {
  readonly #problems: { place: string; message: string }[] = [];
  readonly #rulebooks = new Set<Digest>();
  #entries = 0;
  #head: Digest | null = null;

  /** Takes the next entry, which is as it was written and in its chain, and checks the digests in its record. */
  add({ entry, digest }: WrittenEntry): void {
    for (const { path, message } of verifyRecord(entry.record)) {
      this.#problems.push({ place: `entry ${entry.sequence}${path}`, message });
    }
    this.#rulebooks.add(entry.record.rulebook.digest);
    this.#entries++;
    this.#head = digest;
  }

  /** Takes why the entries, or the texts of a rulebook, cannot be read on. @throws what says nothing of them */
  stop(error: unknown): void {
    if (!(error instanceof RecordError) || !OF_WHAT_IS_THERE.has(error.code)) throw error;
    this.#problems.push({ place: error.field, message: error.message });
  }

  /** Checks the texts of the rulebooks that entries name, and reports. */
  async report(
    documentsOf: (rulebook: Digest) => Promise<readonly RecordedDocument[] | undefined>,
    { digestOfTexts }: VerifyOptions,
    unfinished = 0,
  ): Promise<LogReport> {
    for (const digest of this.#rulebooks) {
      try {
        const documents = await documentsOf(digest);
        const place = `rulebook ${digest}`;
        if (documents === undefined) this.#problems.push({ place, message: 'its texts are not here' });
        else if (digestOfTexts !== undefined && digestOfTexts(documents.map(({ text }) => text)) !== digest)
          this.#problems.push({ place, message: 'its texts are not those of its digest' });
      } catch (error) {
        this.stop(error);
      }
    }
    return { entries: this.#entries, head: this.#head, problems: this.#problems, unfinished };
  }
}
