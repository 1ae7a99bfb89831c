import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@proviso/language';
import { isVocabulary, type Rulebook, type Vocabulary } from '@proviso/model';
import { compile, type Program } from '../../src/index.ts';

const FOLDER = new URL('../../../../rulebooks/', import.meta.url);

/** A case of a case file, as far as explanations need it. */
export interface Case {
  readonly id: string;
  readonly rulebook: string;
  readonly as_of: string;
  readonly known_on?: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly verdict: string;
  readonly provisions?: readonly string[];
}

function read(path: string): Rulebook | Vocabulary {
  const result = parse(readFileSync(new URL(path, FOLDER), 'utf8'), {
    file: path,
    resolveVocabulary: (id) => {
      const vocabulary = read(`${id}/vocabulary.md`);
      return isVocabulary(vocabulary) ? { vocabulary } : undefined;
    },
  });
  if (result.document === undefined) throw new Error(`${path}: ${JSON.stringify(result.diagnostics.slice(0, 3))}`);
  return result.document;
}

/** The rulebook `us/wechat` and the like. */
export function rulebookOf(id: string): Rulebook {
  const document = read(`${id}/rulebook.md`);
  if (isVocabulary(document)) throw new Error(`${id} is a vocabulary`);
  return document;
}

const programs = new Map<string, Program>();

/** The compiled rulebook. */
export function programOf(id: string): Program {
  const program = programs.get(id) ?? compile(rulebookOf(id));
  programs.set(id, program);
  return program;
}

/** Every case beside the rulebooks of the United States. */
export function allCases(): readonly Case[] {
  return readdirSync(new URL('us/', FOLDER)).flatMap((name) => {
    const path = new URL(`us/${name}/cases.jsonl`, FOLDER);
    try {
      return readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): Case => JSON.parse(line));
    } catch {
      return [];
    }
  });
}
