import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shelf } from '../rulebooks/shelf.ts';
import { Jobs } from './jobs.ts';
import { Pages } from './pages.ts';
import type { Taking } from './receive.ts';
import { Uploads } from './uploads.ts';

/** Everything about screenings. */
export interface Screenings {
  readonly uploads: Uploads;
  readonly jobs: Jobs;
  readonly pages: Pages;
  close(): Promise<void>;
}

/** How files are taken in and kept. */
export interface Keeping extends Taking {
  /** Milliseconds until an upload is removed that no screening uses. */
  readonly unusedUpload: number;
}

/** Most milliseconds between two looks for uploads that nobody uses. */
const LOOK_AFTER = 15 * 60 * 1000;

/** Opens the screenings of a data folder. */
export async function openScreenings(
  dataFolder: string,
  shelf: Shelf,
  keeping: Keeping,
  now: () => number,
): Promise<Screenings> {
  const folder = join(dataFolder, 'screenings');
  const uploadFolder = join(folder, 'uploads');
  const jobFolder = join(folder, 'jobs');
  const uploads = new Uploads(uploadFolder, keeping, now);
  const jobs = new Jobs(jobFolder, uploads, shelf, now);
  const pages = new Pages();
  // Readable by its owner alone, whatever the data folder is.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const part of [uploadFolder, jobFolder]) await mkdir(part, { recursive: true });
  await uploads.tidy();
  await jobs.open();
  const sweep = () => uploads.sweep(keeping.unusedUpload, (id) => jobs.uses(id));
  await sweep();
  // What cannot be removed now is tried again.
  const sweeping = setInterval(() => void sweep().catch(() => {}), Math.min(keeping.unusedUpload, LOOK_AFTER)).unref();
  return {
    uploads,
    jobs,
    pages,
    close: async () => {
      clearInterval(sweeping);
      await jobs.close();
      await pages.close();
    },
  };
}
