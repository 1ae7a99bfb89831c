import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Examination, type Examinee, examination } from './examination.ts';
import * as refuse from './refusals.ts';

/** Milliseconds that the examination of one text may take. */
const TIME = 10_000;
/** Megabytes that it may take. */
const MEMORY = 512;
/** Texts that may wait for their turn. */
const MOST_WAITING = 16;

const WORKER = fileURLToPath(new URL('./examine-worker.js', import.meta.url));

/** Examines texts one after the other in a thread of their own, so that decisions do not wait for them. */
export class Examiner {
  readonly #time: number;
  readonly #program: string;
  #worker: Worker | undefined;
  #line: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /**
   * @param time milliseconds that one text may take
   * @param program the file that a thread is made of
   */
  constructor(time = TIME, program = WORKER) {
    this.#time = time;
    this.#program = program;
  }

  /** @throws Problem when it takes too long or too much, or too many texts are waiting. */
  async examine(examinee: Examinee): Promise<Examination> {
    if (this.#waiting >= MOST_WAITING) throw refuse.busy();
    this.#waiting += 1;
    const done = this.#line.then(() => this.#run(examinee));
    this.#line = done.catch(() => {});
    try {
      return await done;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  /** The thread; a new one where the last has ended. */
  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(this.#program, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    worker.unref();
    // What it dies of is told to whoever waits for it.
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    this.#worker = worker;
    return worker;
  }

  #run(examinee: Examinee): Promise<Examination> {
    // Where the program runs from its sources, there is no built file that a thread could be made of.
    if (!existsSync(this.#program)) return Promise.resolve(examination(examinee));
    const worker = this.#thread();
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => {
        clearTimeout(timer);
        worker.off('message', onTold).off('error', onError).off('exit', onEnd);
        then();
      };
      const giveUp = (error: Error) =>
        settle(() => {
          this.#worker = undefined;
          void worker.terminate();
          reject(error);
        });
      const onTold = (told: string) => settle(() => resolve(JSON.parse(told)));
      const onError = (error: Error) => giveUp(isTooMuch(error) ? refuse.tooComplex() : error);
      const onEnd = () => giveUp(refuse.tooComplex());
      const timer = setTimeout(() => giveUp(refuse.tooComplex()), this.#time);
      worker.on('message', onTold).on('error', onError).on('exit', onEnd);
      worker.postMessage(examinee);
    });
  }
}

function isTooMuch(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
