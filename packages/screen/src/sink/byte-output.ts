import { type FileHandle, open } from 'node:fs/promises';

const PIECE = 1 << 20;

/** A new file that is written piece by piece: one is filled while the one before is on its way to the disk. */
export class ByteOutput {
  readonly #handle: FileHandle;
  #filling = Buffer.allocUnsafe(2 * PIECE);
  #spare = Buffer.allocUnsafe(2 * PIECE);
  #at = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async open(path: string): Promise<ByteOutput> {
    return new ByteOutput(await open(path, 'wx'));
  }

  /** Whether it is time to {@link flush}. More can be put all the same. */
  get isFull(): boolean {
    return this.#at >= PIECE;
  }

  /** Puts the bytes of a buffer between two offsets. */
  put(bytes: Buffer, from = 0, to = bytes.length): void {
    if (this.#at + to - from > this.#filling.length) this.#grow(to - from);
    this.#at += bytes.copy(this.#filling, this.#at, from, to);
  }

  /** Has what was put written, once what was before is. @throws when that failed */
  async flush(): Promise<void> {
    await this.#writing;
    const piece = this.#filling.subarray(0, this.#at);
    [this.#filling, this.#spare] = [this.#spare, this.#filling];
    this.#at = 0;
    this.#writing = this.#write(piece);
    // It is waited for later; that it fails is told then.
    this.#writing.catch(() => {});
  }

  /** Ends the file; when all went well, all that was put is in it. */
  async finish(): Promise<void> {
    await this.flush();
    await this.#writing;
  }

  /** Lets the file go. */
  async close(): Promise<void> {
    await this.#writing.catch(() => {});
    await this.#handle.close();
  }

  async #write(piece: Buffer): Promise<void> {
    for (let at = 0; at < piece.length; ) {
      const { bytesWritten } = await this.#handle.write(piece, at, piece.length - at);
      at += bytesWritten;
    }
  }

  #grow(more: number): void {
    const larger = Buffer.allocUnsafe(2 * (this.#at + more));
    this.#filling.copy(larger, 0, 0, this.#at);
    this.#filling = larger;
  }
}
