import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The built web app: of the repository, or the copy in the published package; undefined when it is not built. */
export function webFolder(home: string): string | undefined {
  return firstThere([resolve(home, '../web/dist'), join(home, 'dist', 'web')], 'index.html');
}

/** The built documentation, likewise. */
export function docsFolder(home: string): string | undefined {
  return firstThere([resolve(home, '../web/dist/docs'), join(home, 'dist', 'docs')], 'index.html');
}

function firstThere(folders: readonly string[], file: string): string | undefined {
  return folders.find((folder) => existsSync(join(folder, file)));
}
