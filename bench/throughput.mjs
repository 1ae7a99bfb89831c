import { loadavg } from 'node:os';
import { contenders } from './contenders/index.mjs';
import { inFreshProcess } from './lib/processes.mjs';
import { figure, median } from './lib/statistics.mjs';
import { table } from './lib/table.mjs';

/** What is promised, as ratios to the hand-written decision in the same round; `aim` is what we try for. */
const LIMITS = [
  { contender: 'proviso-verdict', what: 'verdict, all facts known', limit: 3, aim: 1.3 },
  { contender: 'proviso-possible', what: 'verdict and possible, facts missing', limit: 10 },
  { contender: 'proviso-explained', what: 'full explained answer', limit: 20, aim: 10 },
];

/** Every contender once a round, each in a fresh process; each round begins elsewhere in the list. */
export function measureThroughput(names, { rounds, milliseconds, say }) {
  const runs = [];
  const failures = [];
  for (let round = 0; round < rounds; round++) {
    const shift = Math.floor((round * names.length) / rounds);
    for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
      const flags = ['--expose-gc', ...(contenders[name].flags ?? [])];
      const { result, reason } = inFreshProcess('measure.mjs', [name, milliseconds], flags);
      if (result) runs.push({ round, load: loadavg()[0], ...result });
      else failures.push({ round, name, reason });
    }
    say(`round ${round + 1} of ${rounds}, load ${loadavg()[0].toFixed(1)}`);
  }
  const handIn = (round) => runs.find((run) => run.round === round && run.name === 'hand')?.cpuMicroseconds;
  const summary = names
    .map((name) => {
      const own = runs.filter((run) => run.name === name);
      if (own.length === 0) return null;
      const middle = (value) => median(own.map(value));
      const ratios = own.map((run) => run.cpuMicroseconds / handIn(run.round));
      return {
        name,
        title: contenders[name].title,
        perSecond: middle((run) => run.perSecond),
        cpuMicroseconds: middle((run) => run.cpuMicroseconds),
        timesHand: median(ratios),
        lowest: Math.min(...ratios),
        highest: Math.max(...ratios),
        p50: own[0].p50 === undefined ? undefined : middle((run) => run.p50),
        p99: own[0].p99 === undefined ? undefined : middle((run) => run.p99),
        loadMs: middle((run) => run.loadMs),
        peakMb: middle((run) => run.peakMb),
      };
    })
    .filter((entry) => entry !== null)
    .sort((x, y) => x.timesHand - y.timesHand);
  return { rounds, milliseconds, summary, runs, failures };
}

export function throughputTable({ summary }) {
  return table(
    ['contender', 'decisions/s', 'x hand', 'spread', 'p50 us', 'p99 us'],
    summary.map((entry) => [
      entry.title,
      figure(entry.perSecond),
      figure(entry.timesHand),
      `${figure(entry.lowest)}-${figure(entry.highest)}`,
      figure(entry.p50),
      figure(entry.p99),
    ]),
  );
}

/** Each promise with the figure measured and whether it is kept. */
export function throughputLimits({ summary }) {
  const by = (name) => summary.find((entry) => entry.name === name)?.timesHand;
  const kept = LIMITS.map(({ contender, what, limit, aim }) => {
    const measured = by(contender);
    return { what: `${what}, x hand`, measured, limit, aim, kept: measured !== undefined && measured <= limit };
  });
  const others = summary.filter(({ name }) => contenders[name].peer || contenders[name].tree);
  const best = others.sort((x, y) => x.timesHand - y.timesHand)[0];
  const verdict = by('proviso-verdict');
  if (best) {
    kept.push({
      what: `verdict, share of the best peer's time (${best.name})`,
      measured: verdict === undefined ? undefined : verdict / best.timesHand,
      limit: 1,
      kept: verdict !== undefined && verdict < best.timesHand,
    });
  }
  return kept;
}
