import { type Language, type LocalizedText, textIn } from '@proviso/model';
import type { ComparedSide, Comparison, DescribedStatus, Transition } from './comparison-contract.ts';
import type {
  AmountColumn,
  BadTally,
  NamedText,
  ProvisionTally,
  QuestionStep,
  SummaryVantage,
  Tally,
  VerdictTally,
} from './contract.ts';
import { groupedAmount, placesOf, share } from './numbers.ts';
import type { Figures, SummaryWords } from './words/contract.ts';
import { summaryWordsIn } from './words/index.ts';

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Says the figures of one summary or comparison in one language. */
export class SummarySpeaker {
  readonly words: SummaryWords;
  readonly #amountColumn: AmountColumn | null;
  readonly #places: number;

  /** @param tallies all that is going to be shown, so that amounts have the same number of decimals. */
  constructor(language: Language, amountColumn: AmountColumn | null, tallies: Iterable<Tally>) {
    this.words = summaryWordsIn(language);
    this.#amountColumn = amountColumn;
    this.#places = placesOf([...tallies].map(({ amount }) => amount));
  }

  /** A text of the rulebook. */
  text(text: LocalizedText | undefined): string {
    return textIn(text, this.words.language);
  }

  /** Something declared by its words, with its name after them unless they are the same. */
  named({ name, label }: NamedText): string {
    const text = this.text(label);
    return text === name ? name : `${text} [${name}]`;
  }

  /** The amount alone, as a cell of a column whose head has the unit; null when there are no amounts. */
  amount({ amount }: Tally): string | null {
    return amount === undefined ? null : groupedAmount(amount, this.#places);
  }

  /** The amount with its unit; null when there are no amounts. */
  money(tally: Tally): string | null {
    const amount = this.amount(tally);
    return amount === null ? null : this.words.money(amount, this.#amountColumn?.unit ?? null);
  }

  /** The amount with its unit alone, for a list of figures. */
  unitMoney(tally: Tally): string | null {
    const amount = this.amount(tally);
    const unit = this.#amountColumn?.unit ?? null;
    return amount === null || unit === null ? amount : `${unit} ${amount}`;
  }

  /** The head of the column of amounts; null when there are none. */
  get amountHead(): string | null {
    return this.#amountColumn === null ? null : this.words.labels.amount(this.#amountColumn.unit);
  }

  /** Rows, their share and their money. */
  figures(tally: Tally, whole: number): Figures {
    return { rows: tally.rows, share: share(tally.rows, whole), money: this.money(tally) };
  }

  /** A moment; the last second of a day and a bare date are written as the day. */
  moment(iso: string): string {
    return this.#moment(iso, '23:59:59');
  }

  /** The beginning of a stretch of time; midnight is written as the day. */
  beginning(iso: string): string {
    return this.#moment(iso, '00:00');
  }

  /** "As of ..., on what was known on ...". */
  vantage({ asOf, knownOn }: SummaryVantage): string {
    return this.words.vantage(
      typeof asOf === 'string' ? this.moment(asOf) : asOf,
      knownOn === null ? null : this.moment(knownOn),
    );
  }

  /** The verdicts of a provision's rows, with counts where there are several. */
  verdictsOf({ byVerdict }: ProvisionTally): string {
    const { verdicts, breakdown } = this.words;
    const [first, ...others] = byVerdict;
    if (first !== undefined && others.length === 0) return verdicts[first.verdict];
    return breakdown(byVerdict.map(({ verdict, rows }) => [verdicts[verdict], rows]));
  }

  /** What to ask at a step, what that settles and what is left; `whole`: all undetermined rows. */
  step(step: QuestionStep, index: number, whole: number): string {
    const { words } = this;
    return words.sentences([
      words.sentence(words.pair(this.ask(step), this.settles(step, index, whole))),
      this.left(step),
    ]);
  }

  /** What to ask at a step. */
  ask({ need, text }: QuestionStep): string {
    const name = need.kind === 'fact' || need.kind === 'reading' ? ` [${need.name}]` : '';
    return this.words.ask(need.kind, this.text(text)) + name;
  }

  /** What a step settles. */
  settles({ settles, mentioned }: QuestionStep, index: number, whole: number): string {
    return settles.rows === 0
      ? this.words.settlesNone(mentioned.rows)
      : this.words.settles(this.figures(settles, whole), index === 0);
  }

  /** What stays open after a step. */
  left({ left }: QuestionStep): string {
    return this.words.left(left.rows);
  }

  /** One side of a comparison: its dates, and its rulebook and readings as far as they are not those of the other side. */
  side(side: ComparedSide, other: ComparedSide): string {
    const { words } = this;
    const { id, digest, title } = side.rulebook;
    const readings = side.readings.filter(
      ({ reading, alternative }) =>
        !other.readings.some((same) => same.reading === reading && same.alternative === alternative),
    );
    return words.sentences([
      this.vantage(side),
      id === other.rulebook.id && digest === other.rulebook.digest
        ? ''
        : words.sentence(words.aside(this.text(title), `${id}, ${digest.slice(0, 19)}`)),
      ...readings.map(({ reading, alternative, question, label }) =>
        words.sentence(`${words.pair(this.text(question), this.text(label))} [${reading}=${alternative}]`),
      ),
    ]);
  }

  /** The totals of a comparison, a sentence each. */
  comparisonCounts({ rows, changed, otherGrounds, unchanged, notCompared }: Comparison): readonly string[] {
    const { words } = this;
    return [
      changed.rows === 0 ? words.nothingChanged : words.changed(this.figures(changed, rows)),
      ...(otherGrounds.rows === 0 ? [] : [words.otherGrounds(otherGrounds.rows)]),
      ...(unchanged.rows === 0 ? [] : [words.unchanged(unchanged.rows)]),
      ...(notCompared.rows === 0 ? [] : [words.notCompared(notCompared.rows)]),
    ];
  }

  /** A verdict; of an undetermined one that may go ahead under conditions, this too. */
  verdict({ verdict, mayProceed }: Pick<VerdictTally, 'verdict' | 'mayProceed'>): string {
    const name = this.words.verdicts[verdict];
    return verdict === 'undetermined' && mayProceed === 'only_if'
      ? this.words.aside(name, this.words.mayProceed[mayProceed])
      : name;
  }

  /** From one verdict to another. */
  transition({ before, after }: Pick<Transition, 'before' | 'after'>): string {
    return this.words.transition(this.verdict(before), this.verdict(after));
  }

  /** A provision's status on one side of a comparison. */
  status(status: DescribedStatus | null): string {
    if (status === null) return this.words.noSuchProvision;
    const since = status.since === null ? null : this.beginning(status.since);
    const event = status.event === null ? null : this.text(status.eventLabel) || status.event;
    return this.words.status(status.status, since, event);
  }

  /** Why rows have no verdict. */
  reason({ reason, facts, detail }: BadTally): string {
    switch (reason) {
      case 'cell':
        return this.words.badCell(facts.map((fact) => this.named(fact)));
      case 'contradiction':
        return this.words.contradiction;
      case 'malformed':
        return this.words.malformed(detail ?? '');
    }
  }

  #moment(iso: string, standsForDay: string): string {
    const [, year, month, day, clock, second, offset = ''] = MOMENT.exec(iso) ?? [];
    if (year === undefined) return iso;
    const date = this.words.date(Number(year), Number(month), Number(day));
    if (clock === undefined) return date;
    const time = second === undefined || second === '00' ? clock : `${clock}:${second}`;
    return time === standsForDay ? date : this.words.clock(date, time, offset);
  }
}
