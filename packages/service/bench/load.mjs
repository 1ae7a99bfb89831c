// How many requests a second the service answers, beside a bare Fastify POST that answers a constant, in the same run.
// Each is a process of its own; they take turns of a second or so, and the median of each turn's share counts. What a
// request costs each process in processor time is told too: it hardly hangs on what else the machine does.
//   node packages/service/bench/load.mjs [--seconds 1] [--rounds 7] [--connections 8] [--only 'verdict alone'] [--json]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
    connections: { type: 'string', default: '8' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
const bundle = join(root, 'node_modules/.cache/proviso/bench-serve.mjs');

const inner = {
  name: 'packages of others stay outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@proviso/') ? undefined : { path, external: true },
    ),
};
await build({
  entryPoints: [fileURLToPath(new URL('serve.mjs', import.meta.url))],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['proviso-source'],
  plugins: [inner],
  logLevel: 'error',
});

const cases = readFileSync(join(root, 'rulebooks/us/wechat/cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter((one) => one.rulebook === 'us/wechat')
  .map(({ rulebook, as_of: asOf, known_on: knownOn, readings, facts }) => ({
    rulebook,
    asOf,
    knownOn,
    readings,
    facts,
  }));
const bodies = (extra) => cases.map((one) => JSON.stringify({ ...one, ...extra }));
const many = Array.from({ length: 1000 }, (_, index) => cases[index % cases.length].facts);
// None of these comes twice while it is remembered.
const different = Array.from({ length: 6000 }, (_, index) => {
  const one = cases[index % cases.length];
  return JSON.stringify({
    ...one,
    facts: { ...one.facts, parent_ownership_percent: `${index / 100}` },
    detail: 'verdict',
  });
});
const batch = [JSON.stringify({ rulebook: 'us/wechat', asOf: '2020-09-21', cases: many, detail: 'verdict' })];
const batchOfAnswers = [JSON.stringify({ rulebook: 'us/wechat', asOf: '2020-09-21', cases: many })];

const servers = [];
const start = async (script, ...args) => {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(child);
  const [text] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, address: text.trim() };
};
/** Processor time of a process so far, in microseconds. */
const cpuOf = async ({ child }) => {
  child.kill('SIGUSR2');
  const [text] = await once(child.stdout, 'data');
  const { user, system } = JSON.parse(text);
  return user + system;
};
const service = await start(bundle, join(root, 'rulebooks'), folder);
const bare = await start(fileURLToPath(new URL('bare.mjs', import.meta.url)));

/** Name, where, what is sent, and what the bare one answers to the same: a constant, small or as large as the reply. */
const RUNS = [
  ['verdict alone', '/v1/decisions', bodies({ detail: 'verdict' })],
  ['verdict alone, all different', '/v1/decisions', different],
  ['answer', '/v1/decisions', bodies({})],
  ['answer, reasons in words', '/v1/decisions', bodies({ explain: 'text' })],
  ['answer with short proof', '/v1/decisions', bodies({ explain: 'short' })],
  ['batch of 1000, verdicts', '/v1/decisions/batch', batch],
  ['batch of 1000, answers', '/v1/decisions/batch', batchOfAnswers],
];

const wanted = RUNS.filter(([name]) => values.only === undefined || name === values.only);
if (wanted.length === 0) throw new Error(`--only is one of ${RUNS.map(([name]) => name).join(', ')}`);

const results = [];
try {
  for (const [name, path, sent] of wanted) {
    const sizes = [];
    for (const body of sent) {
      const reply = await fetch(service.address + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (reply.status !== 200) throw new Error(`${name}: ${reply.status} ${await reply.text()}`);
      sizes.push((await reply.text()).length);
    }
    const size = Math.round(sizes.reduce((sum, one) => sum + one, 0) / sizes.length);
    const rates = { service: [], small: [], alike: [] };
    const costs = { service: [], small: [], alike: [] };
    for (let round = -1; round < Number(values.rounds); round++) {
      const order = round % 2 === 0 ? ['service', 'small', 'alike'] : ['alike', 'small', 'service'];
      for (const who of order) {
        const server = who === 'service' ? service : bare;
        const url = server.address + (who === 'service' ? path : who === 'small' ? '/small' : `/size/${size}`);
        const before = await cpuOf(server);
        const { rate, total } = await load(url, sent, Number(values.seconds));
        const cost = ((await cpuOf(server)) - before) / total;
        // The first round warms up.
        if (round < 0) continue;
        rates[who].push(rate);
        costs[who].push(cost);
      }
    }
    const share = (other) => median(rates.service.map((rate, index) => rate / rates[other][index]));
    const [own, small, alike] = [rates.service, rates.small, rates.alike].map(median);
    const cost = Object.fromEntries(Object.entries(costs).map(([who, all]) => [who, median(all)]));
    const shares = { ofSmall: share('small'), ofAlike: share('alike') };
    results.push({ name, replyBytes: size, cost, service: own, small, alike, ...shares });
  }
} finally {
  for (const child of servers) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

if (values.json) console.log(JSON.stringify(results, null, 2));
else {
  console.log('requests a second: the service, a bare POST with a small constant, and with one as large as the reply');
  for (const { name, replyBytes, cost, service: own, small, alike, ofSmall, ofAlike } of results) {
    const figures = [own, small, alike].map((rate) => rate.toFixed(0).padStart(7)).join(' ');
    const percent = (share) => `${(100 * share).toFixed(0)} %`;
    const spent = [cost.service, cost.small, cost.alike].map((one) => one.toFixed(0)).join(' / ');
    console.log(`${name.padEnd(28)} ${figures}   ${percent(ofSmall)} of small, ${percent(ofAlike)} of alike`);
    console.log(`  ${replyBytes} bytes a reply; microseconds of processor time a request: ${spent}`);
  }
}

function median(figures) {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)];
}

async function load(url, sent, seconds) {
  const requests = sent.map((body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body }));
  const {
    requests: rate,
    non2xx,
    errors,
  } = await autocannon({
    url,
    requests,
    connections: Number(values.connections),
    duration: seconds,
  });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return { rate: rate.total / seconds, total: rate.total };
}
