import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { constants, crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { type AsyncFlateStreamHandler, Zip, ZipDeflate, type ZipInputFile } from 'fflate';

/** A ZIP archive is written without the extension for 4 GiB and more. */
export const MAX_PART_BYTES = 0xffff_ffff;

/** A ZIP archive that is written to a file piece by piece. */
export class Archive {
  readonly #file: WriteStream;
  readonly #zip: Zip;
  #failure: Error | undefined;
  bytes = 0;

  constructor(path: string) {
    this.#file = createWriteStream(path, { flags: 'wx' });
    this.#file.on('error', (error) => {
      this.#failure ??= error;
    });
    this.#zip = new Zip((error, data, final) => {
      if (error !== null) this.#failure ??= error;
      else {
        this.bytes += data.length;
        this.#file.write(data);
        if (final) this.#file.end();
      }
    });
  }

  /** Adds a small part at once. */
  add(name: string, content: string): void {
    const part = new ZipDeflate(name, { level: 6 });
    this.#zip.add(part);
    part.push(Buffer.from(content), true);
  }

  /** Adds a part that comes in pieces. */
  async addPieces(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const part = new StreamedPart(name);
    this.#zip.add(part);
    for await (const piece of pieces) {
      await part.write(piece);
      this.#check();
      if (this.#file.writableNeedDrain) await once(this.#file, 'drain');
    }
    await part.end();
  }

  /** @throws the error of the file, if it could not be written. */
  async finish(): Promise<void> {
    this.#zip.end();
    this.#check();
    await finished(this.#file);
  }

  /** Closes the file as it is. */
  async abandon(): Promise<void> {
    if (this.#file.closed) return;
    this.#file.destroy();
    await once(this.#file, 'close');
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

/** A part that is compressed off the main thread. */
class StreamedPart implements ZipInputFile {
  readonly filename: string;
  readonly compression = 8;
  size = 0;
  crc = 0;
  ondata?: AsyncFlateStreamHandler;
  readonly #deflate: DeflateRaw = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: 1 << 18 });

  constructor(name: string) {
    this.filename = name;
    this.#deflate.on('data', (data: Buffer) => this.ondata?.(null, new Uint8Array(data), false));
  }

  async write(data: Uint8Array): Promise<void> {
    this.size += data.length;
    this.crc = crc32(data, this.crc);
    if (!this.#deflate.write(data)) await once(this.#deflate, 'drain');
  }

  async end(): Promise<void> {
    this.#deflate.end();
    await finished(this.#deflate);
    this.ondata?.(null, new Uint8Array(0), true);
  }
}
