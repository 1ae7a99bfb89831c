// node size-of.mjs FILE ROUNDS: parses, compiles and builds the whole diagram of one rulebook; prints one line of JSON.

import { readFileSync } from 'node:fs';
import { compileText, diagramOf, parseText } from './dist/engine.mjs';
import { median } from './lib/statistics.mjs';

const [file, rounds] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

const steps = [];
let size;
let rules;
for (let round = 0; round < Number(rounds); round++) {
  const parsed = await timed(() => parseText(text, file));
  const compiled = await timed(() => compileText(parsed.result));
  const diagram = await timed(() => diagramOf(compiled.result));
  rules = parsed.result.rulebook.rules.length;
  size = diagram.result;
  steps.push({ parse: parsed.ms, compile: compiled.ms, diagram: diagram.ms });
}
const middle = (step) => median((steps.length > 1 ? steps.slice(1) : steps).map((times) => times[step]));
console.log(
  JSON.stringify({
    rules,
    size,
    first: steps[0],
    warm: { parse: middle('parse'), compile: middle('compile'), diagram: middle('diagram') },
  }),
);
