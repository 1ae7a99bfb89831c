import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { Translator } from '../compile/translate.ts';
import { nothingKnown } from '../compile/variables.ts';
import { type Diagram, Diagrams, DiagramTooLarge, type StoredNodes, TRUE } from '../diagram/diagrams.ts';
import type { Frame } from './frame.ts';
import { type FullSource, Rulings } from './rulings.ts';

/** So many cases under one law are worked out by themselves before its diagram is made ... */
const CASES_BY_THEMSELVES = 2;
/** ... in rulebooks with at most so many rules: with more, one case of which little is known costs as much as the diagram. */
const FEW_RULES = 60;

/** A verdict as one diagram over all variables: deciding is a walk. */
export interface HotDiagram {
  readonly diagrams: Diagrams;
  readonly verdict: Diagram;
}

/** Full diagrams as data that can be kept. */
export interface StoredDiagrams {
  readonly rules: { readonly nodes: StoredNodes; readonly roots: readonly (readonly [string, Diagram])[] };
  readonly verdicts: { readonly nodes: StoredNodes; readonly roots: readonly (readonly [string, Diagram])[] };
}

/**
 * The diagrams of a rulebook over all its variables, made when first asked for: conditions of rules and assumptions in one
 * store, verdicts (one per law in force) in another. Where a diagram would outgrow the bound the answer is `undefined`, and
 * callers work with diagrams over the unknowns of one case, which are as exact.
 */
export class FullDiagrams implements FullSource {
  readonly #compiled: CompiledRulebook;
  readonly #bound: number;
  readonly #conditions = new Map<string, Diagram | undefined>();
  readonly #verdicts = new Map<string, HotDiagram | undefined>();
  readonly #asked = new Map<string, number>();
  readonly #translators = new Map<number, Translator>();
  /** The store of conditions. */
  readonly rules: Diagrams;
  #store: Diagrams;

  constructor(compiled: CompiledRulebook, bound: number, stored?: StoredDiagrams) {
    this.#compiled = compiled;
    this.#bound = bound;
    const { sizes } = compiled.variables;
    this.rules = new Diagrams(sizes, bound, stored?.rules.nodes);
    this.#store = new Diagrams(sizes, bound, stored?.verdicts.nodes);
    for (const [key, root] of stored?.rules.roots ?? []) this.#conditions.set(key, root);
    for (const [key, verdict] of stored?.verdicts.roots ?? []) {
      this.#verdicts.set(key, { diagrams: this.#store, verdict });
    }
  }

  /** Nodes in both stores. */
  get size(): number {
    return this.#store.size + this.rules.size;
  }

  /** How many different laws have a verdict diagram. */
  get frames(): number {
    return this.#verdicts.size;
  }

  /** Where a rule applies. */
  applies(rule: number, period: number): Diagram | undefined {
    return this.#condition(`rule ${rule} ${period}`, period, (translator) => {
      const when = this.#compiled.rules[rule]?.when;
      return when === undefined ? TRUE : translator.diagram(when);
    });
  }

  /** Where a condition of a restriction is met. */
  condition(rule: number, index: number, period: number): Diagram | undefined {
    return this.#condition(`condition ${rule} ${index} ${period}`, period, (translator) => {
      const that = this.#compiled.rules[rule]?.onlyIf[index]?.that;
      return that === undefined ? TRUE : translator.diagram(that);
    });
  }

  /** Where all assumptions hold. */
  admissible(period: number): Diagram | undefined {
    return this.#condition(`admissible ${period}`, period, (translator) =>
      this.#compiled.assumptions.reduce(
        (all: Diagram, { that }) => this.rules.and(all, translator.diagram(that)),
        TRUE,
      ),
    );
  }

  /**
   * Whether a verdict diagram is at hand or, after some cases, worth making. A single case under a law is worked out
   * quicker by itself.
   */
  isReady(at: Frame): boolean {
    const key = (at.base ?? at).signature;
    if (this.#verdicts.has(key)) return true;
    const asked = (this.#asked.get(key) ?? 0) + 1;
    this.#asked.set(key, asked);
    return asked > CASES_BY_THEMSELVES || this.#compiled.rules.length > FEW_RULES;
  }

  /** The verdict under the law of a frame, over all readings. */
  verdict(at: Frame): HotDiagram | undefined {
    const frame = at.base ?? at;
    const key = frame.signature;
    if (this.#verdicts.has(key)) return this.#verdicts.get(key);
    const hot = this.#tryVerdict(frame) ?? this.#inNewStore(frame);
    this.#verdicts.set(key, hot);
    return hot;
  }

  /** What has been made, as data. */
  stored(): StoredDiagrams {
    const conditions = [...this.#conditions].flatMap(([key, root]) =>
      root === undefined ? [] : [[key, root] as const],
    );
    const verdicts = [...this.#verdicts].flatMap(([key, hot]) =>
      hot === undefined || hot.diagrams !== this.#store ? [] : [[key, hot.verdict] as const],
    );
    return { rules: keep(this.rules, conditions), verdicts: keep(this.#store, verdicts) };
  }

  /** The store may be full of other laws: once more with a store of its own. */
  #inNewStore(frame: Frame): HotDiagram | undefined {
    this.#store = new Diagrams(this.#compiled.variables.sizes, this.#bound);
    const hot = this.#tryVerdict(frame);
    if (hot === undefined) this.#store = new Diagrams(this.#compiled.variables.sizes, this.#bound);
    return hot;
  }

  #tryVerdict(frame: Frame): HotDiagram | undefined {
    const diagrams = this.#store;
    const known = nothingKnown(this.#compiled.variables);
    try {
      return {
        diagrams,
        verdict: new Rulings(this.#compiled, frame, { diagrams, period: frame.period, known }).verdict,
      };
    } catch (error) {
      if (error instanceof DiagramTooLarge) return undefined;
      throw error;
    }
  }

  #condition(key: string, period: number, make: (translator: Translator) => Diagram): Diagram | undefined {
    if (this.#conditions.has(key)) return this.#conditions.get(key);
    let made: Diagram | undefined;
    try {
      made = make(this.#translator(period));
    } catch (error) {
      if (!(error instanceof DiagramTooLarge)) throw error;
    }
    this.#conditions.set(key, made);
    return made;
  }

  #translator(period: number): Translator {
    const kept = this.#translators.get(period);
    if (kept !== undefined) return kept;
    const known = nothingKnown(this.#compiled.variables);
    const made = new Translator({ diagrams: this.rules, period, known });
    this.#translators.set(period, made);
    return made;
  }
}

function keep(
  diagrams: Diagrams,
  named: readonly (readonly [string, Diagram])[],
): { nodes: StoredNodes; roots: readonly (readonly [string, Diagram])[] } {
  const { nodes, roots } = diagrams.store(named.map(([, root]) => root));
  return { nodes, roots: named.map(([key], index) => [key, roots[index] ?? 0] as const) };
}
