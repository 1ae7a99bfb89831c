// node agreement.mjs CONTENDER ROWS: checks one contender against the reference; prints one line of JSON, exit 1 on a difference.
import { contenders } from './contenders/index.mjs';
import { reference } from './lib/decision.mjs';
import { transactions, withHole, withManyHoles } from './lib/transactions.mjs';
import { byCompletion } from './lib/unknowns.mjs';

const [name, count] = process.argv.slice(2);
const contender = contenders[name];
const rows = transactions(Number(count));
const engine = await contender.load();

let differences = 0;
let first;
let checked = 0;
/** Only what a contender answers is compared: `possible` of those that answer under unknowns, the paragraph of those that give one. */
function compare(row, expected, got) {
  checked++;
  const paragraph = contender.verdictOnly || contender.holes ? undefined : expected.paragraph;
  const same =
    got.verdict === expected.verdict &&
    (paragraph === undefined || got.paragraph === paragraph) &&
    (expected.possible === undefined || String(got.possible) === String(expected.possible));
  if (same) return;
  differences++;
  first ??= { row, expected, got: { verdict: got.verdict, paragraph: got.paragraph, possible: got.possible } };
}
const prepare = engine.prepare ?? ((row) => row);
const reveal = engine.reveal ?? ((result) => result);
const answer = (row) => reveal(engine.decide(prepare(row)), row);

if (contender.holes) {
  for (const row of rows.map(withHole)) compare(row, byCompletion(row), answer(row));
  // Fewer, since thousands of completions may stand behind one row.
  for (const row of rows.slice(0, rows.length / 20).map(withManyHoles)) compare(row, byCompletion(row), answer(row));
} else if (engine.decideMany) {
  for (let i = 0; i < rows.length; i += contender.batch) {
    const batch = rows.slice(i, i + contender.batch);
    const answers = await engine.decideMany(batch.map(prepare));
    batch.forEach((row, k) => {
      compare(row, reference(row), answers[k]);
    });
  }
} else if (engine.decideLater) {
  for (const row of rows) compare(row, reference(row), await engine.decideLater(prepare(row)));
} else {
  for (const row of rows) compare(row, reference(row), answer(row));
}

console.log(JSON.stringify({ name, checked, differences, first }));
process.exit(differences === 0 ? 0 : 1);
