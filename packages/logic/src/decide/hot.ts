import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { type Diagram, Diagrams, DiagramTooLarge } from '../diagram/diagrams.ts';
import { settledReadings } from './analysis.ts';
import type { Frame } from './frame.ts';
import { Rulings } from './rulings.ts';

/**
 * The verdict as one diagram over all facts, for one frame and settled readings: deciding is a walk. Where a fact is unknown
 * the walk goes on in the union of the branches, which is itself a diagram and made once.
 */
export interface HotDiagram {
  readonly diagrams: Diagrams;
  readonly verdict: Diagram;
}

/** Hot diagrams of a rulebook, kept by frame and readings. All share one store of nodes. */
export class HotDiagrams {
  readonly #compiled: CompiledRulebook;
  readonly #bound: number;
  readonly #kept = new Map<string, HotDiagram | undefined>();
  #diagrams: Diagrams;

  constructor(compiled: CompiledRulebook, bound: number) {
    this.#compiled = compiled;
    this.#bound = bound;
    this.#diagrams = new Diagrams(compiled.variables.sizes, bound);
  }

  /** Nodes in the store. */
  get size(): number {
    return this.#diagrams.size;
  }

  /** How many different frames have a diagram. */
  get frames(): number {
    return this.#kept.size;
  }

  /**
   * The diagram for a frame; undefined when it would outgrow the bound, in which case every way of deciding falls back to
   * diagrams over the unknowns of one case, which is as exact.
   */
  at(frame: Frame, readings: Readonly<Record<string, string>>): HotDiagram | undefined {
    const key = `${frame.signature}#${Object.entries(readings).sort().join(';')}`;
    if (this.#kept.has(key)) return this.#kept.get(key);
    let hot: HotDiagram | undefined;
    try {
      hot = this.#make(frame, readings);
    } catch (error) {
      if (!(error instanceof DiagramTooLarge)) throw error;
      // The store may be full of other frames: once more with a store of its own.
      this.#diagrams = new Diagrams(this.#compiled.variables.sizes, this.#bound);
      try {
        hot = this.#make(frame, readings);
      } catch (again) {
        if (!(again instanceof DiagramTooLarge)) throw again;
        this.#diagrams = new Diagrams(this.#compiled.variables.sizes, this.#bound);
      }
    }
    this.#kept.set(key, hot);
    return hot;
  }

  #make(frame: Frame, readings: Readonly<Record<string, string>>): HotDiagram {
    const rulings = new Rulings(this.#compiled, frame, {
      diagrams: this.#diagrams,
      period: frame.period,
      known: settledReadings(this.#compiled, readings),
    });
    return { diagrams: this.#diagrams, verdict: rulings.verdict };
  }
}
