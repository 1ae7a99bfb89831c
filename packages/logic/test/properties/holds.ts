import fc from 'fast-check';
import { vi } from 'vitest';
import type { Case } from '../arbitrary/arbitraries.ts';
import { reduced } from './reduce.ts';

const RUNS = Number(process.env.PROVISO_RUNS ?? '150');
const SEED = process.env.PROVISO_SEED === undefined ? undefined : Number(process.env.PROVISO_SEED);

// Many runs take their time, more so on a busy machine.
vi.setConfig({ testTimeout: 60_000 + 300 * RUNS });

/**
 * Checks that something holds for all cases of an arbitrary: `PROVISO_RUNS` random ones (times `share`), with the seed
 * `PROVISO_SEED` if it is set. A failure tells its seed and path, what went wrong, and the case with everything left out
 * without which it still goes wrong in the same way.
 */
export function holds(arbitrary: fc.Arbitrary<Case>, check: (value: Case) => void, share = 1): void {
  const details = fc.check(fc.property(arbitrary, check), {
    numRuns: Math.max(1, Math.round(RUNS * share)),
    ...(SEED === undefined ? {} : { seed: SEED }),
    endOnFailure: true,
  });
  const failing = details.counterexample?.[0];
  if (!details.failed || failing === undefined) return;
  const kind = kindOf(failureOf(failing, check));
  const least = reduced(failing, (candidate) => kindOf(failureOf(candidate, check)) === kind);
  const where = `seed ${details.seed}, path ${details.counterexamplePath} (after ${details.numRuns} runs)`;
  throw new Error(`${where}\n${messageOf(failureOf(least, check))}\n${brief(least)}`);
}

function failureOf(value: Case, check: (value: Case) => void): unknown {
  try {
    check(value);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Failures of one kind: the same class of error, and for other errors than failed expectations the same words. */
function kindOf(error: unknown): string {
  if (error === undefined) return 'none';
  if (!(error instanceof Error)) return String(error);
  return error.name === 'AssertionError' ? error.name : `${error.name} ${error.message.slice(0, 24)}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const sides = error as { readonly actual?: unknown; readonly expected?: unknown };
  return `${error.message}\nlibrary ${JSON.stringify(sides.actual)}\nexpected ${JSON.stringify(sides.expected)}`;
}

const TEXTS = new Set(['label', 'question', 'help', 'title', 'gist', 'pinpoint', 'issuer', 'text', 'must']);
const QUIET = new Set([
  'dice',
  'sections',
  'support',
  'sources',
  'offsets',
  'citation',
  'link',
  'holder',
  'arguedBy',
  'leaves',
]);

/** A value as JSON, without what never decides anything. */
function brief(value: unknown): string {
  const keep = (key: string, part: unknown): unknown => {
    if (QUIET.has(key) || (TEXTS.has(key) && !isQuestion(part))) return undefined;
    return Array.isArray(part) && part.length === 0 ? undefined : part;
  };
  return JSON.stringify(value, keep);
}

function isQuestion(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'asOf' in part;
}
