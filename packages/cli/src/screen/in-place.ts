import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { writeOut } from '../output/write.ts';
import type { ScreenBundle } from './bundle.ts';
import { grouped } from './numbers.ts';
import { summaryReport, writeSummaries } from './report.ts';
import type { CommonOptions } from './run.ts';
import type { PlannedRun } from './targets.ts';

/** Makes a table of verdicts in the database that the rows are in. */
export async function runInPlace(
  bundle: ScreenBundle,
  runs: readonly PlannedRun[],
  options: CommonOptions,
  context: Context,
): Promise<number> {
  const texts = screenMessagesIn(context.language);
  const [run, ...others] = runs;
  const source = run?.source;
  if (run === undefined || source?.kind !== 'postgresql' || others.length > 0)
    throw new Failure('only_postgres', texts.onlyPostgres, { exit: EXIT.misuse, where: '--in-place' });
  const table = context.arguments.text('in-place') ?? '';
  const result = await bundle.screenInPlace({
    ...options,
    source,
    table,
    overwrite: context.arguments.has('overwrite'),
  });
  writeSummaries(bundle, result.summary, undefined, run.targets, context);
  if (context.json) writeOut(`${JSON.stringify({ source: result.summary.source, table, ...result }, null, 2)}\n`);
  else writeOut(`${texts.inPlace(table, grouped(result.rows))}\n\n${summaryReport(bundle, result.summary, context)}`);
  return EXIT.answered;
}
