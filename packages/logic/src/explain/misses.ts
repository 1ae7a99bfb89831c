import type { CompiledRule } from '../compile/compiled-rulebook.ts';
import type { RuleStep, TruthStep } from './explanation.ts';
import { pruned, prunedConjuncts, truths } from './prune.ts';
import { inOrder } from './rules.ts';

/** Told are the rules that fail in at most so many more elements than the nearest one. */
const SLACK = 1;
/** At most so many groups are told. */
const MOST_GROUPS = 4;

/** A rule that does not reach the transaction, with its elements in full. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly elements: readonly TruthStep[];
}

/** Rules that fail on the same element, and the step of that element. */
export interface Miss {
  readonly rules: readonly CompiledRule[];
  readonly children: RuleStep['children'];
}

interface Failure {
  /** What it is about; rules that fail on the same thing are told together. */
  readonly key: string;
  readonly leaf: TruthStep;
  /** The terms above the leaf, outermost first. */
  readonly chain: readonly TruthStep[];
  readonly presumed: boolean;
}

interface Missed {
  readonly rule: CompiledRule;
  readonly elements: readonly TruthStep[];
  readonly failures: readonly Failure[];
  /** Share of its elements that are met. */
  readonly met: number;
}

/**
 * The rules that come nearest to reaching a transaction that no rule reaches, together with the element each of them fails
 * on, nearest first. Rules that fail on nothing but a presumption count only where the answer rests on that presumption.
 */
export function nearMisses(candidates: readonly Candidate[], presumed: ReadonlySet<string>): readonly Miss[] {
  const missed = candidates.map(({ rule, elements }) => measure(rule, elements));
  const plain = missed.filter(({ failures }) => failures.some((failure) => !failure.presumed));
  const fewest = Math.min(...plain.map(({ failures }) => failures.length));
  const near = [
    ...plain.filter(({ failures }) => failures.length <= fewest + SLACK),
    ...missed.filter(
      (one) =>
        !plain.includes(one) &&
        one.failures.length > 0 &&
        one.failures.every(({ leaf }) => leaf.kind === 'fact' && presumed.has(leaf.fact.name)),
    ),
  ];
  return grouped(near)
    .sort((a, b) => nearness(b) - nearness(a) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, MOST_GROUPS)
    .map(({ key, members }) => ({
      rules: inOrder(members.map(({ rule }) => rule)),
      children: told(members, key),
    }));
}

interface Group {
  readonly key: string;
  readonly members: readonly Missed[];
}

/** The largest share of elements met; what fails on nothing but a presumption is further away than anything else. */
function nearness({ members }: Group): number {
  return Math.max(...members.map(({ met, failures }) => met - (failures.every(({ presumed }) => presumed) ? 1 : 0)));
}

function nameOf({ members }: Group): string {
  return inOrder(members.map(({ rule }) => rule))[0]?.rule.name ?? '';
}

/** The thing on which most rules fail first, then the thing on which most of the rest fail, and so on. */
function grouped(missed: readonly Missed[]): Group[] {
  const groups: Group[] = [];
  let rest = missed.filter(({ failures }) => failures.length > 0);
  while (rest.length > 0) {
    const counts = new Map<string, { count: number; presumed: boolean }>();
    for (const { failures } of rest) {
      for (const { key, presumed } of new Map(failures.map((failure) => [failure.key, failure])).values()) {
        counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, presumed });
      }
    }
    const best = [...counts].sort(
      ([a, x], [b, y]) => Number(x.presumed) - Number(y.presumed) || y.count - x.count || (a < b ? -1 : 1),
    )[0];
    if (best === undefined) break;
    const [key] = best;
    const members = rest.filter(({ failures }) => failures.some((failure) => failure.key === key));
    groups.push({ key, members });
    rest = rest.filter((one) => !members.includes(one));
  }
  return groups;
}

function measure(rule: CompiledRule, elements: readonly TruthStep[]): Missed {
  const failures: Failure[] = [];
  let met = 0;
  let all = 0;
  const visit = (step: TruthStep, chain: readonly TruthStep[]): void => {
    const children = truths(step.children);
    const splits = step.kind === 'term' || (step.kind === 'condition' && step.connective === 'all' && !step.joint);
    const settles = step.value !== 'false' || children.some(({ value }) => value === 'false');
    if (splits && children.length > 0 && settles) {
      for (const child of children) visit(child, step.kind === 'term' ? [...chain, step] : chain);
      return;
    }
    all++;
    if (step.value === 'true') met++;
    if (step.value !== 'false') return;
    failures.push({
      key: step.kind === 'fact' ? `fact ${step.fact.name}` : JSON.stringify(step),
      leaf: step,
      chain,
      presumed: step.kind === 'fact' && step.basis.kind === 'presumed',
    });
  };
  for (const element of elements) visit(element, []);
  return { rule, elements, failures, met: all === 0 ? 0 : met / all };
}

/** The failing element: of one rule with the terms above it, of several with the terms they share. */
function told(members: readonly Missed[], key: string): RuleStep['children'] {
  const failures = members.flatMap(({ failures }) => failures.filter((failure) => failure.key === key).slice(0, 1));
  const first = failures[0];
  if (first === undefined) return [];
  if (members.length === 1) {
    const failing = members[0]?.elements.filter(({ value }) => value === 'false') ?? [];
    return failing.length <= 1 + SLACK ? failing.map(pruned) : prunedConjuncts(failing, 'false');
  }
  const shared: TruthStep[] = [];
  for (let depth = 1; depth <= first.chain.length; depth++) {
    const term = first.chain.at(-depth);
    if (term === undefined || !failures.every(({ chain }) => sameTerm(chain.at(-depth), term))) break;
    shared.unshift(term);
  }
  const same = failures.every(({ leaf }) => JSON.stringify(leaf) === JSON.stringify(first.leaf));
  let leaf: TruthStep = pruned(first.leaf);
  if (!same && leaf.kind === 'fact') {
    const { test, ...fact } = leaf;
    leaf = fact;
  }
  if (!same) return [leaf];
  return [shared.reduceRight<TruthStep>((below, term) => ({ ...term, children: [below] }), leaf)];
}

function sameTerm(a: TruthStep | undefined, b: TruthStep): boolean {
  if (a?.kind !== 'term' || b.kind !== 'term') return false;
  return a.term.name === b.term.name && a.party?.name === b.party?.name;
}
