import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../http/problem.ts';
import type { Upload } from './contract.ts';

const FACTS_FILE = 'upload.json';
const ENDINGS = new Set(['.csv', '.tsv', '.txt', '.jsonl', '.ndjson', '.parquet', '.xlsx']);
const LONGEST_NAME = 200;

/** The files that were sent in, each in a folder of its own. */
export class Uploads {
  readonly #folder: string;
  readonly #most: number;
  readonly #now: () => number;

  /** @param most bytes of one file */
  constructor(folder: string, most: number, now: () => number) {
    this.#folder = folder;
    this.#most = most;
    this.#now = now;
  }

  /** Takes in a file. What is cut off or too large leaves nothing. @throws Problem */
  async take(name: string, by: string, body: Readable): Promise<Upload> {
    const safe = basename(name.replaceAll('\\', '/')).slice(-LONGEST_NAME);
    const ending = extname(safe).toLowerCase();
    if (!ENDINGS.has(ending)) {
      throw new Problem(
        415,
        'unsupported_media_type',
        { en: `Files named ${ending || 'without an ending'} cannot be read.`, zh: '无法读取该类文件。' },
        { field: 'name', hint: { en: `One of ${[...ENDINGS].join(', ')}.`, zh: `可用：${[...ENDINGS].join('、')}。` } },
      );
    }
    const id = randomUUID();
    const folder = join(this.#folder, id);
    await mkdir(folder, { recursive: true });
    try {
      let bytes = 0;
      const most = this.#most;
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          if (bytes > most) done(tooLarge(most));
          else done(null, chunk);
        },
      });
      await pipeline(body, counter, createWriteStream(join(folder, `data${ending}`), { flags: 'wx' }));
      const upload: Upload = { id, name: safe, bytes, by, madeAt: new Date(this.#now()).toISOString() };
      await writeFile(join(folder, `${FACTS_FILE}.tmp`), JSON.stringify(upload));
      await rename(join(folder, `${FACTS_FILE}.tmp`), join(folder, FACTS_FILE));
      return upload;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The upload of an id and its file. @throws Problem when there is none, or it is somebody else's */
  async find(
    id: string,
    mayRead: (by: string) => boolean,
  ): Promise<{ readonly upload: Upload; readonly path: string }> {
    const folder = join(this.#folder, basename(id));
    const text = await readFile(join(folder, FACTS_FILE), 'utf8').catch(() => undefined);
    const upload = text === undefined ? undefined : (JSON.parse(text) as Upload);
    if (upload === undefined || !mayRead(upload.by)) {
      throw new Problem(
        404,
        'unknown_upload',
        { en: 'There is no such upload.', zh: '没有这个上传的文件。' },
        { field: 'upload' },
      );
    }
    return { upload, path: join(folder, `data${extname(upload.name).toLowerCase()}`) };
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, basename(id)), { recursive: true, force: true });
  }

  /** Removes what a crash left half taken in. */
  async tidy(): Promise<void> {
    for (const id of await readdir(this.#folder).catch(() => [])) {
      const known = await stat(join(this.#folder, id, FACTS_FILE)).catch(() => undefined);
      if (known === undefined) await this.remove(id);
    }
  }
}

function tooLarge(most: number): Problem {
  const size = `${Math.floor(most / 1024 / 1024)} MiB`;
  return new Problem(413, 'too_large', { en: `At most ${size} are taken.`, zh: `最多接受 ${size}。` });
}
