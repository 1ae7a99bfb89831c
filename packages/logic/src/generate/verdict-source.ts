import type { Decider } from '../decide/decider.ts';
import { verdictOf } from '../decide/outcome.ts';
import type { Walker } from '../decide/walker.ts';
import { type Diagram, FIRST_NODE } from '../diagram/diagrams.ts';
import { knownValues, regionOrRefuse } from './loader-source.ts';
import type { GeneratedSource } from './source.ts';

/** Larger diagrams are walked instead: their code would take longer to compile than it saves. */
const MOST_NODES = 4_000;

/**
 * Source of `verdict(facts)`: the diagram as nested tests, for facts that are all known on the way. At the first unknown it
 * calls the last of `$` (to be appended by the caller). Undefined when the diagram is too large for code.
 */
export function verdictSource(decider: Decider, walker: Walker): GeneratedSource | undefined {
  const { diagrams, verdict } = walker.hot;
  if (diagrams.count(verdict) > MOST_NODES) return undefined;
  const values: unknown[] = [];
  const parents = new Map<Diagram, number>();
  diagrams.visit(verdict, (node) => {
    for (const child of new Set(diagrams.children(node))) parents.set(child, (parents.get(child) ?? 0) + 1);
  });
  const functions: string[] = [];
  const done = new Set<Diagram>();
  const slow = 'S(f)';
  const go = (diagram: Diagram): string => {
    if (diagram < FIRST_NODE)
      return diagram === 0 ? `return ${slow};` : `return ${JSON.stringify(verdictOf(diagram))};`;
    if ((parents.get(diagram) ?? 0) < 2) return test(diagram);
    if (!done.has(diagram)) {
      done.add(diagram);
      functions.push(`function n${diagram}(f) { ${test(diagram)} }`);
    }
    return `return n${diagram}(f);`;
  };
  const test = (node: Diagram): string => {
    const variable = diagrams.level(node);
    const described = decider.compiled.variables.all[variable];
    const fact = described?.kind === 'fact' ? decider.compiled.elaboration.facts.get(described.name) : undefined;
    const code = described === undefined ? undefined : decider.compiled.variables.facts.get(described.name);
    if (described === undefined || fact === undefined || code?.scalar !== true) return `return ${slow};`;
    if (fact.type.kind === 'list' || fact.type.kind === 'set') return `return ${slow};`;
    const access = `f[${JSON.stringify(described.name)}]`;
    const children = diagrams.children(node);
    const presumed = decider.encoder.presumed[variable] ?? -1;
    const absent = (region: number) => (region === presumed ? ` || v === undefined` : '');
    if (fact.type.kind === 'boolean') {
      const branch = (value: boolean) => {
        const region = code.regionOf(value);
        return `if (v === ${value}${absent(region)}) { ${go(children[region] ?? 0)} }`;
      };
      return `{ const v = ${access}; ${branch(true)} ${branch(false)} return ${slow}; }`;
    }
    const known = knownValues(decider, fact.type);
    const labels = new Map<Diagram, string[]>();
    const label = (child: Diagram, text: string): void => {
      labels.set(child, [...(labels.get(child) ?? []), text]);
    };
    if (known !== undefined) {
      for (const value of known) label(children[code.regionOf(value)] ?? 0, `case ${JSON.stringify(value)}:`);
      if (presumed >= 0) label(children[presumed] ?? 0, 'case undefined:');
      return `switch (${access}) { ${[...labels].map(([child, cases]) => `${cases.join(' ')} ${go(child)}`).join(' ')} default: return ${slow}; }`;
    }
    const regionOf = values.push((value: unknown) => regionOrRefuse(described.name, code.regionOf, value)) - 1;
    for (const [region, child] of children.entries()) label(child, `case ${region}:`);
    const missing = presumed >= 0 ? `if (v === undefined) { ${go(children[presumed] ?? 0)} } ` : '';
    return (
      `{ const v = ${access}; ${missing}if (v == null) return ${slow}; switch ($[${regionOf}](v)) { ` +
      `${[...labels].map(([child, cases]) => `${cases.join(' ')} ${go(child)}`).join(' ')} default: return ${slow}; } }`
    );
  };
  const body = go(verdict);
  return { text: `const S = $[$.length - 1];\n${functions.join('\n')}\nfunction verdict(f) { ${body} }`, values };
}
