import { inFreshProcess } from '../lib/processes.mjs';
import { figure } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';
import { book } from './lib/book.mjs';
import { openDatabase } from './lib/database.mjs';
import { installPeers } from './lib/peers.mjs';
import { screening } from './lib/question.mjs';
import { measureRounds } from './lib/rounds.mjs';

const NAMES = ['generated', 'decide', 'zen-batch', 'zen', 'json-rules'];
/** Those that run every round; the others take a minute or so. */
const QUICK = ['generated', 'decide'];
const TITLES = {
  generated: 'Proviso, generated code: verdict',
  decide: 'Proviso, decide: the whole explained answer',
  'zen-batch': 'zen-engine, nested tree, batches of 1,000',
  zen: 'zen-engine, nested tree, one by one',
  'json-rules': 'json-rules-engine, stops at the first rule that holds',
};

/** The same complete rows by SQL and one after another, each contender in a process of its own; the best of the rounds. */
export async function measureRowByRow({ rows, rounds, say }) {
  installPeers(say);
  const file = book('complete', rows, 'parquet', say);
  const best = {};
  const failures = [];
  for (let round = 0; round < rounds; round++) {
    for (const name of round === 0 ? NAMES : QUICK) {
      const { result, reason } = inFreshProcess('screen/row-once.mjs', [name, file, rows]);
      if (result === null) failures.push(`${name}: ${reason}`);
      else {
        if (result.differences > 0)
          failures.push(`${name}: ${result.differences} rows otherwise, such as ${JSON.stringify(result.first)}`);
        best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, result.ms);
      }
      say(`${TITLES[name]}: ${result === null ? reason : `${result.ms.toFixed(0)} ms`}`);
    }
  }
  const database = await openDatabase();
  const { sql } = await screening(database, file);
  for (const statement of sql.setup) await database.run(statement);
  const verdicts = sql.counted({ charts: 'outcome' });
  const everything = sql.counted();
  const measured = await measureRounds(
    { verdicts: () => database.rows(verdicts), everything: () => database.rows(everything) },
    Math.max(5, rounds),
    () => {},
  );
  database.close();
  return { rows, verdicts: measured.verdicts.best, everything: measured.everything.best, best, failures };
}

export function rowByRowTable({ rows, verdicts, everything, best }) {
  const lines = [
    ['Proviso, SQL from Parquet: verdicts, counted', verdicts],
    ['Proviso, SQL from Parquet: verdicts, provisions, needs, counted', everything],
    ...Object.entries(best).map(([name, ms]) => [TITLES[name], ms]),
  ];
  return table(
    ['what', `ms for ${rows} rows`, 'rows/s', 'x SQL'],
    lines.map(([what, ms]) => [what, figure(ms), figure((rows / ms) * 1000), figure(ms / verdicts)]),
  );
}
