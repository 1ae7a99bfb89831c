import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Answers each line `{ sql, mode, output }` on standard input with what `work` gives for it, as a line of JSON. */
export async function answer(work) {
  console.log(JSON.stringify({ ready: true }));
  for await (const line of createInterface({ input: process.stdin })) {
    const { sql, ...rest } = JSON.parse(line);
    console.log(JSON.stringify(await work({ ...statementsOf(sql), ...rest })));
  }
}

/** The statements of a file that `proviso screen --sql` wrote. */
function statementsOf(path) {
  const text = readFileSync(path, 'utf8').replace(/^-- proviso .*\n/gm, '');
  const all = text.split(/;\n+/).filter((one) => one.trim() !== '');
  return { setup: all.slice(0, -1), query: all.at(-1) };
}
