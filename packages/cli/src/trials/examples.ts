import { type Example, givenIn, type Rulebook } from '@proviso/model';
import type { Trial, Wanted } from './trial.ts';

/** The examples of a rulebook as trials; `text` is the document, to find their lines. */
export function trialsOfExamples(rulebook: Rulebook, file: string, text: string): Trial[] {
  const lines = text.split('\n');
  return rulebook.examples.map((example) => ({
    name: example.name,
    place: `${file}:${lineOf(example, lines)}`,
    asOf: example.asOf,
    knownOn: example.knownOn,
    readings: example.readings,
    facts: givenIn(rulebook.situations, example),
    wanted: wantedBy(example),
    why: undefined,
  }));
}

function wantedBy({ expect }: Example): Wanted {
  const { verdict, mayProceed, possible, heldBack, enforced, needs, cites } = expect;
  return {
    verdict,
    ...(mayProceed === undefined ? {} : { mayProceed }),
    ...(possible === undefined ? {} : { possible }),
    ...(heldBack === undefined ? {} : { heldBack }),
    ...(enforced === undefined ? {} : { enforced }),
    ...(needs === undefined ? {} : { needs }),
    ...(cites === undefined ? {} : { cites }),
  };
}

function lineOf(example: Example, lines: readonly string[]): number {
  const written = `example ${JSON.stringify(example.name)}`;
  return (
    1 +
    Math.max(
      0,
      lines.findIndex((line) => line.includes(written)),
    )
  );
}
