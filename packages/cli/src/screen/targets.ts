import { existsSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { SinkSpec, SourceSpec } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import type { ScreenBundle } from './bundle.ts';
import { oneByOne } from './inputs.ts';

const SUMMARY_ENDINGS: ReadonlySet<string> = new Set(['.json', '.html', '.htm']);
/** Endings of inputs in whose format the rows can be written too. */
const KEPT_ENDINGS: ReadonlySet<string> = new Set(['.csv', '.jsonl', '.ndjson', '.parquet', '.pq', '.xlsx']);

/** The files that a run writes. */
export interface Targets {
  readonly output?: SinkSpec;
  /** For the rows that could not be judged. */
  readonly errors?: SinkSpec;
  readonly summaries: readonly string[];
  readonly map?: string;
}

/** One input, and what is written about it. */
export interface PlannedRun {
  readonly source: SourceSpec;
  readonly targets: Targets;
}

/** Which inputs are judged together, and which files are written. @throws Failure for an output that fits no such plan. */
export function planRuns(inputs: readonly SourceSpec[], context: Context): readonly PlannedRun[] {
  const folder = outputFolder(inputs, context);
  const sources = folder === undefined ? inputs : oneByOne(inputs);
  const several = sources.length > 1;
  return sources.map((source) => ({ source, targets: targetsOf(source, folder, several, context) }));
}

/**
 * Finds out, before anything is read, whether all files can be written: each has a name of its own that is no input's, and none
 * is there already unless it may be replaced.
 * @throws Failure, ScreenError
 */
export async function refuseTargets(
  bundle: ScreenBundle,
  runs: readonly PlannedRun[],
  context: Context,
): Promise<void> {
  const inputs = runs.flatMap(({ source }) => pathsOf(source));
  const taken = new Set<string>();
  const overwrite = context.arguments.has('overwrite');
  const asText = { format: 'csv', overwrite } as const;
  for (const { targets } of runs) {
    const { output, errors, summaries, map } = targets;
    const others = [...summaries, ...(map === undefined ? [] : [map])].map((path) => ({ path, ...asText }));
    for (const spec of [output, errors, ...others]) {
      if (spec === undefined) continue;
      const path = resolve(spec.path);
      if (taken.has(path))
        throw new Failure('same_output', screenMessagesIn(context.language).sameOutput(spec.path), {
          exit: EXIT.misuse,
        });
      taken.add(path);
      await (await bundle.openSink(spec, { inputs })).discard();
    }
  }
}

function targetsOf(source: SourceSpec, folder: string | undefined, several: boolean, context: Context): Targets {
  const { arguments: given } = context;
  const named = (path: string) => (several ? besideName(path, source) : path);
  const summaries = given.texts('summary').map((path) => {
    if (!SUMMARY_ENDINGS.has(extname(path).toLowerCase()))
      throw new Failure(
        'unknown_format',
        { what: screenMessagesIn(context.language).wrongSummary(path) },
        { exit: EXIT.misuse, where: '--summary' },
      );
    return named(path);
  });
  const map = given.text('save-map');
  const output = outputOf(source, folder, context);
  const errors = errorsOf(output, context);
  return {
    ...(output === undefined ? {} : { output }),
    ...(errors === undefined
      ? {}
      : { errors: { ...errors, path: given.has('errors') ? named(errors.path) : errors.path } }),
    summaries,
    ...(map === undefined ? {} : { map: named(map) }),
  };
}

/** `summary.json` for the input `orders.csv`, where there are several: `summary.orders.json`. */
function besideName(path: string, source: SourceSpec): string {
  const ending = extname(path);
  return `${path.slice(0, path.length - ending.length)}.${nameOf(source)}${ending}`;
}

/** The folder that the outputs go to; undefined for one output file, or none. */
function outputFolder(inputs: readonly SourceSpec[], context: Context): string | undefined {
  const output = context.arguments.text('output');
  if (output === undefined) return undefined;
  const isFolder = existsSync(output) && statSync(output).isDirectory();
  if (isFolder) return output;
  if (!output.endsWith('/') && inputs.length < 2) return undefined;
  throw new Failure('wrong_folder', screenMessagesIn(context.language).wrongFolder(output), {
    exit: EXIT.misuse,
    where: '--output',
  });
}

function outputOf(source: SourceSpec, folder: string | undefined, context: Context): SinkSpec | undefined {
  const { arguments: given } = context;
  const output = given.text('output');
  if (output === undefined) return undefined;
  const common = { overwrite: given.has('overwrite') };
  if (given.has('sql')) return { path: output, format: 'csv', ...common };
  if (folder === undefined) return { path: output, ...common };
  const ending = source.kind === 'file' ? extname(unpackedName(source.paths[0] ?? '')).toLowerCase() : '';
  const kept = KEPT_ENDINGS.has(ending) ? ending : '.csv';
  return { path: join(folder, `${nameOf(source)}.verdicts${kept}`), ...common };
}

/** Where bad rows go: as told, else beside the output. A comparison has none. */
function errorsOf(output: SinkSpec | undefined, context: Context): SinkSpec | undefined {
  const { arguments: given } = context;
  const told = given.text('errors');
  const common = { format: 'csv', overwrite: given.has('overwrite') } as const;
  if (told !== undefined) return { path: told, ...common };
  if (output === undefined || given.has('against') || given.has('sql')) return undefined;
  return { path: `${output.path}.errors.csv`, ...common };
}

/** The name of an input without its folder and its ending. */
function nameOf(source: SourceSpec): string {
  const name =
    source.kind === 'file'
      ? basename(unpackedName(source.paths[0] ?? ''))
      : source.kind === 'duckdb'
        ? basename(source.path)
        : 'query';
  return name.slice(0, name.length - extname(name).length);
}

/** The name of a packed file without the ending that says so. */
function unpackedName(path: string): string {
  return path.replace(/\.gz$/i, '');
}

function pathsOf(source: SourceSpec): readonly string[] {
  return source.kind === 'file' ? source.paths : source.kind === 'duckdb' ? [source.path] : [];
}
