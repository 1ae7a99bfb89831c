// node write-once.mjs PARQUET: writes the verdict file once; one line of JSON with time and peak memory of this process.
import { readFileSync, rmSync } from 'node:fs';
import { scratch } from './lib/book.mjs';
import { openDatabase, textLiteral } from './lib/database.mjs';
import { screening } from './lib/question.mjs';
import { writeByKey } from './writing.mjs';

const output = scratch(`out-${process.pid}.parquet`);
const started = performance.now();
try {
  // As the command starts it: half a gigabyte at most, then the disk; no second copy of files that were read.
  const database = await openDatabase({
    memory_limit: '512MB',
    temp_directory: scratch(`spill-${process.pid}`),
    enable_external_file_cache: 'false',
  });
  await writeByKey(database, await screening(database, process.argv[2]), output);
  const ms = performance.now() - started;
  const peakMb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  const [{ written }] = await database.rows(`SELECT count(*) AS written FROM ${textLiteral(output)}`);
  database.close();
  console.log(JSON.stringify({ ms, peakMb, written: Number(written) }));
} finally {
  rmSync(output, { force: true });
}
