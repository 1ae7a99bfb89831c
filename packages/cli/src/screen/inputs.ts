import { realpathSync } from 'node:fs';
import type { SourceSpec } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';

const POSTGRES = /^postgres(ql)?:\/\//;
const DUCKDB = /\.(duckdb|ddb|db)$/i;

/** The inputs that the operands name: databases one by one, files all together. */
export function inputsOf(context: Context): readonly SourceSpec[] {
  const { operands } = context.arguments;
  const texts = screenMessagesIn(context.language);
  if (operands.length === 0) throw new Failure('no_input', texts.noInput, { exit: EXIT.misuse });
  const query = context.arguments.text('query');
  const specs: SourceSpec[] = [];
  const files: string[] = [];
  for (const operand of operands) {
    if (POSTGRES.test(operand)) specs.push({ kind: 'postgresql', url: operand, query: needed(query, context) });
    else if (DUCKDB.test(operand)) specs.push({ kind: 'duckdb', path: operand, query: needed(query, context) });
    else files.push(operand);
  }
  refuseTwice(files, context);
  return files.length === 0 ? specs : [...specs, fileSpec(files, context)];
}

/** The rows of a file that is given twice would count twice. */
function refuseTwice(files: readonly string[], context: Context): void {
  const seen = new Set<string>();
  for (const file of files) {
    const path = realPath(file);
    if (seen.has(path))
      throw new Failure('same_input', screenMessagesIn(context.language).sameInput(file), { exit: EXIT.misuse });
    seen.add(path);
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // Whoever opens it says what is wrong with it.
    return file;
  }
}

/** Several files as inputs of their own: for runs that write one output each. */
export function oneByOne(specs: readonly SourceSpec[]): readonly SourceSpec[] {
  return specs.flatMap((spec): SourceSpec[] =>
    spec.kind === 'file' ? spec.paths.map((path) => ({ ...spec, paths: [path] })) : [spec],
  );
}

function fileSpec(paths: readonly string[], { arguments: given }: Context): SourceSpec {
  const encoding = given.text('encoding');
  const delimiter = given.text('delimiter');
  const sheet = given.text('sheet');
  return {
    kind: 'file',
    paths,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function needed(query: string | undefined, context: Context): string {
  if (query !== undefined) return query;
  throw new Failure('no_query', screenMessagesIn(context.language).noQuery, { exit: EXIT.misuse, where: '--query' });
}
