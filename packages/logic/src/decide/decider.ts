import type { EpochMilliseconds, Expression, FactValues, MayProceed, SettledVerdict, Verdict } from '@proviso/model';
import type { Answer } from '../answer.ts';
import { type NextQuestion, nextQuestion } from '../ask/next-question.ts';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { Diagrams, DiagramTooLarge } from '../diagram/diagrams.ts';
import { InputError } from '../errors.ts';
import type { ReadQuestion } from '../question.ts';
import { Analysis } from './analysis.ts';
import { type AnswerMemo, answerMemo } from './answer-memo.ts';
import { becauseOf } from './because.ts';
import { byReadingOf } from './by-reading.ts';
import { dutiesOf } from './duties.ts';
import { type Codes, Encoder, FIRST_REGION } from './encoder.ts';
import { isEnforced } from './enforcement.ts';
import { everythingInForce, type Frame } from './frame.ts';
import type { FullDiagrams } from './full-diagrams.ts';
import { heldBackOf } from './held-back.ts';
import { needsOf } from './needs.ts';
import { mayProceedOf, type VerdictMask, verdictOf, verdictsIn } from './outcome.ts';
import { showInstant } from './status-summary.ts';
import { dayParts, type MomentAnswer, validityOf } from './validity.ts';
import { Walker } from './walker.ts';
import { changeableFacts, wouldChangeByCases, wouldChangeOf } from './would-change.ts';

/** Nodes kept from case to case. */
const MOST_SCRATCH = 30_000;

/** What a decider needs of the program that made it. */
export interface DeciderContext {
  readonly compiled: CompiledRulebook;
  readonly digest: string;
  readonly engine: string;
  frameAt(instant: EpochMilliseconds, question: ReadQuestion): Frame;
  readonly full: FullDiagrams;
  boundaries(question: ReadQuestion): readonly EpochMilliseconds[];
}

/** What is possible on some facts, without reasons. */
export interface Possible {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
  readonly possible: readonly SettledVerdict[];
}

/** Three-valued truth of a condition over all admissible completions. */
export type Truth = 'true' | 'false' | 'unknown';

/** Decides transactions at one vantage, with some readings settled. Facts must have been read by `Program.readFacts`. */
export class Decider {
  readonly compiled: CompiledRulebook;
  readonly question: ReadQuestion;
  readonly frame: Frame;
  readonly #context: DeciderContext;
  readonly encoder: Encoder;
  readonly #memo: AnswerMemo;
  readonly #codes: Codes;
  readonly #walkers = new Map<string, Walker | undefined>();
  readonly #frames = new Map<EpochMilliseconds, Frame>();
  #boundaries: readonly EpochMilliseconds[] | undefined;
  readonly #pursuitVaries: boolean;
  #scratch: Diagrams;

