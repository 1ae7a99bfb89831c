// node --expose-gc measure.mjs CONTENDER MILLISECONDS: times one contender in this process and prints one line of JSON.
import { contenders } from './contenders/index.mjs';
import { quantile } from './lib/statistics.mjs';
import { transactions, withHole } from './lib/transactions.mjs';

const [name, milliseconds] = process.argv.slice(2);
const limit = Number(milliseconds);
const contender = contenders[name];
const ROWS = 65_536;
const given = contender.holes ? transactions(ROWS).map(withHole) : transactions(ROWS);

const began = performance.now();
const engine = await contender.load();
const loadMs = performance.now() - began;
const rows = engine.prepare ? given.map(engine.prepare) : given;

/** Keeps the results in use, so that no decision can be optimised away. */
let kept;
let seen = 0;
const keep = (result) => {
  if (result !== kept) seen++;
  kept = result;
};

/**
 * Runs for so long; says how many decisions were made in how many seconds, and what they took of the processor: the wall clock
 * tells little on a machine that has other work.
 */
const run = engine.renew
  ? firstTimes(engine)
  : engine.decide
    ? inLine(engine.decide)
    : engine.decideLater
      ? oneByOne(engine.decideLater)
      : inBatches(engine.decideMany, contender.batch);

const sum = ({ user, system }) => user + system;

function inLine(decide) {
  return (duration) => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    let done = 0;
    let now = start;
    for (let i = 0; now - start < duration; now = performance.now()) {
      for (let k = 0; k < 64; k++) {
        keep(decide(rows[i]));
        i = (i + 1) & (ROWS - 1);
      }
      done += 64;
    }
    return { done, seconds: (now - start) / 1000, cpu: sum(process.cpuUsage(cpu)) };
  };
}

function oneByOne(decideLater) {
  return async (duration) => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    let done = 0;
    let now = start;
    for (; now - start < duration; now = performance.now()) {
      for (let k = 0; k < 8; k++) keep(await decideLater(rows[done++ & (ROWS - 1)]));
    }
    return { done, seconds: (now - start) / 1000, cpu: sum(process.cpuUsage(cpu)) };
  };
}

function inBatches(decideMany, size) {
  const batches = Array.from({ length: Math.floor(ROWS / size) }, (_, k) => rows.slice(k * size, (k + 1) * size));
  return async (duration) => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    let done = 0;
    let now = start;
    for (; now - start < duration; now = performance.now()) {
      const results = await decideMany(batches[(done / size) % batches.length]);
      results.forEach(keep);
      done += size;
    }
    return { done, seconds: (now - start) / 1000, cpu: sum(process.cpuUsage(cpu)) };
  };
}

/** Each distinct combination of facts once, then everything remembered is thrown away (outside the clock). */
function firstTimes({ renew, decide }) {
  const combinations = new Map();
  given.forEach(({ id, date, day, ...facts }, i) => {
    const key = JSON.stringify(facts);
    if (!combinations.has(key)) combinations.set(key, rows[i]);
  });
  const distinct = [...combinations.values()];
  return async (duration) => {
    let elapsed = 0;
    let done = 0;
    let used = 0;
    while (elapsed < duration) {
      await renew();
      const cpu = process.cpuUsage();
      const start = performance.now();
      for (const row of distinct) keep(decide(row));
      elapsed += performance.now() - start;
      used += sum(process.cpuUsage(cpu));
      done += distinct.length;
    }
    return { done, seconds: elapsed / 1000, cpu: used };
  };
}

/** Single calls timed alone: the middle and the slowest hundredth, in microseconds; the clock costs some hundredths. */
function latencies(decide, duration) {
  const times = new Float64Array(100_000);
  const end = performance.now() + duration;
  let calls = 0;
  while (calls < times.length && performance.now() < end) {
    for (let k = 0; k < 16 && calls < times.length; k++) {
      const row = rows[calls & (ROWS - 1)];
      const start = process.hrtime.bigint();
      const result = decide(row);
      times[calls++] = Number(process.hrtime.bigint() - start);
      keep(result);
    }
  }
  const sorted = times.subarray(0, calls).sort();
  return { p50: quantile(sorted, 0.5) / 1000, p99: quantile(sorted, 0.99) / 1000 };
}

// Proviso remembers answers it has worked out: it is warm when it has seen every row once, whatever the clock says.
if (contender.proviso && !engine.renew) for (const row of rows) keep(engine.decide(row));
await run(Math.max(limit, 250));
globalThis.gc?.();
const { done, seconds, cpu } = await run(limit);
const single = engine.decide && !engine.renew ? latencies(engine.decide, Math.min(limit, 500)) : {};
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({ name, perSecond: done / seconds, cpuMicroseconds: cpu / done, ...single, loadMs, peakMb, seen }),
);
process.exit(0);
