import { trialOfExample } from '@proviso/logic/trials';
import type { Example, Rulebook } from '@proviso/model';
import type { NamedTrial } from './trial.ts';

/** The examples of a rulebook as trials; `text` is the document, to find their lines. */
export function trialsOfExamples(rulebook: Rulebook, file: string, text: string): NamedTrial[] {
  const lines = text.split('\n');
  return rulebook.examples.map((example) => ({
    name: example.name,
    place: `${file}:${lineOf(example, lines)}`,
    why: undefined,
    ...trialOfExample(rulebook, example),
  }));
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
