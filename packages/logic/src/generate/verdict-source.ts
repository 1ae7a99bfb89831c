import type { FactValues, Verdict } from '@proviso/model';
import { settledReadings } from '../decide/analysis.ts';
import { verdictOf } from '../decide/outcome.ts';
import { type Diagram, type Diagrams, FIRST_NODE } from '../diagram/diagrams.ts';
import { knownValues, regionOrRefuse } from './loader-source.ts';
import type { Segment } from './segments.ts';
import type { GeneratedSource } from './source.ts';

/** Larger diagrams are walked instead: their code would take longer to compile than it saves. */
const MOST_NODES = 4_000;
const SLOW = 'return S(f, d);';

/**
 * Writes diagrams as nested tests for facts that are all known on the way. At the first unknown the code gives up and calls
 * the slow way. A node with several parents becomes a function of its own.
 */
export class VerdictWriter {
  readonly #values: unknown[] = [];
  readonly #functions: string[] = [];
  readonly #stores = new Map<Diagrams, { readonly prefix: string; readonly done: Set<Diagram> }>();

  /** @param slow decides when a fact on the way is not known */
  constructor(slow: (facts: FactValues, asOf: string) => Verdict) {
    this.#values.push(slow);
  }

  /** Statements that return the verdict of a segment. */
  body({ walker, decider }: Segment): string {
    if (walker === undefined) return SLOW;
    const { diagrams } = walker.hot;
    const settled = settledReadings(decider.compiled, decider.question.readings);
    const verdict = diagrams.restrict(walker.hot.verdict, (variable) => settled[variable] ?? -1);
    if (diagrams.count(verdict) > MOST_NODES) return SLOW;
    const store = this.#stores.get(diagrams) ?? { prefix: `n${this.#stores.size}_`, done: new Set() };
    this.#stores.set(diagrams, store);
    const parents = new Map<Diagram, number>([[verdict, 2]]);
    diagrams.visit(verdict, (node) => {
      for (const child of new Set(diagrams.children(node))) parents.set(child, (parents.get(child) ?? 0) + 1);
    });
    const go = (diagram: Diagram): string => {
      if (diagram < FIRST_NODE) return diagram === 0 ? SLOW : `return ${JSON.stringify(verdictOf(diagram))};`;
      if ((parents.get(diagram) ?? 0) < 2) return this.#test({ decider, diagrams }, diagram, go);
      if (!store.done.has(diagram)) {
        store.done.add(diagram);
        this.#functions.push(
          `function ${store.prefix}${diagram}(f, d) { ${this.#test({ decider, diagrams }, diagram, go)} }`,
        );
      }
      return `return ${store.prefix}${diagram}(f, d);`;
    };
    return go(verdict);
  }

  /** The whole source around a function that uses the bodies. */
  source(text: string): GeneratedSource {
    return { text: `const S = $[0];\n${this.#functions.join('\n')}\n${text}`, values: this.#values };
  }

  #test(
    { decider, diagrams }: Pick<Segment, 'decider'> & { readonly diagrams: Diagrams },
    node: Diagram,
    go: (diagram: Diagram) => string,
  ): string {
    const variable = diagrams.level(node);
    const described = decider.compiled.variables.all[variable];
    const fact = described?.kind === 'fact' ? decider.compiled.facts.get(described.name) : undefined;
    const code = described === undefined ? undefined : decider.compiled.variables.facts.get(described.name);
    if (described === undefined || fact === undefined || code?.scalar !== true) return SLOW;
    if (fact.type.kind === 'list' || fact.type.kind === 'set') return SLOW;
    const access = `f[${JSON.stringify(described.name)}]`;
    const children = diagrams.children(node);
    const presumed = decider.encoder.presumed[variable] ?? -1;
    if (fact.type.kind === 'boolean') {
      const branch = (value: boolean) => {
        const region = code.regionOf(value);
        const absent = region === presumed ? ' || v === undefined' : '';
        return `if (v === ${value}${absent}) { ${go(children[region] ?? 0)} }`;
      };
      return `{ const v = ${access}; ${branch(true)} ${branch(false)} ${SLOW} }`;
    }
    const labels = new Map<Diagram, string[]>();
    const label = (child: Diagram, text: string): void => {
      labels.set(child, [...(labels.get(child) ?? []), text]);
    };
    const cases = () => [...labels].map(([child, names]) => `${names.join(' ')} ${go(child)}`).join(' ');
    const known = knownValues(decider, fact.type);
    if (known !== undefined) {
      for (const value of known) label(children[code.regionOf(value)] ?? 0, `case ${JSON.stringify(value)}:`);
      if (presumed >= 0) label(children[presumed] ?? 0, 'case undefined:');
      return `switch (${access}) { ${cases()} default: ${SLOW} }`;
    }
    const regionOf = this.#values.push((value: unknown) => regionOrRefuse(described.name, code.regionOf, value)) - 1;
    for (const [region, child] of children.entries()) label(child, `case ${region}:`);
    const missing = presumed >= 0 ? `if (v === undefined) { ${go(children[presumed] ?? 0)} } ` : '';
    return `{ const v = ${access}; ${missing}if (v == null) ${SLOW} switch ($[${regionOf}](v)) { ${cases()} default: ${SLOW} } }`;
  }
}
