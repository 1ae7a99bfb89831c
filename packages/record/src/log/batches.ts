interface Waiting<Item, Done> {
  readonly item: Item;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: unknown) => void;
}

/** Items written at once at most. */
const MOST_AT_ONCE = 1000;

/** Writes what comes at the same time together: whatever comes while a batch is written goes into the next. */
export class Batches<Item, Done> {
  readonly #write: (items: readonly Item[]) => Promise<readonly Done[]>;
  readonly #waiting: Waiting<Item, Done>[] = [];
  #writing: Promise<void> | undefined;

  /** `write` gives what became of each item, in their order; when it throws, none of them was acknowledged. */
  constructor(write: (items: readonly Item[]) => Promise<readonly Done[]>) {
    this.#write = write;
  }

  /** Writes an item with the next batch. @throws what the writing of its batch throws */
  add(item: Item): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#writing ??= this.#run().finally(() => {
        this.#writing = undefined;
      });
    });
  }

  /** Waits until nothing is left to write. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        const done = await this.#write(batch.map(({ item }) => item));
        for (const [index, { resolve, reject }] of batch.entries()) {
          const one = done[index];
          if (one === undefined) reject(new Error('nothing was told of an item'));
          else resolve(one);
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}
