import type { TabulatedOutcome, Tabulation } from '@proviso/logic/tabulate';
import { type Rulebook, VERDICTS } from '@proviso/model';
import type {
  ChangedProvision,
  ComparedSide,
  ComparedStatus,
  Comparison,
  DescribedStatus,
  Transition,
} from './comparison-contract.ts';
import type { AmountColumn } from './contract.ts';
import { ExactTotal } from './exact-total.ts';
import { Glossary } from './glossary.ts';
import type { SummaryQuestion } from './input.ts';
import { compareNames, KeyedTotals } from './keyed-totals.ts';
import { type LabelIds, outcomeOf, provisionsOf, reachOf } from './read-labels.ts';

/** One side of a comparison. */
export interface ComparisonSideInput {
  readonly rulebook: Rulebook;
  readonly tabulation: Tabulation;
  readonly question: SummaryQuestion;
  /**
   * The status of a provision on this side. null: the rulebook has no such provision. Absent where each row has its own
   * date, so that there is no one status; then no provision is named as a reason.
   */
  readonly statusOf?: (provision: string) => ComparedStatus | null;
}

/** Rows that share their labels on both sides. */
export interface CountedPair {
  readonly before: LabelIds;
  readonly after: LabelIds;
  readonly rows: number;
  readonly amount?: string;
}

/** What a comparison is made from. */
export interface ComparisonInput {
  readonly source: string;
  readonly amountColumn: AmountColumn | null;
  readonly before: ComparisonSideInput;
  readonly after: ComparisonSideInput;
  /** Every row of the table in exactly one pair. */
  readonly pairs: readonly CountedPair[];
}

type Outcome = Exclude<TabulatedOutcome, null>;
type OutcomePair = Pick<Transition, 'before' | 'after'>;

/**
 * Which rows get another answer on another date, under another reading or by another version, and why.
 * @throws Error when the pairs do not fit the tabulations: an internal fault.
 */
export function compareSummary(input: ComparisonInput): Comparison {
  return new Comparing(input).result();
}

class Comparing {
  readonly #input: ComparisonInput;
  readonly #glossaries: { readonly before: Glossary; readonly after: Glossary };
  readonly #causes = new Map<string, Pick<ChangedProvision, 'before' | 'after'> | null>();
  readonly #changed: ExactTotal;
  readonly #otherGrounds: ExactTotal;
  readonly #unchanged: ExactTotal;
  readonly #notCompared: ExactTotal;
  readonly #otherwise: ExactTotal;
  readonly #transitions: KeyedTotals<OutcomePair>;
  readonly #provisions: KeyedTotals<string>;
  readonly #reasons: KeyedTotals<{ readonly pair: OutcomePair; readonly provision: string }>;

  constructor(input: ComparisonInput) {
    this.#input = input;
    this.#glossaries = { before: new Glossary(input.before.rulebook), after: new Glossary(input.after.rulebook) };
    const hasAmount = input.amountColumn !== null;
    this.#changed = new ExactTotal(hasAmount);
    this.#otherGrounds = new ExactTotal(hasAmount);
    this.#unchanged = new ExactTotal(hasAmount);
    this.#notCompared = new ExactTotal(hasAmount);
    this.#otherwise = new ExactTotal(hasAmount);
    this.#transitions = new KeyedTotals(hasAmount);
    this.#provisions = new KeyedTotals(hasAmount);
    this.#reasons = new KeyedTotals(hasAmount);
  }

  result(): Comparison {
    const { source, amountColumn, before, after, pairs } = this.#input;
    for (const pair of pairs) this.#add(pair);
    const parts = [this.#changed, this.#otherGrounds, this.#unchanged, this.#notCompared];
    const all = new ExactTotal(amountColumn !== null);
    for (const part of parts) all.addTotal(part);
    if (!all.equals(ExactTotal.of(pairs, amountColumn !== null))) throw new Error('the comparison does not add up');
    return {
      source,
      amountColumn,
      before: this.#side(before, this.#glossaries.before),
      after: this.#side(after, this.#glossaries.after),
      rows: all.tally().rows,
      changed: this.#changed.tally(),
      otherGrounds: this.#otherGrounds.tally(),
      unchanged: this.#unchanged.tally(),
      notCompared: this.#notCompared.tally(),
      transitions: this.#transitionList(),
      provisions: this.#provisionList(),
      otherwise: this.#otherwise.tally(),
    };
  }

  #side({ tabulation, question }: ComparisonSideInput, glossary: Glossary): ComparedSide {
    return { rulebook: glossary.judgedBy(tabulation.rulebook.digest), ...glossary.vantage(question) };
  }

