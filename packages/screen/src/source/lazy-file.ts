import { type FileHandle, open } from 'node:fs/promises';
import { removeTemporary, temporaryFile } from '../sink/temporary-files.ts';

const COPY_BYTES = 1 << 20;

/** A temporary file that is there only once it is begun, at the latest when something is written to it. */
export class LazyFile {
  readonly #folder: string;
  readonly #ending: string;
  #handle: FileHandle | undefined;
  path = '';
  bytes = 0;

  constructor(folder: string, ending: string) {
    this.#folder = folder;
    this.#ending = ending;
  }

  get begun(): boolean {
    return this.path !== '';
  }

  async begin(): Promise<FileHandle> {
    if (this.#handle === undefined) {
      this.path = temporaryFile(this.#folder, this.#ending);
      this.#handle = await open(this.path, 'wx');
    }
    return this.#handle;
  }

  async write(data: Buffer | string): Promise<void> {
    if (data.length === 0) return;
    const handle = await this.begin();
    await handle.appendFile(data);
    this.bytes += Buffer.byteLength(data);
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    if (this.begun) await removeTemporary(this.path);
  }
}

/** Begins a file with the bytes between two offsets of another. */
export async function copyPart(source: FileHandle, from: number, to: number, target: LazyFile): Promise<void> {
  await target.begin();
  const buffer = Buffer.allocUnsafe(COPY_BYTES);
  for (let at = from; at < to; ) {
    const { bytesRead } = await source.read(buffer, 0, Math.min(COPY_BYTES, to - at), at);
    if (bytesRead === 0) break;
    await target.write(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}
