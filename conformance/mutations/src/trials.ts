import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@proviso/language';
import { compile, InputError, type Program } from '@proviso/logic';
import { mismatchesOf, type Trial, trialOfExample, type Wanted } from '@proviso/logic/trials';
import type { Rulebook, Vocabulary } from '@proviso/model';

/** A trial that can be told from others. */
export interface NamedTrial extends Trial {
  readonly name: string;
}

/** A rulebook with everything that is tried on it: its examples and the cases beside it. */
export interface Tried {
  readonly rulebook: Rulebook;
  readonly trials: readonly NamedTrial[];
}

/** Reads a rulebook that ships (`us/wechat`) from the folder of rulebooks. */
export function readTried(folder: string, id: string): Tried {
  const document = readDocument(folder, join(id, 'rulebook.md'));
  if (document.kind !== 'rulebook') throw new Error(`${id} is no rulebook`);
  const cases = join(folder, id, 'cases.jsonl');
  return {
    rulebook: document,
    trials: [
      ...document.examples.map((example) => ({ name: example.name, ...trialOfExample(document, example) })),
      ...(existsSync(cases) ? readCases(readFileSync(cases, 'utf8'), id) : []),
    ],
  };
}

function readDocument(folder: string, path: string): Rulebook | Vocabulary {
  const result = parse(readFileSync(join(folder, path), 'utf8'), {
    file: path,
    resolveVocabulary: (id) => {
      const vocabulary = readDocument(folder, join(id, 'vocabulary.md'));
      return vocabulary.kind === 'vocabulary' ? { vocabulary } : undefined;
    },
  });
  if (result.document === undefined) throw new Error(`${path} has errors: ${JSON.stringify(result.diagnostics[0])}`);
  return result.document;
}

interface CaseLine {
  readonly id: string;
  readonly rulebook: string;
  readonly as_of: string;
  readonly known_on?: string;
  readonly readings?: Trial['readings'];
  readonly facts: Trial['facts'];
  readonly verdict: Wanted['verdict'];
  readonly held_back?: NonNullable<Wanted['heldBack']> | null;
  readonly possible?: readonly Wanted['verdict'][];
  readonly provisions?: readonly string[];
  readonly needs?: readonly string[];
  readonly enforced?: boolean;
}

function readCases(text: string, rulebook: string): readonly NamedTrial[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const cases = lines.map((line): CaseLine => JSON.parse(line));
  return cases
    .filter((one) => one.rulebook === rulebook)
    .map((one) => ({
      name: one.id,
      asOf: one.as_of,
      knownOn: one.known_on,
      readings: one.readings ?? {},
      facts: one.facts,
      wanted: {
        verdict: one.verdict,
        ...(one.held_back === undefined ? {} : { heldBack: one.held_back }),
        ...(one.possible === undefined ? {} : { possible: one.possible }),
        ...(one.enforced === undefined ? {} : { enforced: one.enforced }),
        ...(one.needs === undefined ? {} : { needs: one.needs }),
        ...(one.provisions === undefined ? {} : { cites: one.provisions }),
      },
    }));
}

/** Compiles a mutant; undefined when it is no rulebook at all (a date counted from an event that is gone, say). */
export function compiled(rulebook: Rulebook): Program | undefined {
  try {
    const program = compile(rulebook);
    // The law of a rulebook may be made ready only when it is first looked at.
    program.compiled.status.knowledgeBoundaries();
    return program;
  } catch {
    return undefined;
  }
}

/** Whether a trial goes as wanted, compared as `proviso test` does. */
export function holds(program: Program, trial: Trial): boolean {
  try {
    return mismatchesOf(program, trial).length === 0;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
