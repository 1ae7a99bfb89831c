import { formatInstant, type Said, type Value } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { nothingKnown, setFacts, type UnknownKind } from '../compile/variables.ts';
import { presumptions } from '../decide/analysis.ts';
import { type Diagram, type Diagrams, FALSE, FIRST_NODE, TRUE } from '../diagram/diagrams.ts';
import { elementsOf } from './elements.ts';
import type { Witness } from './finding.ts';
import type { Sight } from './survey.ts';

/** Values by variable. */
type Cube = ReadonlyMap<number, number>;

/**
 * A transaction on which a condition holds, whatever else is true of it, and of whose facts none can be left out.
 * @param condition holds of some admissible transaction at the sight
 */
export function witnessOf(
  compiled: CompiledRulebook,
  { diagrams, frame, rulings }: Sight,
  condition: Diagram,
): Witness {
  const full = shortestWay(diagrams, diagrams.and(condition, rulings.admissible));
  const certain = diagrams.or(condition, diagrams.not(rulings.admissible));
  const names = new Map<string, readonly number[]>();
  for (const variable of full.keys()) {
    const described = compiled.variables.all[variable];
    if (described === undefined) continue;
    // A list is given as a whole, with no elements of the classes that do not matter.
    const of = described.kind === 'fact' ? compiled.variables.facts.get(described.name)?.variables : undefined;
    names.set(`${described.kind} ${described.name}`, of ?? [variable]);
  }
  const presumption = nothingKnown(compiled.variables);
  setFacts(compiled.variables, Object.fromEntries(presumptions(compiled)), presumption);
  let kept = [...names.values()];
  const holds = (groups: typeof kept): boolean => {
    const cube = new Map(groups.flat().map((variable) => [variable, full.get(variable) ?? 0]));
    if (diagrams.restrict(certain, (variable) => cube.get(variable) ?? -1) !== TRUE) return false;
    // What is left out must not be presumed to be something that contradicts the rest.
    const presumed = (variable: number) => cube.get(variable) ?? presumption[variable] ?? -1;
    return diagrams.restrict(rulings.admissible, presumed) !== FALSE;
  };
  for (const group of kept.toReversed()) {
    const without = kept.filter((other) => other !== group);
    if (holds(without)) kept = without;
  }
  return describe(compiled, frame?.vantage ?? { asOf: 0, knownOn: null }, kept, full);
}

/** The way to true that tests fewest variables. */
function shortestWay(diagrams: Diagrams, diagram: Diagram): Cube {
  const memo = new Map<Diagram, { readonly length: number; readonly value: number }>();
  const best = (at: Diagram): { readonly length: number; readonly value: number } => {
    if (at < FIRST_NODE) return { length: at === FALSE ? Number.POSITIVE_INFINITY : 0, value: 0 };
    const known = memo.get(at);
    if (known !== undefined) return known;
    let found = { length: Number.POSITIVE_INFINITY, value: 0 };
    diagrams.children(at).forEach((child, value) => {
      const length = 1 + best(child).length;
      if (length < found.length) found = { length, value };
    });
    memo.set(at, found);
    return found;
  };
  const cube = new Map<number, number>();
  for (let at = diagram; at >= FIRST_NODE; ) {
    const { value } = best(at);
    cube.set(diagrams.level(at), value);
    at = diagrams.child(at, value);
  }
  return cube;
}

function describe(
  compiled: CompiledRulebook,
  { asOf, knownOn }: { readonly asOf: number; readonly knownOn: number | null },
  groups: readonly (readonly number[])[],
  cube: Cube,
): Witness {
  const { zone } = compiled.rulebook;
  const of = (kind: UnknownKind) =>
    groups.flatMap((variables) => {
      const described = compiled.variables.all[variables[0] ?? -1];
      return described?.kind === kind ? [{ variables, described, value: cube.get(variables[0] ?? -1) ?? 0 }] : [];
    });
  const facts = of('fact').map(({ variables, described, value }): readonly [string, Value] => {
    const code = compiled.variables.facts.get(described.name);
    if (code === undefined || code.scalar) return [described.name, described.samples[value] ?? false];
    return [
      described.name,
      elementsOf(
        compiled,
        code,
        variables.map((variable) => cube.get(variable) ?? 0),
      ),
    ];
  });
  return {
    asOf: formatInstant(zone, asOf),
    knownOn: knownOn === null ? null : formatInstant(zone, knownOn),
    facts: Object.fromEntries(facts),
    readings: Object.fromEntries(
      of('reading').map(({ described, value }) => [described.name, String(described.samples[value])]),
    ),
    events: Object.fromEntries(of('status').map(({ described, value }) => [described.name, value === 1])),
    opens: Object.fromEntries(of('open').map(({ described, value }) => [described.name, value === 1])),
  };
}

/** A transaction in words: in English as facts are written in an example. */
export function showWitness({ asOf, knownOn, facts, readings, events, opens }: Witness): Said {
  const parts: readonly Said[] = [
    ...Object.entries(facts).map(([path, value]) => showFact(path, value)),
    ...Object.entries(readings).map(([name, alternative]) => ({
      en: `reading ${name} is ${alternative}`,
      zh: `解释问题 ${name} 取 ${alternative}`,
    })),
    ...Object.entries({ ...events, ...opens }).map(([name, holds]) => ({
      en: `${name} ${holds ? 'yes' : 'no'}`,
      zh: yesOrNo(name, holds),
    })),
  ];
  const what =
    parts.length === 0
      ? { en: 'any transaction', zh: '任何交易' }
      : { en: parts.map(({ en }) => en).join(', '), zh: parts.map(({ zh }) => zh).join('、') };
  return {
    en: `${what.en}, as of ${asOf}${knownOn === null ? '' : ` known on ${knownOn}`}`,
    zh: `${what.zh}，以 ${asOf} 为准${knownOn === null ? '' : `，依据截至 ${knownOn} 的已知情况`}`,
  };
}

function showFact(path: string, value: Value | null): Said {
  if (typeof value === 'boolean') return { en: value ? path : `not ${path}`, zh: yesOrNo(path, value) };
  return Array.isArray(value)
    ? { en: `${path} is (${value.join(', ')})`, zh: `${path} 为（${value.join('、')}）` }
    : { en: `${path} is ${String(value)}`, zh: `${path} 为 ${String(value)}` };
}

function yesOrNo(name: string, holds: boolean): string {
  return `${name} 为“${holds ? '是' : '否'}”`;
}
