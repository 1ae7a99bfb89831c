// node agreement.mjs ROWS: what SQL says of every row against `decide`, all fields, and against the law by hand; one line of JSON.
import { decidingProvisions } from '../dist/screen-engine.mjs';
import { BOOKS, book } from './lib/book.mjs';
import { openDatabase } from './lib/database.mjs';
import { HAND, VERDICTS } from './lib/law.mjs';
import { QUESTION, readProgram, screening } from './lib/question.mjs';
import { firstRows } from './lib/rows.mjs';

const rows = Number(process.argv[2]);
const program = readProgram();
const decider = program.at(QUESTION);
const results = [];
for (const filling of BOOKS) results.push({ filling, ...(await compare(filling)) });
console.log(JSON.stringify(results));
process.exit(results.every(({ differences, counts }) => differences === 0 && counts === 0) ? 0 : 1);

async function compare(filling) {
  const database = await openDatabase();
  const file = book(filling, rows, 'parquet', () => {});
  const { source, sql, tabulation } = await screening(database, file, program);
  for (const statement of sql.setup) await database.run(statement);
  const said = await database.rows(sql.decided({ lists: 'list', columns: ['Record ID'] }));
  const byId = new Map(said.map((row) => [row['Record ID'], gotOf(row)]));
  const given = await firstRows(database, source, rows);
  let differences = Math.abs(said.length - given.length);
  let outOfOrder = 0;
  let first;
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]));
  given.forEach(({ id, facts }, index) => {
    const wanted = wantedOf(id, facts);
    verdicts[wanted.verdict]++;
    const got = byId.get(id);
    if (said[index]?.['Record ID'] !== id) outOfOrder++;
    if (JSON.stringify(got) === JSON.stringify(wanted)) return;
    differences++;
    first ??= { wanted, got };
  });
  const counted = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]));
  for (const { outcome, rows: count } of await database.rows(sql.counted())) {
    counted[tabulation.outcome.labels[Number(outcome)].outcome.verdict] += Number(count);
  }
  const counts = VERDICTS.filter((verdict) => counted[verdict] !== verdicts[verdict]).length;
  const hand = await handAgainst(database, sql);
  database.close();
  return { rows, differences, outOfOrder, counts, verdicts, first, ...hand };
}

/** Every pair of verdicts that the law by hand and Proviso give to a row, with the rows of each. */
async function handAgainst(database, sql) {
  const decided = sql.decided({ lists: 'text', add: ['verdict'] });
  const pairs = await database.rows(
    `SELECT ${HAND} AS hand, verdict::VARCHAR AS verdict, count(*) AS rows FROM (${decided}) GROUP BY ALL`,
  );
  const apart = pairs
    .map((pair) => ({ hand: VERDICTS[pair.hand], proviso: pair.verdict, rows: Number(pair.rows) }))
    .filter(({ hand, proviso }) => hand !== proviso);
  return { apart, rowsApart: apart.reduce((sum, pair) => sum + pair.rows, 0) };
}

function wantedOf(id, facts) {
  const answer = decider.decide(program.readFacts(facts));
  return {
    id,
    verdict: answer.verdict,
    mayProceed: answer.mayProceed,
    possible: answer.possible,
    provisions: decidingProvisions(answer),
    needs: [...new Set(answer.verdict === 'undetermined' ? answer.needs.map(({ name }) => name) : [])].sort(),
    heldBack: answer.heldBack?.status ?? null,
  };
}

function gotOf(row) {
  return {
    id: row['Record ID'],
    verdict: row.verdict,
    mayProceed: row.may_proceed,
    possible: row.possible,
    provisions: row.provisions,
    needs: [...row.needs].sort(),
    heldBack: row.held_back,
  };
}
