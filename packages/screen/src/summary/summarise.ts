import { ENGINE_VERSION } from '@proviso/logic';
import { type MayProceed, type Status, VERDICTS, type Verdict } from '@proviso/model';
import { assertAddsUp } from './assert-adds-up.ts';
import type { BadTally, HeldBackTally, ProvisionTally, QuestionStep, Summary, VerdictTally } from './contract.ts';
import { ExactTotal } from './exact-total.ts';
import { Glossary } from './glossary.ts';
import type { CountedGroup, SummaryInput } from './input.ts';
import { KeyedTotals } from './keyed-totals.ts';
import { type BareStep, type OpenRows, orderQuestions } from './questions.ts';
import { needsOf, outcomeOf, provisionsOf } from './read-labels.ts';

const MAY_PROCEED_ORDER: readonly MayProceed[] = ['no', 'only_if', 'unknown', 'yes'];

/**
 * The summary of a table from its counted groups.
 * @throws Error when the groups do not fit the tabulation or the counts do not add up: an internal fault.
 */
export function summarise(input: SummaryInput): Summary {
  const glossary = new Glossary(input.rulebook);
  const { tabulation } = input;
  const counts = new Counts(input);
  for (const group of input.groups) counts.add(group);
  const asking = orderQuestions(counts.open, input.amountColumn !== null);
  const byReason = counts.badByReason(glossary);
  const malformed = (input.malformed ?? []).reduce((sum, { rows }) => sum + rows, 0);
  const bad = ExactTotal.of([], input.amountColumn !== null);
  bad.addTotal(counts.bad);
  bad.addTotal(ExactTotal.of([{ rows: malformed }], false));
  const rows = counts.decided.tally().rows + bad.tally().rows;
  const summary: Summary = {
    rulebook: glossary.judgedBy(tabulation.rulebook.digest),
    engine: ENGINE_VERSION,
    source: input.source,
    ...glossary.vantage(input.question),
    amountColumn: input.amountColumn,
    rows,
    decided: counts.decided.tally(),
    bad: { ...bad.tally(), byReason },
    byVerdict: counts.byVerdict(),
    byProvision: counts.byProvision(glossary),
    withoutProvision: counts.withoutProvision.tally(),
    byStatus: counts.byStatus(glossary),
    undetermined: ExactTotal.of(counts.open, input.amountColumn !== null).tally(),
    questions: asking.steps.map((step) => withWords(step, glossary)),
    rest: asking.rest,
    wanting: tabulation.wanting.map((path) => glossary.fact(path)),
    presumed: tabulation.presumed.flatMap((path) => glossary.presumption(path)),
  };
  assertAddsUp(summary, input);
  return summary;
}

function withWords(step: BareStep, glossary: Glossary): QuestionStep {
  const { need, ...counts } = step;
  const alternatives = need.kind === 'reading' ? { alternatives: glossary.alternatives(need.name) } : {};
  return { need, text: glossary.question(need), ...alternatives, ...counts };
}

class Counts {
  readonly #input: SummaryInput;
  readonly decided: ExactTotal;
  /** Rows with bad cells or contradicting facts. */
  readonly bad: ExactTotal;
  readonly withoutProvision: ExactTotal;
  readonly open: OpenRows[] = [];
  #badCells = 0;
  #contradictions = 0;
  readonly #verdicts: KeyedTotals<{ verdict: Verdict; mayProceed: MayProceed }>;
  readonly #provisions: KeyedTotals<string>;
  readonly #provisionVerdicts: KeyedTotals<{ provision: string; verdict: Verdict }>;
  readonly #heldBack: KeyedTotals<{ status: Status; provision: string; withoutIt: Verdict }>;

  constructor(input: SummaryInput) {
    this.#input = input;
    const hasAmount = input.amountColumn !== null;
    this.decided = new ExactTotal(hasAmount);
    this.bad = new ExactTotal(hasAmount);
    this.withoutProvision = new ExactTotal(hasAmount);
    this.#verdicts = new KeyedTotals(hasAmount);
    this.#provisions = new KeyedTotals(hasAmount);
    this.#provisionVerdicts = new KeyedTotals(hasAmount);
    this.#heldBack = new KeyedTotals(hasAmount);
  }

  add(group: CountedGroup): void {
    const { tabulation } = this.#input;
    const outcome = outcomeOf(tabulation, group);
    if (outcome === 'bad' || outcome === null) {
      this.bad.add(group);
      if (outcome === 'bad') this.#badCells += group.rows;
      else this.#contradictions += group.rows;
      return;
    }
    const { verdict, mayProceed, heldBack } = outcome;
    this.decided.add(group);
    this.#verdicts.add({ verdict, mayProceed }, group);
    const provisions = provisionsOf(tabulation, group);
    for (const provision of provisions) {
      this.#provisions.add(provision, group);
      this.#provisionVerdicts.add({ provision, verdict }, group);
    }
    if (provisions.length === 0) this.withoutProvision.add(group);
    if (heldBack !== null) {
      const { status, provision, verdict: withoutIt } = heldBack;
      this.#heldBack.add({ status, provision, withoutIt }, group);
    }
    if (verdict === 'undetermined') {
      const { rows, amount } = group;
      const needs = needsOf(tabulation, group.needs);
      this.open.push({ needs, rows, ...(amount === undefined ? {} : { amount }) });
    }
  }

  byVerdict(): readonly VerdictTally[] {
    return [...this.#verdicts.entries()]
      .sort(
        ({ key: a }, { key: b }) =>
          VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
          MAY_PROCEED_ORDER.indexOf(a.mayProceed) - MAY_PROCEED_ORDER.indexOf(b.mayProceed),
      )
      .map(({ key, total }) => ({ ...key, ...total.tally() }));
  }

  byProvision(glossary: Glossary): readonly ProvisionTally[] {
    const verdicts = this.#provisionVerdicts.entries();
    return this.#provisions
      .byRows((provision) => provision)
      .map(({ key: provision, total }) => ({
        ...glossary.cited(provision),
        ...total.tally(),
        byVerdict: VERDICTS.flatMap((verdict) =>
          verdicts
            .filter(({ key }) => key.provision === provision && key.verdict === verdict)
            .map((entry) => ({ verdict, ...entry.total.tally() })),
        ),
      }));
  }

  byStatus(glossary: Glossary): readonly HeldBackTally[] {
    return this.#heldBack
      .byRows(({ provision, status, withoutIt }) => `${provision} ${status} ${withoutIt}`)
      .map(({ key: { provision, status, withoutIt }, total }) => ({
        ...glossary.cited(provision),
        status,
        withoutIt,
        ...total.tally(),
      }));
  }

  badByReason(glossary: Glossary): readonly BadTally[] {
    const { badCells, malformed = [] } = this.#input;
    const cells = badCells ?? [{ facts: [], rows: this.#badCells }];
    const counted = cells.reduce((sum, { rows }) => sum + rows, 0);
    if (counted !== this.#badCells) throw new Error(`${counted} rows with bad cells, but groups of ${this.#badCells}`);
    const reasons: readonly BadTally[] = [
      ...cells.map(({ facts, rows }) => ({
        reason: 'cell' as const,
        facts: facts.map((path) => glossary.fact(path)),
        rows,
      })),
      { reason: 'contradiction', facts: [], rows: this.#contradictions },
      ...malformed.map(({ reason, rows }) => ({ reason: 'malformed' as const, facts: [], detail: reason, rows })),
    ];
    return reasons.filter(({ rows }) => rows > 0).sort((a, b) => b.rows - a.rows);
  }
}
