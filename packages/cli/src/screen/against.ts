import { compile } from '@proviso/logic';
import type { Against, Screening } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { told } from '../input/told.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { writeOut } from '../output/write.ts';
import { loadRulebook } from '../rulebook/load.ts';
import { locate } from '../rulebook/locate.ts';
import type { ScreenBundle } from './bundle.ts';
import { grouped, sizeOf } from './numbers.ts';
import type { ProgressLine } from './progress-line.ts';
import { type Report, textOptions, writeSummaries } from './report.ts';
import type { ScreenRequest } from './request.ts';
import type { Targets } from './targets.ts';

const READING = /^([^:=]+)[:=](.+)$/;

/** What the rows are compared with; undefined when nothing was said. @throws Failure for what cannot be compared with. */
export function againstOf({ program, readings }: ScreenRequest, context: Context): Against | undefined {
  const given = context.arguments.texts('against');
  if (given.length === 0) return undefined;
  let against: Against = {};
  for (const one of given) {
    const equals = one.indexOf('=');
    const value = one.slice(equals + 1);
    const name = one.slice(0, Math.max(0, equals));
    const reading = name === 'reading' ? READING.exec(value) : null;
    if (value === '') throw wrong(one, context);
    if (name === 'as-of') against = { ...against, asOf: value };
    else if (name === 'known-on') against = { ...against, knownOn: value };
    else if (name === 'rulebook') against = { ...against, program: programOf(value, context) };
    else if (reading !== null) {
      const [, question = '', alternative = ''] = reading;
      against = { ...against, readings: { ...against.readings, [question]: alternative } };
    } else throw wrong(one, context);
  }
  const { asOf, knownOn } = against;
  const judge = against.program ?? program;
  try {
    // Dates and readings are told wrong before any input is opened.
    told(context, new Map(), () =>
      judge.at({
        readings: { ...readings, ...against.readings },
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownOn === undefined ? {} : { knownOn }),
      }),
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, next, exit } = error;
    throw new Failure(code, { what: message, next }, { where: '--against', exit });
  }
  return against;
}

/** Judges the rows by both, tells and writes what differs. */
export async function reportComparison(
  bundle: ScreenBundle,
  screening: Screening,
  against: Against,
  targets: Targets,
  context: Context,
  line: ProgressLine,
): Promise<Report> {
  const texts = screenMessagesIn(context.language);
  const comparing = told(context, new Map(), () => new bundle.Comparing(screening, against));
  const comparison = await comparing.comparison();
  let rows: { readonly path: string; readonly rows: number } | undefined;
  const { output } = targets;
  if (output !== undefined) {
    const written = await comparing.write(output, { spreadsheetSafe: !context.arguments.has('keep-formulas') });
    line.clear();
    rows = { path: output.path, rows: written.rows };
    if (!context.json)
      writeOut(`${texts.changedWritten(output.path, grouped(written.rows), sizeOf(written.bytes))}\n\n`);
  }
  line.clear();
  if (targets.summaries.length > 0) writeSummaries(bundle, await screening.summary(), comparison, targets, context);
  if (!context.json) writeOut(bundle.renderComparisonText(comparison, textOptions(context)));
  return { source: screening.source.shown, comparison, ...(rows === undefined ? {} : { written: { rows } }) };
}

function programOf(reference: string, context: Context): NonNullable<Against['program']> {
  const { rulebook, digest } = loadRulebook(locate(reference, context), context);
  return compile(rulebook, { digest });
}

function wrong(given: string, context: Context): Failure {
  const trouble = screenMessagesIn(context.language).wrongAgainst(given);
  return new Failure('wrong_against', trouble, { exit: EXIT.misuse, where: '--against' });
}
