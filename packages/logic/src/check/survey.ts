import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { nothingKnown } from '../compile/variables.ts';
import { type Frame, frameAt } from '../decide/frame.ts';
import { Rulings } from '../decide/rulings.ts';
import { Diagrams, DiagramTooLarge } from '../diagram/diagrams.ts';
import { vantages } from './vantages.ts';

/** What the rules come to at one frame of the law; `frame` undefined: were every provision in force. */
export interface Sight {
  readonly frame: Frame | undefined;
  readonly period: number;
  readonly diagrams: Diagrams;
  readonly rulings: Rulings;
}

/** A rulebook seen from everywhere: all frames that decide differently, each worked out when it is first looked at. */
export class Survey {
  readonly compiled: CompiledRulebook;
  /** The bound on nodes that some diagram outgrew; undefined while none has. */
  outgrown: number | undefined;
  readonly #bound: number;
  #diagrams: Diagrams;
  readonly #frames: Frame[] = [];
  readonly #sights = new Map<Frame, Sight | undefined>();
  #timeless: readonly Sight[] | undefined;
  readonly #rest: Iterator<Frame>;

  constructor(compiled: CompiledRulebook, bound: number) {
    this.compiled = compiled;
    this.#bound = bound;
    this.#diagrams = new Diagrams(compiled.variables.sizes, bound);
    this.#rest = distinctFrames(compiled);
  }

  /** Frames that decide differently, those that know everything first. */
  *frames(): Generator<Frame> {
    for (let index = 0; ; index++) {
      let frame = this.#frames[index];
      if (frame === undefined) {
        const next = this.#rest.next();
        if (next.done === true) return;
        frame = next.value;
        this.#frames.push(frame);
      }
      yield frame;
    }
  }

  /** The rulings at every frame whose diagrams are not too large. */
  *sights(): Generator<Sight> {
    for (const frame of this.frames()) {
      if (!this.#sights.has(frame)) this.#sights.set(frame, this.#look(frame, frame.period));
      const sight = this.#sights.get(frame);
      if (sight !== undefined) yield sight;
    }
  }

  /** The rulings were every provision in force, for each period of dated parameters and lists. */
  timeless(): readonly Sight[] {
    this.#timeless ??= Array.from({ length: this.compiled.periods.count }, (_, period) =>
      this.#look(undefined, period),
    ).filter((sight) => sight !== undefined);
    return this.#timeless;
  }

  #look(frame: Frame | undefined, period: number): Sight | undefined {
    // The store may be full of other frames: then once more with a store of its own.
    for (const diagrams of [this.#diagrams, undefined]) {
      try {
        return this.#lookIn(diagrams ?? this.#renew(), frame, period);
      } catch (error) {
        if (!(error instanceof DiagramTooLarge)) throw error;
      }
    }
    this.#renew();
    this.outgrown = this.#bound;
    return undefined;
  }

  #lookIn(diagrams: Diagrams, frame: Frame | undefined, period: number): Sight {
    const known = nothingKnown(this.compiled.variables);
    const rulings = new Rulings(this.compiled, frame, { diagrams, period, known });
    // Made now, so that a diagram too large is noticed here.
    rulings.workOut();
    return { frame, period, diagrams, rulings };
  }

  #renew(): Diagrams {
    this.#diagrams = new Diagrams(this.compiled.variables.sizes, this.#bound);
    return this.#diagrams;
  }
}

function* distinctFrames(compiled: CompiledRulebook): Generator<Frame> {
  const seen = new Set<string>();
  for (const vantage of vantages(compiled.status)) {
    const frame = frameAt(compiled, vantage);
    if (seen.has(frame.signature)) continue;
    seen.add(frame.signature);
    yield frame;
  }
}
