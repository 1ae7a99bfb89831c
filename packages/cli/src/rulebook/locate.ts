import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { nearest } from '@proviso/model';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { shownPath } from '../output/shown-path.ts';

/** The name of a rulebook's document in its folder. */
export const RULEBOOK_FILE = 'rulebook.md';
/** The name of a vocabulary's document in its folder. */
export const VOCABULARY_FILE = 'vocabulary.md';
/** The name of the file of cases beside a rulebook. */
export const CASES_FILE = 'cases.jsonl';

const DEEPEST = 4;
const ID = /^[\w-]+(\/[\w-]+)*$/;

/** A rulebook's document, and its id where it was found by id. */
export interface LocatedRulebook {
  readonly file: string;
  readonly id: string | undefined;
}

/** The folder of the rulebooks that ship with Proviso: the repository's own, or the copy in the published package. */
export function shippedFolder(home: string): string {
  return existsSync(join(home, 'src')) ? resolve(home, '../../rulebooks') : join(home, 'dist', 'rulebooks');
}

/** Folders in which rulebooks are looked up, first come first: `--rulebooks` or `PROVISO_RULEBOOKS`, `./rulebooks`, the shipped ones. */
export function rulebookFolders(context: Context): string[] {
  const own = context.arguments.text('rulebooks') ?? context.environment.PROVISO_RULEBOOKS;
  const folders = [...(own ? [resolve(own)] : []), resolve('rulebooks'), shippedFolder(context.host.home)];
  return [...new Set(folders)];
}

/** Finds the rulebook that `--rulebook` names: a path that ends in `.md`, or an id. */
export function locateRulebook(context: Context): LocatedRulebook {
  const reference = context.arguments.text('rulebook');
  if (reference !== undefined) return locate(reference, context);
  const trouble = context.messages.errors.rulebookMissing(knownIds(rulebookFolders(context)));
  throw new Failure('rulebook_missing', trouble, { exit: EXIT.misuse });
}

/** Finds a rulebook by path or id. */
export function locate(reference: string, context: Context): LocatedRulebook {
  if (reference.endsWith('.md')) return { file: reference, id: undefined };
  const folders = rulebookFolders(context);
  const file = ID.test(reference) ? findDocument(reference, RULEBOOK_FILE, folders) : undefined;
  if (file !== undefined) return { file: shownPath(file), id: reference };
  const known = knownIds(folders);
  const near = nearest(reference, known);
  const trouble = context.messages.errors.unknownRulebook(
    reference,
    near === undefined ? alike(reference, known) : [near],
    known,
  );
  throw new Failure('unknown_rulebook', trouble, { where: '--rulebook' });
}

/** Finds the document of a vocabulary: in the folders above the rulebook that uses it, then where rulebooks are looked up. */
export function locateVocabulary(id: string, usedBy: string, context: Context): string | undefined {
  if (!ID.test(id)) return undefined;
  const above: string[] = [];
  for (let folder = dirname(resolve(usedBy)); above.length <= DEEPEST; folder = dirname(folder)) above.push(folder);
  const file = findDocument(id, VOCABULARY_FILE, [...above, ...rulebookFolders(context)]);
  return file === undefined ? undefined : shownPath(file);
}

/** The ids of all rulebooks in folders, in order. */
export function knownIds(folders: readonly string[]): string[] {
  const ids = new Set<string>();
  for (const folder of folders) collect(folder, '', 0, ids);
  return [...ids].sort();
}

function collect(folder: string, prefix: string, depth: number, ids: Set<string>): void {
  if (depth > DEEPEST || !existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) collect(join(folder, entry.name), `${prefix}${entry.name}/`, depth + 1, ids);
    else if (entry.name === RULEBOOK_FILE && prefix !== '') ids.add(prefix.slice(0, -1));
  }
}

function findDocument(id: string, name: string, folders: readonly string[]): string | undefined {
  return folders.map((folder) => join(folder, id, name)).find((file) => existsSync(file));
}

/** Ids that share their last part, or a part, with what was asked for. */
function alike(reference: string, known: readonly string[]): string[] {
  const last = reference.split('/').at(-1) ?? reference;
  return known
    .filter((id) => last.length > 1 && (id.includes(last) || last.includes(id.split('/').at(-1) ?? id)))
    .slice(0, 3);
}
