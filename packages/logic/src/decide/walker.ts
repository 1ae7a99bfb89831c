import { type Diagram, DiagramTooLarge, FIRST_NODE } from '../diagram/diagrams.ts';
import { ABSENT, type Codes, type Encoder, FIRST_REGION, UNKNOWN } from './encoder.ts';
import type { HotDiagram } from './full-diagrams.ts';
import type { VerdictMask } from './outcome.ts';

const NOT_MADE = -1;

/** A node laid out for walking: the next diagram by code. */
interface Step {
  readonly variable: number;
  readonly next: Diagram[];
}

/** Walks a verdict diagram by codes. Branches for unknown facts are made when first taken. */
export class Walker {
  readonly hot: HotDiagram;
  readonly #presumed: Int32Array;
  readonly #steps: (Step | undefined)[] = [];

  constructor(hot: HotDiagram, encoder: Encoder) {
    this.hot = hot;
    this.#presumed = encoder.presumed;
  }

  /** The verdicts still possible; undefined when a branch for an unknown fact would outgrow the bound on diagrams. */
  walk(codes: Codes): VerdictMask | undefined {
    try {
      return this.#walk(codes);
    } catch (error) {
      if (error instanceof DiagramTooLarge) return undefined;
      throw error;
    }
  }

  #walk(codes: Codes): VerdictMask {
    let at = this.hot.verdict;
    while (at >= FIRST_NODE) {
      const step = this.#steps[at - FIRST_NODE] ?? this.#lay(at);
      const code = codes[step.variable] ?? UNKNOWN;
      const next = step.next[code] ?? NOT_MADE;
      at = next === NOT_MADE ? this.#make(at, step, code) : next;
    }
    return at;
  }

  #lay(at: Diagram): Step {
    const { diagrams } = this.hot;
    const step = { variable: diagrams.level(at), next: [NOT_MADE, NOT_MADE, ...diagrams.children(at)] };
    this.#steps[at - FIRST_NODE] = step;
    return step;
  }

  #make(at: Diagram, step: Step, code: number): Diagram {
    const { diagrams } = this.hot;
    const presumed = code === ABSENT ? (this.#presumed[step.variable] ?? -1) : -1;
    const next = presumed >= 0 ? (step.next[presumed + FIRST_REGION] ?? 0) : diagrams.unknown(at);
    step.next[code] = next;
    return next;
  }
}
