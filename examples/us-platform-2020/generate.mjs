// The invented book of an American platform in September and October 2020: see README.md. `--help` lists the options.
import { HELP, readArguments } from './generator/arguments.mjs';
import { Fault } from './generator/fault.mjs';
import { writeCsv } from './generator/write-csv.mjs';

try {
  const order = readArguments(process.argv.slice(2));
  if (order.help) process.stdout.write(HELP);
  else if (order.format === 'csv') await writeCsv(order);
  else await (await import('./generator/write-parquet.mjs')).writeParquet(order);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  process.stderr.write(`generate: ${error.message}\n`);
  process.exitCode = error.exitCode;
}
