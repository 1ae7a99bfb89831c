import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@proviso/language';
import { compile, explain, InputError, type Program } from '@proviso/logic';
import type { Rulebook, Vocabulary } from '@proviso/model';
import { compare } from '../../../packages/cli/src/trials/compare.ts';
import { trialsOfExamples } from '../../../packages/cli/src/trials/examples.ts';
import type { Trial, Wanted } from '../../../packages/cli/src/trials/trial.ts';

/** A rulebook with everything that is tried on it: its examples and the cases beside it. */
export interface Tried {
  readonly rulebook: Rulebook;
  readonly trials: readonly Trial[];
}

/** Reads a rulebook that ships (`us/wechat`) from the folder of rulebooks. */
export function readTried(folder: string, id: string): Tried {
  const document = readDocument(folder, join(id, 'rulebook.md'));
  if (document.kind !== 'rulebook') throw new Error(`${id} is no rulebook`);
  const text = readFileSync(join(folder, id, 'rulebook.md'), 'utf8');
  const cases = join(folder, id, 'cases.jsonl');
  return {
    rulebook: document,
    trials: [
      ...trialsOfExamples(document, id, text),
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

function readCases(text: string, rulebook: string): readonly Trial[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const cases = lines.map((line): CaseLine => JSON.parse(line));
  return cases
    .filter((one) => one.rulebook === rulebook)
    .map((one) => ({
      name: one.id,
      place: one.id,
      asOf: one.as_of,
      knownOn: one.known_on,
      readings: one.readings ?? {},
      facts: one.facts,
      why: undefined,
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
  const { asOf, knownOn, readings, wanted } = trial;
  try {
    const decider = program.at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
    const facts = program.readFacts(trial.facts);
    const { cites, ...rest } = wanted;
    if (compare(decider.decide(facts), new Set(), rest).length > 0) return false;
    if (cites === undefined || cites.length === 0) return true;
    const cited = new Set(explain(decider, facts).citations.map(({ name }) => name));
    return cites.some((name) => cited.has(name));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
