// node row-once.mjs CONTENDER PARQUET ROWS: decides the rows of a complete book one after another; one line of JSON.
import { contenders } from './lib/contenders.mjs';
import { openDatabase, textLiteral } from './lib/database.mjs';
import { HAND, VERDICTS } from './lib/law.mjs';
import { firstRows } from './lib/rows.mjs';

const [name, file, count] = process.argv.slice(2);
const database = await openDatabase();
const source = `read_parquet(${textLiteral(file)})`;
const given = await firstRows(database, source, Number(count));
// Told apart by their identifiers: the engine may give the rows of two queries in two orders.
const byHand = await database.rows(`SELECT "Record ID" AS id, ${HAND} AS verdict FROM ${source}`);
const expected = new Map(byHand.map(({ id, verdict }) => [id, VERDICTS[verdict]]));
database.close();
const { prepare, decideAll } = await contenders[name].load();
const prepared = given.map(({ facts }) => prepare(facts));
await decideAll(prepared.slice(0, 20_000));
const used = process.cpuUsage();
const started = performance.now();
const verdicts = await decideAll(prepared);
const ms = performance.now() - started;
const { user, system } = process.cpuUsage(used);
let differences = 0;
let first;
verdicts.forEach((verdict, row) => {
  const wanted = expected.get(given[row].id);
  if (verdict === wanted) return;
  differences++;
  first ??= { row, wanted, verdict, facts: given[row].facts };
});
console.log(JSON.stringify({ name, rows: verdicts.length, ms, cpuMs: (user + system) / 1000, differences, first }));
