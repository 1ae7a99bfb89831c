// node copy-once.mjs IN OUT: DuckDB reads a CSV file and writes it again, undecided.
import { openDatabase, textLiteral } from './lib/database.mjs';

const [input, output] = process.argv.slice(2);
const database = await openDatabase();
await database.run(
  `COPY (SELECT * FROM read_csv(${textLiteral(input)})) TO ${textLiteral(output)} (FORMAT csv, HEADER)`,
);
database.close();
