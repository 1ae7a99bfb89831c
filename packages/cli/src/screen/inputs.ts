import { realpathSync } from 'node:fs';
import type { FileSpec, SourceFormat, SourceSpec } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';

const SOURCE_FORMATS: readonly SourceFormat[] = ['csv', 'jsonl', 'parquet', 'xlsx'];
const POSTGRES = /^postgres(ql)?:\/\//;
const STANDARD_INPUT = '-';
/** The name of standard input in messages, and of what is written about it. */
const STANDARD_INPUT_NAME = 'stdin';
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
  if (files.includes(STANDARD_INPUT)) return [standardInput(context)];
  refuseTwice(files, context);
  return files.length === 0 ? specs : [...specs, fileSpec(files, context)];
}

/** Standard input, which has no name that tells its format, and no other input beside it. */
function standardInput(context: Context): SourceSpec {
  const texts = screenMessagesIn(context.language);
  if (context.arguments.operands.length > 1)
    throw new Failure('stdin_beside', texts.standardInputAlone, { exit: EXIT.misuse });
  const spec = fileSpec([STANDARD_INPUT_NAME], context);
  if (spec.format === undefined)
    throw new Failure('no_format', texts.noFormat, { exit: EXIT.misuse, where: '--format' });
  return { ...spec, stream: process.stdin };
}

/** Inputs whose unpacking and reading ends with a signal. */
export function stoppable(spec: SourceSpec, signal: AbortSignal): SourceSpec {
  return spec.kind === 'file' ? { ...spec, signal } : spec;
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

function fileSpec(paths: readonly string[], { arguments: given }: Context): FileSpec {
  const format = SOURCE_FORMATS.find((one) => one === given.text('format'));
  const encoding = given.text('encoding');
  const delimiter = given.text('delimiter');
  const sheet = given.text('sheet');
  return {
    kind: 'file',
    paths,
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function needed(query: string | undefined, context: Context): string {
  if (query !== undefined) return query;
  throw new Failure('no_query', screenMessagesIn(context.language).noQuery, { exit: EXIT.misuse, where: '--query' });
}
