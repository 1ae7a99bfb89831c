import { existsSync, rmSync } from 'node:fs';
import type { Against, BadRowWords, Screening, ScreeningOptions, SourceSpec } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import type { OptionName } from '../options/definition.ts';
import { Page } from '../output/page.ts';
import { replaceFile } from '../output/replace-file.ts';
import { writeOut } from '../output/write.ts';
import { againstOf, reportComparison } from './against.ts';
import type { ScreenBundle } from './bundle.ts';
import { runInPlace } from './in-place.ts';
import { inputsOf, stoppable } from './inputs.ts';
import { grouped, sizeOf } from './numbers.ts';
import { preflightPage } from './preflight-page.ts';
import { printSql } from './print-sql.ts';
import { ProgressLine } from './progress-line.ts';
import { type Report, summaryReport, writeSummaries } from './report.ts';
import { requestOf, type ScreenRequest } from './request.ts';
import { stopOnSignals } from './stop.ts';
import { type PlannedRun, planRuns, refuseTargets, type Targets } from './targets.ts';
import { asFailure } from './trouble.ts';

const SHOWN_ROWS = 10;

/** Options that would have no effect beside another: nothing that is asked for is left undone in silence. */
const NOT_TOGETHER = {
  sql: ['in-place', 'against', 'preflight', 'summary', 'save-map'],
  'in-place': ['against', 'preflight', 'output', 'errors', 'save-map'],
  against: ['preflight', 'errors'],
  preflight: ['output', 'errors', 'summary'],
} as const satisfies Partial<Record<OptionName, readonly OptionName[]>>;

/** Runs `proviso screen`. */
export async function runScreen(context: Context): Promise<number> {
  const inputs = inputsOf(context);
  const request = requestOf(context);
  refuseTogether(context);
  const runs = planRuns(inputs, context);
  const against = againstOf(request, context);
  const bundle = context.host.screen();
  const stopping = stopOnSignals(bundle);
  const line = new ProgressLine(context);
  try {
    await refuseTargets(bundle, runs, context);
    const common = { ...optionsOf(request), signal: stopping.signal, onProgress: line.show.bind(line) };
    if (context.arguments.has('in-place')) return await runInPlace(bundle, runs, common, context);
    const reports: Report[] = [];
    for (const { source, targets } of runs) {
      try {
        const writesCsv = writesRowsAsCsv(bundle, targets, context);
        reports.push(
          await runOne(
            bundle,
            { ...common, source: stoppable(source, stopping.signal), writesCsv },
            targets,
            against,
            context,
            line,
          ),
        );
      } catch (error) {
        throw runs.length === 1 ? error : withDone(asFailure(error, bundle, context), reports, runs, context);
      }
      line.clear();
      const { fileDone } = screenMessagesIn(context.language);
      if (runs.length > 1 && !context.json)
        writeOut(`${fileDone(reports.length, runs.length, reports.at(-1)?.source ?? '')}\n\n`);
    }
    if (context.json) writeOut(`${JSON.stringify(runs.length === 1 ? reports[0] : reports, null, 2)}\n`);
    return EXIT.answered;
  } catch (error) {
    line.clear();
    bundle.removeTemporaryFiles();
    const failure = asFailure(error, bundle, context);
    if (failure instanceof Failure && failure.code === 'cancelled') stopping.exitAsStopped();
    throw failure;
  } finally {
    stopping.end();
  }
}

/** Whether the rows themselves will be written as CSV. */
function writesRowsAsCsv(bundle: ScreenBundle, { output }: Targets, { arguments: given }: Context): boolean {
  return output !== undefined && !given.has('sql') && !given.has('against') && bundle.sinkFormat(output) === 'csv';
}

/** A failure in the middle of several inputs, which also tells what is done and stays, and what is not. */
function withDone(
  failure: unknown,
  reports: readonly Report[],
  runs: readonly PlannedRun[],
  context: Context,
): unknown {
  if (!(failure instanceof Failure)) return failure;
  const { code, message, next, where, exit, detail } = failure;
  const left = runs.slice(reports.length).map(({ source }) => shownOf(source));
  const done = reports.map(({ source }) => source);
  const sofar = screenMessagesIn(context.language).doneSoFar(done, left);
  const sentences = context.messages.words.sentences(next === undefined ? [sofar] : [next, sofar]);
  return new Failure(code, { what: message, next: sentences }, { where, exit, detail });
}

