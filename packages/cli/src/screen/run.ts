import { existsSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { BadRowWords, Screening, ScreeningOptions, SinkSpec, SourceSpec } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { replaceFile } from '../output/replace-file.ts';
import { writeOut } from '../output/write.ts';
import { againstOf, reportComparison } from './against.ts';
import type { ScreenBundle } from './bundle.ts';
import { runInPlace } from './in-place.ts';
import { inputsOf, oneByOne } from './inputs.ts';
import { grouped, sizeOf } from './numbers.ts';
import { preflightPage } from './preflight-page.ts';
import { printSql } from './print-sql.ts';
import { ProgressLine } from './progress-line.ts';
import { type Report, summaryReport, writeSummaries } from './report.ts';
import { requestOf, type ScreenRequest } from './request.ts';
import { asFailure } from './trouble.ts';

const INTERRUPTED = 130;
const SHOWN_ROWS = 10;

/** Runs `proviso screen`. */
export async function runScreen(context: Context): Promise<number> {
  const inputs = inputsOf(context);
  const request = requestOf(context);
  refuseTogether(context);
  const bundle = context.host.screen();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const line = new ProgressLine(context);
  try {
    const common = { ...optionsOf(request), signal: stopping.signal, onProgress: line.show.bind(line) };
    if (context.arguments.has('in-place')) return await runInPlace(bundle, inputs, common, context);
    const folder = outputFolder(inputs, context);
    const runs = folder === undefined ? inputs : oneByOne(inputs);
    const reports: Report[] = [];
    for (const [index, source] of runs.entries()) {
      const report = await runOne(bundle, { ...common, source }, folder, context, line);
      line.clear();
      reports.push(report);
      if (runs.length > 1 && !context.json)
        writeOut(`${screenMessagesIn(context.language).fileDone(index + 1, runs.length, report.source)}\n\n`);
    }
    if (context.json) writeOut(`${JSON.stringify(runs.length === 1 ? reports[0] : reports, null, 2)}\n`);
    return EXIT.answered;
  } catch (error) {
    line.clear();
    bundle.removeTemporaryFiles();
    const failure = asFailure(error, bundle, context);
    if (stopping.signal.aborted && failure instanceof Failure && failure.code === 'cancelled')
      process.once('exit', () => {
        process.exitCode = INTERRUPTED;
      });
    throw failure;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** The options of a run, but for its input. */
export type CommonOptions = Omit<ScreeningOptions, 'source'>;

function optionsOf(request: ScreenRequest): CommonOptions {
  const { rulebook: _, ...rest } = request;
  return rest;
}

async function runOne(
  bundle: ScreenBundle,
  options: ScreeningOptions,
  folder: string | undefined,
  context: Context,
  line: ProgressLine,
): Promise<Report> {
  const screening = await bundle.openScreening(options);
  try {
    if (context.arguments.has('sql')) return printSql(bundle, screening, context);
    const full = context.arguments.has('preflight');
    const preflight = await screening.preflight(full);
    line.clear();
    if (!context.json) writeOut(`${preflightPage(preflight, screening.resolved, context, full)}\n`);
    saveMap(bundle, screening, context);
    if (full) return { source: screening.source.shown, preflight, mapping: screening.resolved };
    const against = againstOf(context);
    const written =
      against === undefined
        ? await writeRows(screening, outputOf(options.source, folder, context), context, line)
        : undefined;
    if (against !== undefined) {
      const output = outputOf(options.source, folder, context);
      return { preflight, ...(await reportComparison(bundle, screening, against, output, context, line)) };
    }
    const summary = await screening.summary();
    line.clear();
    writeSummaries(bundle, summary, undefined, context);
    if (!context.json) writeOut(summaryReport(bundle, summary, context));
    return { source: screening.source.shown, preflight, summary, ...(written === undefined ? {} : { written }) };
  } finally {
    await screening.close();
  }
}

/** Writes the good and the bad rows where they are wanted; shows the first rows where no output was named. */
async function writeRows(
  screening: Screening,
  output: SinkSpec | undefined,
  context: Context,
  line: ProgressLine,
): Promise<Report['written']> {
  const texts = screenMessagesIn(context.language);
  const { good, badCells, contradictions, malformed } = await screening.count();
  const bad = badCells + contradictions + malformed;
  const told: string[] = [];
  let rows: { readonly path: string; readonly rows: number } | undefined;
  if (output !== undefined) {
    const { rows: count, bytes } = await screening.write(output, sinkOptions(context));
    rows = { path: output.path, rows: count };
    told.push(texts.written(output.path, grouped(count), sizeOf(bytes)));
  } else if (!context.json && good > 0) {
    const { rowTable } = await import('./row-table.ts');
    const shown = await screening.rows(SHOWN_ROWS);
    line.clear();
    writeOut(rowTable(shown.names, shown.rows, shown.names.length - screening.source.columns.length, context));
    told.push(texts.firstRows(grouped(shown.rows.length), grouped(good)));
  }
  const errors = errorsOf(output, context);
  let badRows: { readonly path: string; readonly rows: number } | undefined;
  if (bad > 0 && errors !== undefined) {
    const written = await screening.writeBad(errors, texts.badRows satisfies BadRowWords);
    badRows = { path: errors.path, rows: written.rows };
    told.push(texts.badWritten(errors.path, grouped(written.rows)));
  } else if (bad > 0) told.push(texts.badNotWritten(grouped(bad)));
  line.clear();
  if (!context.json && told.length > 0) writeOut(`${told.map((one) => `${one}\n`).join('')}\n`);
  return { ...(rows === undefined ? {} : { rows }), ...(badRows === undefined ? {} : { badRows }) };
}

/** The folder that the outputs go to; undefined for one output file, or none. */
function outputFolder(inputs: readonly SourceSpec[], context: Context): string | undefined {
  const output = context.arguments.text('output');
  const isFolder =
    output !== undefined && (output.endsWith('/') || (existsSync(output) && statSync(output).isDirectory()));
  if (isFolder && existsSync(output) && statSync(output).isDirectory()) return output;
  if (isFolder || (output !== undefined && inputs.length > 1))
    throw new Failure('wrong_folder', screenMessagesIn(context.language).wrongFolder(output), {
      exit: EXIT.misuse,
      where: '--output',
    });
  return undefined;
}

function outputOf(source: SourceSpec, folder: string | undefined, context: Context): SinkSpec | undefined {
  const output = context.arguments.text('output');
  if (output === undefined) return undefined;
  const common = { overwrite: context.arguments.has('overwrite') };
  if (folder === undefined) return { path: output, ...common };
  const name = source.kind === 'file' ? basename(source.paths[0] ?? 'input') : 'query.csv';
  const ending = extname(name);
  return { path: join(folder, `${name.slice(0, name.length - ending.length)}.verdicts${ending || '.csv'}`), ...common };
}

/** Where bad rows go: as told, else beside the output. */
function errorsOf(output: SinkSpec | undefined, context: Context): SinkSpec | undefined {
  const told = context.arguments.text('errors');
  const common = { format: 'csv', overwrite: context.arguments.has('overwrite') } as const;
  if (told !== undefined) return { path: told, ...common };
  return output === undefined ? undefined : { path: `${output.path}.errors.csv`, ...common };
}

function saveMap(bundle: ScreenBundle, screening: Screening, context: Context): void {
  const path = context.arguments.text('save-map');
  if (path === undefined) return;
  replaceFile(path, bundle.printMap(screening.resolved.map));
  if (!context.json) writeOut(`${screenMessagesIn(context.language).mapSaved(path)}\n\n`);
}

function refuseTogether(context: Context): void {
  const texts = screenMessagesIn(context.language);
  const exclusive = ['sql', 'in-place', 'against', 'preflight'] as const;
  const given = exclusive.filter((name) => context.arguments.has(name));
  if (given.length < 2) return;
  throw new Failure('not_together', texts.notTogether(`--${given[0]}`, `--${given[1]}`), { exit: EXIT.misuse });
}

/** How cells that look like formulas are written. */
export function sinkOptions(context: Context): { readonly spreadsheetSafe: boolean } {
  return { spreadsheetSafe: !context.arguments.has('keep-formulas') };
}
