import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { Program } from '@proviso/logic';
import {
  type BadRowWords,
  Comparing,
  type Comparison,
  openScreening,
  type Progress,
  type Screening,
} from '@proviso/screen';
import { Problem } from '../http/problem.ts';
import type { Shelf, ShelvedRulebook } from '../rulebooks/shelf.ts';
import type { Screened, ScreeningFailure, ScreeningOrder, ScreeningState } from './contract.ts';
import { CHANGED, FAULT, INTERRUPTED, inputFailure, UPLOAD_GONE } from './failures.ts';
import { failureOf, optionsFor, problemOfScreening } from './options.ts';
import { keepState, readStates } from './states.ts';
import type { FoundUpload, Uploads } from './uploads.ts';

/** Rows with their verdicts and, beside them, what could not be judged. */
const RESULT_FILE = 'result.parquet';
const ERRORS_FILE = 'errors.csv';
const CHANGED_FILE = 'changed.parquet';
const ENDED: ReadonlySet<ScreeningState> = new Set(['done', 'failed', 'cancelled']);
const BAD_ROWS: BadRowWords = {
  cell: '{fact}: "{cell}" is not allowed',
  contradiction: 'the facts of this row contradict what the rulebook assumes of every transaction',
  malformed: (reason) => reason.replaceAll('_', ' '),
};

