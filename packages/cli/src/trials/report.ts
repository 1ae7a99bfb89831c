import type { Context } from '../context.ts';
import { reportsIn } from '../messages/reports.ts';
import { Page } from '../output/page.ts';
import type { WrongLine } from './case-file.ts';
import { passed } from './run.ts';
import type { TrialResult } from './trial.ts';

/** A line per failure, with what was wanted and what came, and a closing line. */
export function renderTrials(results: readonly TrialResult[], wrong: readonly WrongLine[], context: Context): string {
  const { words, errors } = context.messages;
  const { test } = reportsIn(context.language);
  const page = new Page(context.terminal.width, context.paint);
  for (const { place, problem } of wrong) {
    const { what, next } = test.wrongCase(problem);
    page.line(`${place}: ${errors.error}: ${what}`, { tone: 'bad', rest: '  ' }).line(next, { first: '  ' });
  }
  for (const result of results.filter((one) => !passed(one))) renderFailure(result, page, context);
  if (results.length === 0 && wrong.length === 0) page.line(test.none);
  const good = results.filter(passed).length;
  const bad = results.length - good + wrong.length;
  page.blank();
  for (const line of test.closing(good, bad)) page.line(line, { tone: bad === 0 ? 'good' : 'bad' });
  return page.toString();

  function renderFailure({ trial, mismatches, trouble }: TrialResult, onto: Page, { paint }: Context): void {
    onto.line(`${test.failed(trial.name, trial.place)}`, { tone: 'bad', rest: '  ' });
    if (trouble !== undefined) onto.item(test.noAnswer(trouble));
    for (const { field, wanted, got } of mismatches) {
      const compared = test.compared(paint('good', wanted || test.nothing), paint('bad', got || test.nothing));
      onto.item(words.pair(test.fields[field], compared));
    }
    if (trial.why !== undefined) onto.item(words.pair(test.because, trial.why));
  }
}

/** The same for a machine. */
export function trialsAsJson(results: readonly TrialResult[], wrong: readonly WrongLine[]): string {
  const good = results.filter(passed).length;
  const report = {
    passed: good,
    failed: results.length - good + wrong.length,
    wrong,
    results: results.map(({ trial, rulebook, mismatches, trouble }) => ({
      name: trial.name,
      rulebook,
      place: trial.place,
      passed: mismatches.length === 0 && trouble === undefined,
      mismatches,
      ...(trouble === undefined ? {} : { trouble }),
      ...(trial.why === undefined ? {} : { why: trial.why }),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
