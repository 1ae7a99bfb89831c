import { judgeKeys } from '../dist/screen-engine.mjs';
import { book } from './lib/book.mjs';
import { openDatabase, textLiteral } from './lib/database.mjs';
import { HAND, scan, VERDICTS } from './lib/law.mjs';
import { screening } from './lib/question.mjs';
import { measureRounds, promise, times } from './lib/rounds.mjs';

const PROMISES = {
  complete: { what: 'counting verdicts, nothing missing, x scan', limit: 2, aim: 1.5 },
  gaps: { what: 'counting verdicts, with gaps, x scan', limit: 4, aim: 2.5 },
};

/** Counting the verdicts of a book: a plain scan of the facts, the law by hand, Proviso. */
export async function measureCounting(filling, { rows, rounds, say }) {
  const file = book(filling, rows, 'parquet', say);
  const database = await openDatabase();
  const { source, facts, sql, tabulation, tabulateMs } = await screening(database, file);
  const started = performance.now();
  for (const statement of sql.setup) await database.run(statement);
  const setupMs = performance.now() - started;
  const byHand = `SELECT verdict, count(*) AS rows FROM (SELECT ${HAND} AS verdict FROM ${source}) GROUP BY verdict`;
  const queries = {
    scan: `${scan(facts)} FROM ${source}`,
    hand: byHand,
    walk: sql.counted({ charts: 'outcome' }),
    'walk-all': sql.counted(),
  };
  // As the command does it: rows are counted by what they say to the charts, and each combination is judged once.
  const judge = () => judgeKeys(database.connection, sql.keyed.counted(), sql.keyed, tabulation);
  const works = {
    ...Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, () => database.rows(query)])),
    proviso: judge,
  };
  const measured = await measureRounds(works, rounds, (message) => say(`${filling}: ${message}`));
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]));
  const { groups, answers } = await judge();
  for (const { outcome, rows: count } of groups) verdicts[tabulation.outcome.labels[outcome].outcome.verdict] += count;
  const hand = Object.fromEntries(
    (await database.rows(byHand)).map(({ verdict, rows: count }) => [VERDICTS[verdict], Number(count)]),
  );
  const rowsApart = await apartByHand(database, sql);
  database.close();
  return { filling, rows, verdicts, hand, rowsApart, combinations: answers.length, tabulateMs, setupMs, measured };
}

/** In how many rows the law by hand and Proviso part. */
async function apartByHand(database, sql) {
  const decided = sql.decided({ lists: 'text', add: ['verdict'] });
  const names = VERDICTS.map(textLiteral).join(', ');
  const [{ apart }] = await database.rows(
    `SELECT count(*) AS apart FROM (${decided}) WHERE [${names}][(${HAND}) + 1] <> verdict::VARCHAR`,
  );
  return Number(apart);
}

export const countingTitles = {
  scan: 'plain scan of the facts',
  hand: 'the law by hand',
  proviso: 'Proviso: verdicts, provisions and needs',
  walk: 'Proviso in SQL alone: verdicts',
  'walk-all': 'Proviso in SQL alone: verdicts, provisions and needs',
};

export function countingLimit({ filling, measured }) {
  const { what, limit, aim } = PROMISES[filling];
  return promise(what, times(measured.proviso, measured.scan).wall, limit, aim);
}
