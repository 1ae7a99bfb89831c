import fc from 'fast-check';
import { vi } from 'vitest';
import { agree } from './agree.ts';
import type { Engine } from './engine.ts';
import { type Draw, draws, type Trial, type TrialOptions, trialOf } from './trial.ts';

const RUNS = Number(process.env.PROVISO_RUNS ?? '150');

vi.setConfig({ testTimeout: 120_000 + 1000 * RUNS });

/** Checks random trials on an engine: so many times `PROVISO_RUNS`. A failure tells its seed, what differs and the table. */
export async function holdsOn(engine: () => Engine, share: number, options: TrialOptions): Promise<void> {
  const property = fc.asyncProperty(draws, async (draw) => {
    const trial = tryTrial(draw, options);
    if (trial !== undefined) await agree(engine(), trial);
  });
  const numRuns = Math.max(2, Math.round(RUNS * share));
  const details = await fc.check(property, { numRuns, endOnFailure: true });
  const [failing] = details.counterexample ?? [];
  if (!details.failed || failing === undefined) return;
  const where = `seed ${details.seed}, path ${details.counterexamplePath}`;
  throw new Error(`${where}\n${told(details.errorInstance)}\n${shown(failing, options)}`);
}

/** A trial; undefined where one answer alone needs a larger chart than allowed. */
function tryTrial(draw: Draw, options: TrialOptions): Trial | undefined {
  try {
    return trialOf(draw, options);
  } catch (error) {
    if (options.bound !== undefined && error instanceof Error && error.name === 'ChartTooLarge') return undefined;
    throw error;
  }
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const sides = error as { readonly actual?: unknown; readonly expected?: unknown };
  const text = `${error.message.slice(0, 2000)}\n${error.stack?.split('\n').slice(1, 4).join('\n')}`;
  return `${text}\nSQL      ${JSON.stringify(sides.actual)}\nexpected ${JSON.stringify(sides.expected)}`;
}

/** The columns and rows of a failing trial. */
function shown(draw: Draw, options: TrialOptions): string {
  const trial = tryTrial(draw, options);
  if (trial === undefined) return 'no trial';
  const facts = trial.tabulation.facts.map(({ path, type, lookup, inputs }) => ({ path, type, lookup, inputs }));
  return [
    JSON.stringify(trial.mapping),
    JSON.stringify(facts),
    ...trial.rows.map((row, index) => `${JSON.stringify(row)} ${JSON.stringify(trial.wanted[index])}`),
    `rules ${JSON.stringify(draw.one.book.rules).slice(0, 3000)}`,
  ].join('\n');
}
