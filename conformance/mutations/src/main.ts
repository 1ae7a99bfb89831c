import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaign } from './campaign.ts';
import { readTried } from './trials.ts';

/** Why each known survivor survives, by rulebook and mutant. */
export type KnownSurvivors = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The survivors that are known. */
export function knownSurvivors(root: string): KnownSurvivors {
  return JSON.parse(readFileSync(listOf(root), 'utf8'));
}

function listOf(root: string): string {
  return join(root, 'conformance', 'mutations', 'survivors.json');
}

/**
 * Runs the mutations of rulebooks and prints what survives; true when the survivors are those that are known.
 * @param prune take those that are noticed now off the list
 */
export function run(root: string, ids: readonly string[], prune: boolean): boolean {
  const known = knownSurvivors(root);
  let good = true;
  for (const id of ids) {
    const started = performance.now();
    const { mutants, unsound, survivors, trials } = campaign(readTried(join(root, 'rulebooks'), id));
    const reasons = known[id] ?? {};
    const fresh = survivors.filter((name) => !Object.hasOwn(reasons, name));
    const gone = Object.keys(reasons).filter((name) => !survivors.includes(name));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const caught = mutants - unsound.length - survivors.length;
    const lines = [
      `${id}: ${mutants} mutants, ${caught} noticed by ${trials} examples and cases, ${unsound.length} no rulebooks, ${survivors.length} survive (${seconds} s)`,
      ...survivors.map((name) => `  survives: ${name}${reasons[name] === undefined ? '' : ` (${reasons[name]})`}`),
      ...fresh.map((name) => `  not listed: ${name}`),
      ...gone.map((name) => `  listed, but noticed now: ${name}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    good = good && fresh.length === 0 && (prune || gone.length === 0);
    if (!prune || gone.length === 0) continue;
    const left = Object.entries(reasons).filter(([name]) => survivors.includes(name));
    const pruned = { ...knownSurvivors(root), [id]: Object.fromEntries(left) };
    writeFileSync(listOf(root), `${JSON.stringify(pruned, null, 2)}\n`);
  }
  return good;
}
