import { readFileSync } from 'node:fs';
import { parse } from '@proviso/language';
import { compile, type Program } from '@proviso/logic';
import type { Rulebook, Vocabulary } from '@proviso/model';

const ROOT = new URL('../../rulebooks/', import.meta.url);

/** The rulebooks that ship. */
export const SHIPPED = ['us/wechat', 'us/tiktok', 'us/eo-13971'] as const;

/** One line of a case file. */
export interface CaseLine {
  readonly id: string;
  readonly rulebook: string;
  readonly as_of: string;
  readonly known_on?: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

function vocabulary(id: string): Vocabulary {
  const { document } = parse(read(`${id}/vocabulary.md`));
  if (document?.kind !== 'vocabulary') throw new Error(`${id} has errors`);
  return document;
}

/** A shipped rulebook as read from its document. */
export function shipped(id: string): Rulebook {
  const { document } = parse(read(`${id}/rulebook.md`), {
    resolveVocabulary: (name) => ({ vocabulary: vocabulary(name) }),
  });
  if (document?.kind !== 'rulebook') throw new Error(`${id} has errors`);
  return document;
}

const programs = new Map<string, Program>();

/** A shipped rulebook ready to decide. */
export function programOf(id: string): Program {
  const kept = programs.get(id) ?? compile(shipped(id));
  programs.set(id, kept);
  return kept;
}

/** The cases beside a shipped rulebook. */
export function casesOf(id: string): readonly CaseLine[] {
  return read(`${id}/cases.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CaseLine);
}