  constructor(context: DeciderContext, question: ReadQuestion) {
    this.#context = context;
    this.compiled = context.compiled;
    this.question = question;
    this.frame = context.frameAt(question.vantage.asOf, question);
    this.encoder = new Encoder(context.compiled, question.readings);
    this.#scratch = new Diagrams(context.compiled.variables.sizes);
    this.#pursuitVaries = context.compiled.rulebook.events.some((event) => event.kind === 'not_enforced');
    this.#codes = this.encoder.blank();
    const { all, sizes } = context.compiled.variables;
    const varying = all.flatMap((variable, index) => (variable.kind === 'fact' ? [index] : []));
    this.#memo = answerMemo(
      varying,
      varying.map((index) => (sizes[index] ?? 0) + FIRST_REGION),
    );
  }

  /**
   * The whole answer. It depends on the facts only through the regions they fall in, so equal cases share one (frozen) answer.
   * @throws InputError when the facts contradict the rulebook's assumptions or an asserted term.
   */
  decide(facts: FactValues): Answer {
    if (this.encoder.isSpecial(facts)) return this.#answer(facts);
    this.encoder.encode(facts, this.#codes);
    return this.decideCodes(this.#codes, facts);
  }

  /** The whole answer for facts already encoded (see {@link Encoder}); for generated code. */
  decideCodes(codes: Codes, facts: FactValues): Answer {
    return this.#memo.get(codes, () => this.#answer(facts));
  }

  /** The verdict alone. */
  verdict(facts: FactValues): Verdict {
    return verdictOf(this.admissible(this.#mask(facts, this.frame), facts));
  }

  /** Verdict, plain answer and the verdicts still possible. */
  possible(facts: FactValues): Possible {
    const mask = this.admissible(this.#mask(facts, this.frame), facts);
    return { verdict: verdictOf(mask), mayProceed: mayProceedOf(mask), possible: verdictsIn(mask) };
  }

  /** The next question to ask; null when nothing asked can change the outcome. */
  ask(facts: FactValues): NextQuestion | null {
    return nextQuestion(this.analyse(facts), facts);
  }

  /** Whether a condition of the rulebook's language holds on the facts. */
  truth(expression: Expression, facts: FactValues): Truth {
    const analysis = this.analyse(facts);
    const diagram = analysis.rulings.translator.diagram(this.compiled.elaboration.condition(expression));
    return analysis.must(diagram) ? 'true' : analysis.can(diagram) ? 'unknown' : 'false';
  }

  /** The rulings on the facts, for explanations. */
  analyse(facts: FactValues): Analysis {
    return this.#analysis(this.frame, facts);
  }

  #analysis(frame: Frame, facts: FactValues): Analysis {
    // What one case worked out serves the next, until it is too much to keep.
    if (this.#scratch.size > MOST_SCRATCH) this.#scratch = new Diagrams(this.compiled.variables.sizes);
    return new Analysis(this.compiled, frame, this.question.readings, facts, this.#scratch, this.#context.full);
  }

  /** The possible verdicts, worked out for one case alone; 0 when no completion is admissible. */
  #maskByCase(frame: Frame, facts: FactValues): VerdictMask {
    try {
      const analysis = this.#analysis(frame, facts);
      return analysis.diagrams.reach(analysis.rulings.verdict);
    } catch (error) {
      if (error instanceof InputError && error.code === 'contradiction') return 0;
      throw error;
    }
  }

  /** The possible verdicts at a frame; 0 when no completion is admissible there. */
  #mask(facts: FactValues, frame: Frame): VerdictMask {
    this.encoder.encode(facts, this.#codes);
    return this.#maskOf(facts, this.#codes, frame);
  }

  #maskOf(facts: FactValues, codes: Codes, frame: Frame): VerdictMask {
    const walker = this.#hasAssertions(facts) || !this.#context.full.isReady(frame) ? undefined : this.walkerAt(frame);
    return walker?.walk(codes) ?? this.#maskByCase(frame, facts);
  }

  /** The walker of a frame; undefined when its diagram would be too large. */
  walkerAt(frame: Frame): Walker | undefined {
    if (this.#walkers.has(frame.signature)) return this.#walkers.get(frame.signature);
    const hot = this.#context.full.verdict(frame);
    const walker = hot === undefined ? undefined : new Walker(hot, this.encoder);
    this.#walkers.set(frame.signature, walker);
    return walker;
  }

  /** The mask, unless it is empty. @throws InputError when no completion of the facts is admissible. */
  admissible(mask: VerdictMask, facts: FactValues): VerdictMask {
    if (mask !== 0) return mask;
    this.analyse(facts);
    throw new InputError(
      'contradiction',
      'facts',
      { en: 'the facts cannot be true together', zh: '所给事实不可能同时为真' },
      { en: 'correct the facts', zh: '请更正事实' },
    );
  }

  #hasAssertions(facts: FactValues): boolean {
    for (const term of this.compiled.assertableNames) if (typeof facts[term] === 'boolean') return true;
    return false;
  }

  #answer(facts: FactValues): Answer {
    const { compiled, question, frame } = this;
    // What would change the verdict needs the whole diagram anyway.
    if (!this.#hasAssertions(facts)) this.#context.full.verdict(frame);
    const analysis = this.analyse(facts);
    const mask = analysis.diagrams.reach(analysis.rulings.verdict);
    const verdict = verdictOf(mask);
    const needs = needsOf(analysis);
    const heldBack = heldBackOf(analysis, mask);
    const presumed = {
      ...analysis.presumptionsBehind(frame),
      ...(heldBack === null ? {} : analysis.presumptionsBehind(everythingInForce(frame))),
    };
    const byReading = byReadingOf(analysis, needs);
    const duties = dutiesOf(analysis, facts);
    this.#boundaries ??= this.#context.boundaries(question);
    const boundaries = this.#boundaries;
    const codes = this.encoder.blank();
    this.encoder.encode(facts, codes);
    const answerAt = (instant: EpochMilliseconds) => this.#momentAnswer({ facts, codes, mask }, instant);
    const validity = validityOf(question.vantage.asOf, boundaries, answerAt);
    const show = (instant: EpochMilliseconds) => showInstant(compiled, instant);
    const withinDay = question.day === undefined ? undefined : dayParts(question.day, boundaries, answerAt, show);
    return {
      verdict,
      mayProceed: mayProceedOf(mask),
      possible: verdictsIn(mask),
      enforced: isEnforced(analysis),
      needs,
      ...(byReading === undefined ? {} : { byReading }),
      presumed,
      heldBack,
      because: becauseOf(analysis),
      wouldChange: this.#wouldChange(analysis, facts, verdict),
      ...(duties === undefined ? {} : { duties }),
      ...(withinDay === undefined ? {} : { withinDay }),
      asOf: show(question.vantage.asOf),
      knownOn: question.vantage.knownOn === null ? null : show(question.vantage.knownOn),
      readings: question.readings,
      validFrom: validity.from === null ? null : show(validity.from),
      validUntil: validity.until === null ? null : show(validity.until),
      rulebook: { id: compiled.rulebook.id, digest: this.#context.digest },
      engine: this.#context.engine,
    };
  }

  #wouldChange(analysis: Analysis, facts: FactValues, verdict: Verdict): Answer['wouldChange'] {
    const { compiled, frame } = this;
    const changeable = changeableFacts(compiled, facts, analysis.standIns.keys());
    if (changeable.size === 0) return [];
    const hot = this.#hasAssertions(facts) ? undefined : this.#context.full.verdict(frame);
    if (hot !== undefined) {
      try {
        return wouldChangeOf(compiled, hot.diagrams, hot.verdict, analysis.known, changeable, verdict);
      } catch (error) {
        if (!(error instanceof DiagramTooLarge)) throw error;
      }
    }
    return wouldChangeByCases(compiled, analysis.known, facts, changeable, verdict, (changed) =>
      this.#maskByCase(frame, changed),
    );
  }

  #frameAt(instant: EpochMilliseconds): Frame {
    const kept = this.#frames.get(instant);
    if (kept !== undefined) return kept;
    const made = this.#context.frameAt(instant, this.question);
    this.#frames.set(instant, made);
    return made;
  }

  #momentAnswer(
    { facts, codes, mask }: { readonly facts: FactValues; readonly codes: Codes; readonly mask: VerdictMask },
    instant: EpochMilliseconds,
  ): MomentAnswer {
    const frame = this.#frameAt(instant);
    const possible = frame.signature === this.frame.signature ? mask : this.#maskOf(facts, codes, frame);
    // Where the facts contradict an assumption of that time, nothing is possible and nothing is pursued or not.
    const pursued = possible !== 0 && this.#pursuitVaries ? isEnforced(this.#analysis(frame, facts)) : true;
    return { mask: possible, enforced: pursued };
  }
}