  #add(counted: CountedPair): void {
    const { before, after } = this.#input;
    const was = outcomeOf(before.tabulation, counted.before);
    const is = outcomeOf(after.tabulation, counted.after);
    if (was === 'bad' || was === null || is === 'bad' || is === null) {
      this.#notCompared.add(counted);
      return;
    }
    const restedOn = provisionsOf(before.tabulation, counted.before);
    const restsOn = provisionsOf(after.tabulation, counted.after);
    if (was.verdict === is.verdict && was.mayProceed === is.mayProceed) {
      const same = groundsOf(was, restedOn) === groundsOf(is, restsOn);
      (same ? this.#unchanged : this.#otherGrounds).add(counted);
      return;
    }
    this.#changed.add(counted);
    const pair: OutcomePair = {
      before: { verdict: was.verdict, mayProceed: was.mayProceed },
      after: { verdict: is.verdict, mayProceed: is.mayProceed },
    };
    this.#transitions.add(pair, counted);
    const changedOf = (provisions: readonly string[]) =>
      [...new Set(provisions)].filter((provision) => this.#cause(provision) !== null);
    const direct = changedOf([...restedOn, ...restsOn, ...heldBackBy(was), ...heldBackBy(is)]);
    // Where none of these changed, it is one behind them: a prohibition that was lifted, an exception to an exception.
    const causes =
      direct.length > 0
        ? direct
        : changedOf([...reachOf(before.tabulation, counted.before), ...reachOf(after.tabulation, counted.after)]);
    for (const provision of causes) {
      this.#provisions.add(provision, counted);
      this.#reasons.add({ pair, provision }, counted);
    }
    if (causes.length === 0) this.#otherwise.add(counted);
  }

  /** The status of a provision on both sides; null when it is the same. */
  #cause(provision: string): Pick<ChangedProvision, 'before' | 'after'> | null {
    const known = this.#causes.get(provision);
    if (known !== undefined) return known;
    const { before, after } = this.#input;
    const was = before.statusOf?.(provision) ?? null;
    const is = after.statusOf?.(provision) ?? null;
    const oneSided = before.statusOf === undefined || after.statusOf === undefined;
    const cause =
      oneSided || was?.status === is?.status
        ? null
        : { before: describe(was, this.#glossaries.before), after: describe(is, this.#glossaries.after) };
    this.#causes.set(provision, cause);
    return cause;
  }

  #transitionList(): readonly Transition[] {
    const reasons = this.#reasons.byRows(({ provision }) => provision);
    const rank = ({ before, after }: OutcomePair) =>
      `${VERDICTS.indexOf(before.verdict)} ${VERDICTS.indexOf(after.verdict)} ${before.mayProceed} ${after.mayProceed}`;
    return this.#transitions.byRows(rank).map(({ key, total }) => ({
      ...key,
      ...total.tally(),
      because: reasons
        .filter((reason) => JSON.stringify(reason.key.pair) === JSON.stringify(key))
        .map((reason) => reason.key.provision),
    }));
  }

  #provisionList(): readonly ChangedProvision[] {
    const { before, after } = this.#glossaries;
    return this.#provisions
      .byRows((provision) => provision)
      .map(({ key: provision, total }) => ({
        ...(after.hasLaw(provision) ? after : before).cited(provision),
        ...(this.#cause(provision) ?? { before: null, after: null }),
        ...total.tally(),
      }));
  }
}

function heldBackBy({ heldBack }: Outcome): readonly string[] {
  return heldBack === null ? [] : [heldBack.provision];
}

/** All of an answer beyond its verdict, in one text. */
function groundsOf({ possible, heldBack }: Outcome, provisions: readonly string[]): string {
  const held = heldBack === null ? null : [heldBack.verdict, heldBack.status, heldBack.provision];
  return JSON.stringify([possible, held, [...provisions].sort(compareNames)]);
}

function describe(status: ComparedStatus | null, glossary: Glossary): DescribedStatus | null {
  if (status === null) return null;
  const label = status.event === null ? undefined : glossary.eventLabel(status.event);
  return label === undefined ? status : { ...status, eventLabel: label };
}
