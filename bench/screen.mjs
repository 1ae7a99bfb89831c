// node bench/screen.mjs [--rows N] [--quick] [--all] [--only PART] [--rounds N] [--json FILE]; see README.md
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { inFreshProcess } from './lib/processes.mjs';
import { figure } from './lib/statistics.mjs';
import { table } from './lib/table.mjs';
import { book } from './screen/lib/book.mjs';
import { bundle } from './screen/lib/build.mjs';
import { TOLERANCE } from './screen/lib/rounds.mjs';

const PARTS = ['agreement', 'counting', 'writing', 'row-by-row', 'csv'];
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const wholeNumber = (option, usual) => {
  const number = Number(options[option] ?? usual);
  if (Number.isSafeInteger(number) && number > 0) return number;
  console.error(`--${option} ${options[option]} is not a whole number above 0`);
  process.exit(2);
};
if (options.only !== undefined && !PARTS.includes(options.only)) {
  console.error(`unknown part \`${options.only}\`: use one of ${PARTS.join(', ')}`);
  process.exit(2);
}
const rows = wholeNumber('rows', options.quick ? 200_000 : 10_000_000);
const rounds = wholeNumber('rounds', options.quick ? 2 : 5);
const wanted = (part) => options.only === undefined || options.only === part;
const say = (message) => console.error(`  ${message}`);
const heading = (text) => console.log(`\n## ${text}\n`);
const share = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;

const report = {
  node: process.version,
  processors: cpus().length,
  load: loadavg(),
  rows,
  quick: options.quick,
  started: new Date().toISOString(),
};
const limits = [];
let failed = false;

try {
  await bundle('engine');
} catch (error) {
  console.error(`engine not built: ${error.message}`);
  process.exit(1);
}

if (wanted('agreement')) {
  heading('Agreement: SQL against `decide`, every field, and against the law by hand');
  const checked = 20_000;
  for (const filling of ['complete', 'gaps']) book(filling, checked, 'parquet', say);
  const { result, reason } = inFreshProcess('screen/agreement.mjs', [checked]);
  if (result === null) {
    console.log(`failed: ${reason}`);
    failed = true;
  } else {
    report.agreement = result;
    console.log(
      table(
        ['book', 'rows', 'differences', 'counts that differ', 'rows not in order', 'by hand otherwise'],
        result.map((one) => [one.filling, one.rows, one.differences, one.counts, one.outOfOrder, one.rowsApart]),
      ),
    );
    for (const { filling, differences, counts, first, apart, rowsApart } of result) {
      for (const { hand, proviso, rows: count } of apart)
        console.log(`\n${filling}: ${count} rows are ${hand} by hand and ${proviso} in Proviso`);
      if (differences > 0) console.log(`\n${filling}: ${JSON.stringify(first)}`);
      if (differences > 0 || counts > 0 || (filling === 'complete' && rowsApart > 0)) failed = true;
    }
  }
}

/** A table of what was measured, as multiples of one of its lines. */
function timings(measured, titles, base) {
  const names = Object.keys(measured);
  return table(
    ['what', 'ms, best', 'ms, middle', 'x, best', 'x, processor', 'M rows/s'],
    names.map((name) => [
      titles[name],
      figure(measured[name].best),
      figure(measured[name].middle),
      figure(measured[name].best / measured[base].best),
      figure(measured[name].processor / measured[base].processor),
      figure(rows / measured[name].best / 1000),
    ]),
  );
}

if (wanted('counting')) {
  const { countingLimit, countingTitles, measureCounting } = await import('./screen/counting.mjs');
  report.counting = [];
  for (const filling of ['complete', 'gaps']) {
    const measured = await measureCounting(filling, { rows, rounds, say });
    report.counting.push(measured);
    heading(`Counting verdicts, ${filling === 'complete' ? 'nothing missing' : 'with gaps'}, ${rows} rows`);
    console.log(timings(measured.measured, countingTitles, 'scan'));
    const total = Object.values(measured.verdicts).reduce((sum, count) => sum + count, 0);
    const once = `${figure(measured.tabulateMs)} ms to tabulate the rulebook, ${figure(measured.setupMs)} ms for its tables`;
    console.log(`\nonce per run, not among these: ${once}`);
    console.log(`left undetermined: ${share(measured.verdicts.undetermined, total)} of the rows`);
    if (filling === 'complete' && measured.rowsApart > 0) {
      console.log(`${measured.rowsApart} rows are judged otherwise by hand`);
      failed = true;
    }
    if (filling === 'gaps')
      console.log(
        `answered by hand although it depends on what is missing: ${share(measured.rowsApart, total)} of the rows`,
      );
    if (total !== rows) failed = true;
    limits.push(countingLimit(measured));
  }
}

if (wanted('writing')) {
  const writing = await import('./screen/writing.mjs');
  const measured = await writing.measureWriting({ rows, rounds: Math.min(rounds, 3), say });
  report.memory = [];
  for (const turns of options.all ? [1, 10] : [1]) {
    report.memory.push(await writing.measureMemory({ rows, times: turns, say }));
  }
  report.writing = measured;
  heading(`Writing the verdict file (Parquet), with gaps, ${rows} rows`);
  console.log(timings(measured.measured, writing.writingTitles, 'scan'));
  for (const { rows: count, peakMb, ms } of report.memory)
    console.log(
      `\n${count.toLocaleString('en')} rows in a fresh process: ${figure(peakMb)} MB at most, ${figure(ms)} ms`,
    );
  limits.push(...writing.writingLimits(measured, report.memory));
  if (report.memory.some(({ rows: count, written }) => count !== written)) failed = true;
}

if (wanted('row-by-row')) {
  heading('Against row by row');
  const { measureRowByRow, rowByRowTable } = await import('./screen/row-by-row.mjs');
  const measured = await measureRowByRow({
    rows: options.quick ? 20_000 : 200_000,
    rounds: Math.min(rounds, 3),
    say,
  });
  report.rowByRow = measured;
  console.log(rowByRowTable(measured));
  if (measured.failures.length > 0) {
    failed = true;
    for (const failure of measured.failures) console.log(`\n${failure}`);
  }
}

if (wanted('csv')) {
  const { csvLimit, csvTable, measureCsv } = await import('./screen/csv.mjs');
  heading('CSV to verdict CSV');
  const measured = await measureCsv({ rows: options.quick ? 200_000 : 1_000_000, rounds, say });
  report.csv = measured;
  console.log(csvTable(measured));
  if (measured.reason !== undefined) {
    console.log(`\n${measured.reason}`);
    failed = true;
  }
  limits.push(csvLimit(measured));
}

if (limits.length > 0) {
  heading(options.quick ? 'Limits (a quick run does not enforce them)' : 'Limits');
  console.log(
    table(
      ['what', 'measured', 'limit', 'aim', ''],
      limits.map(({ what, measured, limit, aim, kept }) => [
        what,
        figure(measured),
        figure(limit),
        aim === undefined ? '' : figure(aim),
        kept ? 'kept' : 'MISSED',
      ]),
    ),
  );
  console.log(`\nload at the start ${report.load.map(figure).join(', ')}, now ${loadavg().map(figure).join(', ')};`);
  console.log(`${figure(100 * (TOLERANCE - 1))} % is allowed for noise`);
  report.limits = limits;
  if (!options.quick && limits.some(({ kept }) => !kept)) failed = true;
}

if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
process.exit(failed ? 1 : 0);
