import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shelf } from '../rulebooks/shelf.ts';
import { Jobs } from './jobs.ts';
import { Pages } from './pages.ts';
import { Uploads } from './uploads.ts';

/** Everything about screenings. */
export interface Screenings {
  readonly uploads: Uploads;
  readonly jobs: Jobs;
  readonly pages: Pages;
  close(): Promise<void>;
}

/** Opens the screenings of a data folder. @param most bytes of one upload */
export async function openScreenings(
  dataFolder: string,
  shelf: Shelf,
  most: number,
  now: () => number,
): Promise<Screenings> {
  const folder = join(dataFolder, 'screenings');
  const uploads = new Uploads(join(folder, 'uploads'), most, now);
  const jobs = new Jobs(join(folder, 'jobs'), uploads, shelf, now);
  const pages = new Pages();
  // Readable by its owner alone, whatever the data folder is.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await uploads.tidy();
  await jobs.open();
  return {
    uploads,
    jobs,
    pages,
    close: async () => {
      await jobs.close();
      await pages.close();
    },
  };
}