/** The screenings of a service: one runs at a time, on all cores but one, so that decisions are answered meanwhile. */
export class Jobs {
  readonly #folder: string;
  readonly #uploads: Uploads;
  readonly #shelf: Shelf;
  readonly #now: () => number;
  readonly #known = new Map<string, Screened>();
  readonly #stops = new Map<string, AbortController>();
  readonly #events = new EventEmitter();
  #queue: Promise<void> = Promise.resolve();
  #running: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(folder: string, uploads: Uploads, shelf: Shelf, now: () => number) {
    this.#folder = folder;
    this.#uploads = uploads;
    this.#shelf = shelf;
    this.#now = now;
    this.#events.setMaxListeners(0);
  }

  /** Takes up what earlier runs left: results stay, what waited waits again, what a crash interrupted has failed. */
  async open(): Promise<void> {
    for (const screened of await readStates(this.#folder)) {
      const { id, state } = screened;
      this.#known.set(id, screened);
      if (state === 'running') await this.#fail(id, INTERRUPTED);
      if (state === 'queued') await this.#resume(screened);
    }
  }

  /** Puts an order in line. @throws Problem, InputError */
  order(order: ScreeningOrder, by: string, mayRead: (by: string) => boolean): Promise<Screened> {
    return this.#uploads.using(order.upload, mayRead, async (found) => {
      const { digest, program } = this.#rulebook(order);
      const id = randomUUID();
      await mkdir(join(this.#folder, id), { recursive: true });
      const screened: Screened = {
        id,
        by,
        madeAt: new Date(this.#now()).toISOString(),
        order,
        rulebookDigest: digest,
        source: found.upload.name,
        state: 'queued',
        progress: null,
        preflight: null,
        summary: null,
        comparison: null,
        failure: null,
        rows: null,
        badRows: null,
        mapping: null,
      };
      this.#known.set(id, screened);
      try {
        await this.#keep(screened);
      } catch (error) {
        await this.remove(id);
        throw error;
      }
      this.#line(id, program, found);
      return screened;
    });
  }

  /**
   * Looks at an input without judging all of it into a file. Where no column is known to give a fact it says so, so that a person
   * can; an order for such a screening fails. @throws Problem, InputError */
  preflight(order: ScreeningOrder, mayRead: (by: string) => boolean) {
    return this.#uploads.using(order.upload, mayRead, async ({ upload, path }) => {
      const program = this.#rulebook(order).program;
      const options = { ...optionsFor(order, program, path), threads: THREADS, mayMapNothing: true };
      try {
        const screening = await openScreening(options);
        try {
          const preflight = await screening.preflight(true);
          const { applied, suggestions, open, unread, emptyWords, unmappedFacts, map, mapping } = screening.resolved;
          return {
            preflight: { ...preflight, source: upload.name },
            columns: screening.source.columns,
            nothingMapped: mapping.facts.length === 0 && mapping.asOf === undefined,
            mapping,
            applied,
            suggestions,
            open,
            unread,
            emptyWords,
            unmappedFacts,
            map,
          };
        } finally {
          await screening.close();
        }
      } catch (error) {
        const failure = failureOf(error, path, upload.name);
        throw failure === undefined ? error : problemOfScreening(failure);
      }
    });
  }

  /** Whether a screening was made of an upload, or will be. */
  uses(upload: string): boolean {
    return this.#some(upload, () => true);
  }

  /** Whether a screening that is not done needs an upload. */
  needs(upload: string): boolean {
    return this.#some(upload, ({ state }) => !ENDED.has(state));
  }

  /** A screening. @throws Problem when there is none, or it is somebody else's */
  find(id: string, mayRead: (by: string) => boolean): Screened {
    const found = this.#known.get(id);
    if (found !== undefined && mayRead(found.by)) return found;
    throw new Problem(
      404,
      'unknown_screening',
      { en: 'There is no such screening.', zh: '没有这个批量判断。' },
      { field: 'id' },
    );
  }

  /** All that somebody may see, latest first. */
  list(mayRead: (by: string) => boolean): readonly Screened[] {
    return [...this.#known.values()].filter(({ by }) => mayRead(by)).sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  }

  /** Tells every change of a screening until the signal. */
  watch(id: string, tell: (screened: Screened) => void, signal: AbortSignal): void {
    this.#events.on(id, tell);
    signal.addEventListener('abort', () => this.#events.off(id, tell), { once: true });
  }

  /** Stops a screening that is under way and removes it with its files. */
  async remove(id: string): Promise<void> {
    const found = this.#known.get(id);
    if (found === undefined) return;
    if (!ENDED.has(found.state)) this.#tell(id, { state: 'cancelled', progress: null });
    this.#known.delete(id);
    this.#stops.get(id)?.abort();
    this.#stops.delete(id);
    if (found.state === 'running') await this.#running;
    await rm(join(this.#folder, basename(id)), { recursive: true, force: true });
  }

  /** The file with the result; with the bad rows. */
  resultOf(id: string): string {
    return join(this.#folder, basename(id), RESULT_FILE);
  }

  errorsOf(id: string): string {
    return join(this.#folder, basename(id), ERRORS_FILE);
  }

  /** The file with the rows that a comparison found changed. */
  changedOf(id: string): string {
    return join(this.#folder, basename(id), CHANGED_FILE);
  }

  /** Stops all and waits for it. What runs goes back in line. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const stop of this.#stops.values()) stop.abort();
    await this.#queue;
  }

  #some(upload: string, test: (screened: Screened) => boolean): boolean {
    return [...this.#known.values()].some((screened) => screened.order.upload === upload && test(screened));
  }

  #rulebook({ rulebook }: ScreeningOrder): ShelvedRulebook {
    const found = this.#shelf.find(rulebook);
    if (found !== undefined) return found;
    throw new Problem(
      404,
      'unknown_rulebook',
      { en: `There is no rulebook ${rulebook}.`, zh: `没有规则书 ${rulebook}。` },
      { field: 'rulebook' },
    );
  }

  /** Puts a screening of an earlier run in line again: by the same version of the rulebook, or not at all. */
  async #resume({ id, order, rulebookDigest }: Screened): Promise<void> {
    const rulebook = this.#shelf.find(order.rulebook);
    if (rulebook?.digest !== rulebookDigest) return this.#fail(id, CHANGED);
    const found = await this.#uploads.find(order.upload);
    if (found === undefined) return this.#fail(id, UPLOAD_GONE);
    this.#line(id, rulebook.program, found);
  }

  #line(id: string, program: Program, found: FoundUpload): void {
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#queue = this.#queue.then(() => {
      // Where the disk does not take how it stands, the next one may still do.
      this.#running = this.#run(id, program, found, stop).catch(() => {});
      return this.#running;
    });
  }

  async #run(id: string, program: Program, { upload, path }: FoundUpload, stop: AbortController): Promise<void> {
    const { name } = upload;
    const screened = this.#known.get(id);
    if (screened === undefined || stop.signal.aborted || this.#closed) return;
    let screening: Screening | undefined;
    try {
      await this.#change(id, { state: 'running' });
      const onProgress = (progress: Progress) => this.#tell(id, { progress });
      screening = await openScreening({
        ...optionsFor(screened.order, program, path),
        threads: THREADS,
        signal: stop.signal,
        onProgress,
      });
      const preflight = { ...(await screening.preflight()), source: name };
      await this.#change(id, { preflight });
      const { rows } = await screening.write({ path: this.resultOf(id), format: 'parquet', overwrite: true });
      const { badCells, contradictions, malformed } = await screening.count();
      const badRows = badCells + contradictions + malformed;
      if (badRows > 0) await screening.writeBad({ path: this.errorsOf(id), format: 'csv', overwrite: true }, BAD_ROWS);
      const summary = { ...(await screening.summary()), source: name };
      const comparison = await this.#compare(id, screening, name);
      const { constants } = screening.resolved;
      const mapping = { mapping: screening.mapping, constants };
      await this.#change(id, { state: 'done', progress: null, summary, comparison, rows, badRows, mapping });
    } catch (error) {
      // What the end of the service interrupts is begun anew by the next one; what was removed is gone.
      if (this.#closed) await this.#change(id, { state: 'queued', progress: null, preflight: null });
      else await this.#fail(id, failureOf(error, path, name) ?? inputFailure(error) ?? FAULT);
    } finally {
      this.#stops.delete(id);
      await screening?.close();
    }
  }

  /** Judges the rows a second time, where the order asks for it, and keeps those that change. */
  async #compare(id: string, screening: Screening, name: string): Promise<Comparison | null> {
    const against = this.#known.get(id)?.order.against;
    if (against === undefined) return null;
    const comparing = new Comparing(screening, against);
    const comparison = { ...(await comparing.comparison()), source: name };
    if (comparison.changed.rows > 0)
      await comparing.write({ path: this.changedOf(id), format: 'parquet', overwrite: true });
    return comparison;
  }

  async #change(id: string, change: Partial<Screened>): Promise<void> {
    this.#tell(id, change);
    const screened = this.#known.get(id);
    if (screened !== undefined) await this.#keep(screened);
  }

  #tell(id: string, change: Partial<Screened>): void {
    const before = this.#known.get(id);
    if (before === undefined) return;
    const after = { ...before, ...change };
    this.#known.set(id, after);
    this.#events.emit(id, after);
  }

  #fail(id: string, failure: ScreeningFailure): Promise<void> {
    return this.#change(id, { state: 'failed', failure, progress: null });
  }

  #keep(screened: Screened): Promise<void> {
    return keepState(this.#folder, screened);
  }
}

const THREADS = Math.max(1, availableParallelism() - 1);
