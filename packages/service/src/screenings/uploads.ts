import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { writeWhole } from '@proviso/record/log';
import { Problem } from '../http/problem.ts';
import type { Upload } from './contract.ts';
import { receive, type Taking } from './receive.ts';

const FACTS_FILE = 'upload.json';
const ENDINGS = new Set(['.csv', '.tsv', '.txt', '.jsonl', '.ndjson', '.parquet', '.xlsx']);
const LONGEST_NAME = 200;

/** An upload with its file. */
export interface FoundUpload {
  readonly upload: Upload;
  readonly path: string;
}

/** The files that were sent in, each in a folder of its own. */
export class Uploads {
  readonly #folder: string;
  readonly #taking: Taking;
  readonly #now: () => number;
  /** How many use an upload at this moment. */
  readonly #held = new Map<string, number>();
  readonly #going = new Set<string>();
  /** When it was last used, since the service started. */
  readonly #used = new Map<string, number>();

  constructor(folder: string, taking: Taking, now: () => number) {
    this.#folder = folder;
    this.#taking = taking;
    this.#now = now;
  }

  /** Takes in a file. What is cut off, comes to a halt or is too large leaves nothing. @throws Problem */
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
      const bytes = await receive(body, join(folder, `data${ending}`), this.#taking);
      const upload: Upload = { id, name: safe, bytes, by, madeAt: new Date(this.#now()).toISOString() };
      await writeWhole(join(folder, FACTS_FILE), JSON.stringify(upload));
      return upload;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Works with an upload, which is not removed meanwhile. @throws Problem when there is none, or it is somebody else's */
  async using<Result>(
    id: string,
    mayRead: (by: string) => boolean,
    work: (found: FoundUpload) => Promise<Result>,
  ): Promise<Result> {
    this.#held.set(id, (this.#held.get(id) ?? 0) + 1);
    try {
      const found = this.#going.has(id) ? undefined : await this.#read(id);
      if (found === undefined || !mayRead(found.upload.by)) throw unknown();
      this.#used.set(id, this.#now());
      return await work(found);
    } finally {
      const others = (this.#held.get(id) ?? 1) - 1;
      if (others === 0) this.#held.delete(id);
      else this.#held.set(id, others);
    }
  }

  /** An upload, whosever it is. */
  find(id: string): Promise<FoundUpload | undefined> {
    return this.#read(id);
  }

  /** Removes an upload that nobody uses. @throws Problem when there is none, or it is somebody else's, or it is in use */
  async remove(id: string, mayRead: (by: string) => boolean, isUsed: (id: string) => boolean): Promise<void> {
    const found = await this.#read(id);
    if (found === undefined || !mayRead(found.upload.by)) throw unknown();
    if (isUsed(id) || this.#held.has(id)) {
      throw new Problem(
        409,
        'upload_in_use',
        { en: 'A screening that is not done needs this file.', zh: '尚未完成的批量判断需要此文件。' },
        { field: 'id', hint: { en: 'Remove the screening first.', zh: '请先移除该批量判断。' } },
      );
    }
    await this.#rm(id);
  }

  /** Removes an upload, unless it is used. */
  async discard(id: string, isUsed: (id: string) => boolean): Promise<void> {
    if (!isUsed(id) && !this.#held.has(id)) await this.#rm(id);
  }

  /** Removes what nobody has used for a time, in milliseconds. */
  async sweep(time: number, isUsed: (id: string) => boolean): Promise<void> {
    for (const id of await this.#ids()) {
      const made = Date.parse((await this.#read(id))?.upload.madeAt ?? '');
      // What has no facts yet is coming in.
      if (Number.isNaN(made) || this.#now() - Math.max(made, this.#used.get(id) ?? 0) < time) continue;
      await this.discard(id, isUsed);
    }
  }

  /** Removes what a crash left half taken in. */
  async tidy(): Promise<void> {
    for (const id of await this.#ids()) if ((await this.#read(id)) === undefined) await this.#rm(id);
  }

  async #ids(): Promise<readonly string[]> {
    return readdir(this.#folder).catch(() => []);
  }

  async #read(id: string): Promise<FoundUpload | undefined> {
    const folder = join(this.#folder, basename(id));
    const text = await readFile(join(folder, FACTS_FILE), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    // Written whole or not at all, by us alone.
    const upload = JSON.parse(text) as Upload;
    return { upload, path: join(folder, `data${extname(upload.name).toLowerCase()}`) };
  }

  async #rm(id: string): Promise<void> {
    this.#going.add(id);
    try {
      await rm(join(this.#folder, basename(id)), { recursive: true, force: true });
    } finally {
      this.#going.delete(id);
      this.#used.delete(id);
    }
  }
}

function unknown(): Problem {
  return new Problem(
    404,
    'unknown_upload',
    { en: 'There is no such upload.', zh: '没有这个上传的文件。' },
    { field: 'upload' },
  );
}
