import type { EpochMilliseconds, FactValues, Rulebook } from '@proviso/model';
import { type CompiledRulebook, compileRulebook } from './compile/compiled-rulebook.ts';
import { Decider } from './decide/decider.ts';
import { type Frame, frameAt } from './decide/frame.ts';
import { HotDiagrams } from './decide/hot.ts';
import { readFacts } from './facts.ts';
import { type Question, type ReadQuestion, readQuestion } from './question.ts';
import { ENGINE_VERSION } from './version.ts';

/** How to compile. */
export interface CompileOptions {
  /** Digest of the rulebook's texts, carried into answers. */
  readonly digest?: string;
  /** Most nodes that the shared diagrams may have before they are split by frame and then given up for per-case diagrams. */
  readonly bound?: number;
  /** The present instant, for questions without "as of". */
  readonly now?: () => EpochMilliseconds;
}

/** Size of the diagrams made so far. */
export interface DiagramReport {
  readonly variables: number;
  readonly rules: number;
  /** Nodes in the store that all frames share. */
  readonly nodes: number;
  readonly frames: number;
  readonly bound: number;
}

const DEFAULT_BOUND = 500_000;
/** Frames and deciders kept at most; then the oldest is forgotten. */
const MOST_KEPT = 2_000;

/** A rulebook ready to decide. */
export class Program {
  readonly compiled: CompiledRulebook;
  readonly digest: string;
  readonly #hot: HotDiagrams;
  readonly #bound: number;
  readonly #now: () => EpochMilliseconds;
  readonly #frames = new Map<string, Frame>();
  readonly #deciders = new Map<string, Decider>();

  constructor(compiled: CompiledRulebook, options: CompileOptions) {
    this.compiled = compiled;
    this.digest = options.digest ?? '';
    this.#bound = options.bound ?? DEFAULT_BOUND;
    this.#hot = new HotDiagrams(compiled, this.#bound);
    this.#now = options.now ?? Date.now;
  }

  get rulebook(): Rulebook {
    return this.compiled.rulebook;
  }

  /**
   * A decider for one vantage and some settled readings.
   * @throws InputError for dates, readings and alternatives that do not exist.
   */
  at(question: Question = {}): Decider {
    const read = readQuestion(this.compiled, question, this.#now());
    const key = JSON.stringify([read.vantage, Object.entries(read.readings).sort(), read.day]);
    const kept = this.#deciders.get(key);
    if (kept !== undefined) return kept;
    const made = new Decider(
      {
        compiled: this.compiled,
        digest: this.digest,
        engine: ENGINE_VERSION,
        frameAt: (instant, asked) => this.frame(instant, asked),
        hotAt: (frame, readings) => this.#hot.at(frame, readings),
      },
      read,
    );
    keep(this.#deciders, key, made);
    return made;
  }

  /** Reads facts from parsed JSON. @throws InputError */
  readFacts(raw: unknown): FactValues {
    return readFacts(this.compiled, raw);
  }

  /** The law at an instant, seen from a question's knowledge and readings. */
  frame(asOf: EpochMilliseconds, { vantage, readings }: ReadQuestion): Frame {
    const key = JSON.stringify([asOf, vantage.knownOn, Object.entries(readings).sort()]);
    const kept = this.#frames.get(key);
    if (kept !== undefined) return kept;
    const made = frameAt(this.compiled, { asOf, knownOn: vantage.knownOn }, readings);
    keep(this.#frames, key, made);
    return made;
  }

  /** Size of the diagrams made so far. */
  size(): DiagramReport {
    return {
      variables: this.compiled.variables.all.length,
      rules: this.compiled.rules.length,
      nodes: this.#hot.size,
      frames: this.#hot.frames,
      bound: this.#bound,
    };
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.size >= MOST_KEPT) {
    const oldest = map.keys().next();
    if (!oldest.done) map.delete(oldest.value);
  }
  map.set(key, value);
}

/** Makes a rulebook ready to decide. The rulebook must be free of errors. */
export function compile(rulebook: Rulebook, options: CompileOptions = {}): Program {
  return new Program(compileRulebook(rulebook), options);
}
