import { relative } from 'node:path';

/** A path as a person would write it: from the current folder, unless that leads out of it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
