import type { EpochMilliseconds, FactValues, Rulebook } from '@proviso/model';
import { type CompiledRulebook, compileRulebook } from './compile/compiled-rulebook.ts';
import type { VariableTable } from './compile/variables.ts';
import { Decider } from './decide/decider.ts';
import { everythingInForce, type Frame } from './decide/frame.ts';
import { Frames, type StoredFrames } from './decide/frames.ts';
import { FullDiagrams, type StoredDiagrams } from './decide/full-diagrams.ts';
import { readFacts } from './facts.ts';
import { type Question, type ReadQuestion, readQuestion } from './question.ts';
import { ENGINE_VERSION } from './version.ts';

/** How to compile. */
export interface CompileOptions {
  /** Digest of the rulebook's texts, carried into answers. */
  readonly digest?: string;
  /** Most nodes that the shared diagrams may have before they are split by law in force and then given up for per-case diagrams. */
  readonly bound?: number;
  /** The present instant, for questions without "as of". */
  readonly now?: () => EpochMilliseconds;
  /** What was worked out before from the same rulebook; ignored when another version of the engine made it. */
  readonly stored?: StoredProgram;
}

/** What a program has worked out, as plain data: it makes the next start quick. Only for the same rulebook. */
export interface StoredProgram {
  readonly engine: string;
  readonly variables: VariableTable;
  readonly frames: StoredFrames;
  readonly diagrams: StoredDiagrams;
}

/** Size of the diagrams made so far. */
export interface DiagramReport {
  readonly variables: number;
  readonly rules: number;
  /** Nodes in the shared stores. */
  readonly nodes: number;
  /** Different laws in force that have a diagram. */
  readonly frames: number;
  readonly bound: number;
}

const DEFAULT_BOUND = 500_000;
/** Deciders kept at most; then the oldest is forgotten. */
const MOST_KEPT = 200;

/** A rulebook ready to decide. */
export class Program {
  readonly compiled: CompiledRulebook;
  readonly digest: string;
  readonly #full: FullDiagrams;
  readonly #frames: Frames;
  readonly #bound: number;
  readonly #now: () => EpochMilliseconds;
  readonly #deciders = new Map<string, Decider>();

  constructor(rulebook: Rulebook, options: CompileOptions) {
    const stored = options.stored?.engine === ENGINE_VERSION ? options.stored : undefined;
    this.compiled = compileRulebook(rulebook, stored?.variables);
    this.digest = options.digest ?? '';
    this.#bound = options.bound ?? DEFAULT_BOUND;
    this.#full = new FullDiagrams(this.compiled, this.#bound, stored?.diagrams);
    this.#frames = new Frames(this.compiled, stored?.frames);
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
        full: this.#full,
        frameAt: (instant, asked) => this.frame(instant, asked),
        boundaries: ({ vantage }) => this.#frames.boundaries(vantage.knownOn),
      },
      read,
    );
    if (this.#deciders.size >= MOST_KEPT) {
      const oldest = this.#deciders.keys().next();
      if (!oldest.done) this.#deciders.delete(oldest.value);
    }
    this.#deciders.set(key, made);
    return made;
  }

  /** Reads facts from parsed JSON. @throws InputError */
  readFacts(raw: unknown): FactValues {
    return readFacts(this.compiled, raw);
  }

  /** The law at an instant, seen from a question's knowledge and readings. */
  frame(asOf: EpochMilliseconds, { vantage, readings }: ReadQuestion): Frame {
    return this.#frames.at({ asOf, knownOn: vantage.knownOn }, readings);
  }

  /** Works out the law at every pair of dates and its diagrams, so that {@link stored} holds all of it. */
  prepare(): this {
    this.#frames.fill();
    for (const frame of this.#frames.all()) {
      this.#full.verdict(frame);
      this.#full.verdict(everythingInForce(frame));
      this.#full.admissible(frame.period);
      for (const { index, rule } of this.compiled.rules) {
        this.#full.applies(index, frame.period);
        const conditions = rule.kind === 'restriction' ? rule.onlyIf.length : 0;
        for (let at = 0; at < conditions; at++) this.#full.condition(index, at, frame.period);
      }
    }
    return this;
  }

  /** At how many pairs of dates the law has been worked out, before and now. */
  get workedOut(): number {
    return this.#frames.count;
  }

  /** What has been worked out so far, as plain data for {@link CompileOptions.stored}. */
  stored(): StoredProgram {
    const { all, regions } = this.compiled.variables;
    return {
      engine: ENGINE_VERSION,
      variables: {
        all,
        regions: regions.map(({ path, variables, lookup, caps }) => ({
          path,
          variables,
          lookup,
          ...(caps === undefined ? {} : { caps }),
        })),
      },
      frames: this.#frames.stored(),
      diagrams: this.#full.stored(),
    };
  }

  /** Size of the diagrams made so far. */
  size(): DiagramReport {
    return {
      variables: this.compiled.variables.all.length,
      rules: this.compiled.rules.length,
      nodes: this.#full.size,
      frames: this.#full.frames,
      bound: this.#bound,
    };
  }
}

/** Makes a rulebook ready to decide. The rulebook must be free of errors. */
export function compile(rulebook: Rulebook, options: CompileOptions = {}): Program {
  return new Program(rulebook, options);
}
