// node size-of.mjs FILE ROUNDS: parses and compiles one rulebook and builds its diagrams; prints one line of JSON.
import { readFileSync } from 'node:fs';
import { compile } from './dist/engine.mjs';
import { readRulebook } from './lib/rulebook.mjs';
import { median } from './lib/statistics.mjs';

const [file, rounds] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

/** The verdict diagram of every stretch of time between two changes of status, at full hindsight. */
function allDiagrams(program) {
  const changes = program.compiled.status.boundaries(null);
  const instants = changes.length === 0 ? [0] : [changes[0] - 1000, ...changes];
  for (const instant of instants) program.at({ asOf: new Date(instant).toISOString() }).possible({});
  return program.size();
}

/** Milliseconds of the processor. */
function timed(work) {
  const cpu = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, ms: (user + system) / 1000 };
}

const steps = [];
let size;
for (let round = 0; round < Number(rounds); round++) {
  const parsed = timed(() => readRulebook(text, 'rulebook'));
  const compiled = timed(() => compile(parsed.result));
  const diagram = timed(() => allDiagrams(compiled.result));
  size = diagram.result;
  steps.push({ parse: parsed.ms, compile: compiled.ms, diagram: diagram.ms });
}
const warm = steps.length > 1 ? steps.slice(1) : steps;
const middle = (step) => median(warm.map((times) => times[step]));
console.log(
  JSON.stringify({
    size,
    first: steps[0],
    warm: { parse: middle('parse'), compile: middle('compile'), diagram: middle('diagram') },
  }),
);