function shownOf(source: SourceSpec): string {
  if (source.kind === 'file') return source.paths.join(', ');
  return source.kind === 'duckdb' ? source.path : source.query;
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
  targets: Targets,
  against: Against | undefined,
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
    saveMap(bundle, screening, targets.map, context);
    if (full) return { source: screening.source.shown, preflight, mapping: screening.resolved };
    if (against !== undefined)
      return { preflight, ...(await reportComparison(bundle, screening, against, targets, context, line)) };
    const written = await writeRows(screening, targets, context, line);
    const summary = await screening.summary();
    line.clear();
    writeSummaries(bundle, summary, undefined, targets, context);
    if (!context.json) writeOut(summaryReport(bundle, summary, context));
    return { source: screening.source.shown, preflight, summary, ...(written === undefined ? {} : { written }) };
  } finally {
    await screening.close();
  }
}

/** Writes the bad and the good rows where they are wanted; shows the first rows where no output was named. */
async function writeRows(
  screening: Screening,
  { output, errors }: Targets,
  context: Context,
  line: ProgressLine,
): Promise<Report['written']> {
  const texts = screenMessagesIn(context.language);
  const { good, badCells, contradictions, malformed } = await screening.count();
  const bad = badCells + contradictions + malformed;
  const told: string[] = [];
  // A list of bad rows that is there from an earlier run is replaced even where there are none now.
  const badRows =
    errors !== undefined && (bad > 0 || existsSync(errors.path))
      ? { path: errors.path, rows: (await screening.writeBad(errors, texts.badRows satisfies BadRowWords)).rows }
      : undefined;
  let rows: { readonly path: string; readonly rows: number } | undefined;
  if (output !== undefined) {
    const { rows: count, bytes } = await screening.write(output, sinkOptions(context)).catch((error: unknown) => {
      if (badRows !== undefined) rmSync(badRows.path, { force: true });
      throw error;
    });
    rows = { path: output.path, rows: count };
    told.push(texts.written(output.path, grouped(count), sizeOf(bytes)));
  } else if (!context.json && good > 0) {
    const { rowTable } = await import('./row-table.ts');
    const shown = await screening.rows(SHOWN_ROWS);
    line.clear();
    writeOut(rowTable(shown.names, shown.rows, shown.names.length - screening.source.columns.length, context));
    told.push(wrapped(texts.firstRows(grouped(shown.rows.length), grouped(good)), context));
  }
  if (badRows !== undefined) told.push(texts.badWritten(badRows.path, grouped(badRows.rows)));
  else if (bad > 0) told.push(wrapped(texts.badNotWritten(grouped(bad)), context));
  line.clear();
  if (!context.json && told.length > 0) writeOut(`${told.map((one) => `${one}\n`).join('')}\n`);
  return { ...(rows === undefined ? {} : { rows }), ...(badRows === undefined ? {} : { badRows }) };
}

function wrapped(text: string, { terminal, paint }: Context): string {
  return new Page(terminal.width, paint).line(text).toString().trimEnd();
}

function saveMap(bundle: ScreenBundle, screening: Screening, path: string | undefined, context: Context): void {
  if (path === undefined) return;
  replaceFile(path, bundle.printMap(bundle.withEmptyWords(screening.resolved)));
  if (!context.json)
    writeOut(`${screenMessagesIn(context.language).mapSaved(path, screening.resolved.emptyWords.length > 0)}\n\n`);
}

function refuseTogether(context: Context): void {
  const texts = screenMessagesIn(context.language);
  for (const [one, others] of Object.entries(NOT_TOGETHER) as [OptionName, readonly OptionName[]][])
    for (const other of context.arguments.has(one) ? others : [])
      if (context.arguments.has(other))
        throw new Failure('not_together', texts.notTogether(`--${one}`, `--${other}`), { exit: EXIT.misuse });
}

/** How cells that look like formulas are written. */
export function sinkOptions(context: Context): { readonly spreadsheetSafe: boolean } {
  return { spreadsheetSafe: !context.arguments.has('keep-formulas') };
}
