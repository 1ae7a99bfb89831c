import type { QuestionStep, Summary } from '../contract.ts';
import { SummarySpeaker } from '../speaker.ts';
import { talliesOf } from '../tallies.ts';
import { EARLIER, FULL } from './bar.ts';
import type { SummaryTextOptions, Tone } from './contract.ts';
import { TextPage } from './text-page.ts';
import { VERDICT_TONES } from './tones.ts';

/** A terminal shows so many entries of a list; the JSON file and the page have all. */
const MOST_ENTRIES = 12;

/** The summary as text for a terminal. Every line fits the width. */
export function renderSummaryText(summary: Summary, options: SummaryTextOptions): string {
  return new SummaryText(summary, options).render();
}

class SummaryText {
  readonly #summary: Summary;
  readonly #speaker: SummarySpeaker;
  readonly #page: TextPage;

  constructor(summary: Summary, options: SummaryTextOptions) {
    this.#summary = summary;
    this.#speaker = new SummarySpeaker(options.language, summary.amountColumn, talliesOf(summary));
    this.#page = new TextPage(options);
  }

  render(): string {
    this.#head();
    this.#verdicts();
    this.#questions();
    this.#provisions();
    this.#heldBack();
    this.#bad();
    this.#gaps();
    const { rulebook, engine } = this.#summary;
    this.#page.blank().line(this.#words.scope(rulebook.id, rulebook.digest.slice(0, 19), engine), { tone: 'quiet' });
    return this.#page.toString();
  }

  get #words() {
    return this.#speaker.words;
  }

  #head(): void {
    const { rulebook, source, rows, decided, bad, amountColumn, readings } = this.#summary;
    const { words } = this.#speaker;
    const title = words.aside(this.#speaker.text(rulebook.title), rulebook.id);
    this.#page.line(words.pair(words.title, words.cited(source, title)), { tone: 'strong' });
    this.#page.line(this.#speaker.vantage(this.#summary));
    for (const { reading, alternative, question, label } of readings) {
      const text = words.pair(this.#speaker.text(question), this.#speaker.text(label));
      this.#page.line(`${text} [${reading}=${alternative}]`, { first: '- ' });
    }
    const money = this.#speaker.money(decided);
    this.#page.line(
      words.sentences([
        words.overview(rows, decided.rows, bad.rows),
        money === null || amountColumn === null ? '' : words.totalMoney(money, amountColumn.column),
      ]),
    );
  }

  #verdicts(): void {
    const { byVerdict, decided } = this.#summary;
    if (decided.rows === 0) return;
    this.#page.heading(this.#words.headings.verdicts).bars(
      byVerdict.map((entry) => ({
        label: this.#words.verdicts[entry.verdict],
        tone: VERDICT_TONES[entry.verdict],
        tally: entry,
        money: this.#speaker.unitMoney(entry),
        notes: [this.#words.mayProceed[entry.mayProceed]],
      })),
      decided.rows,
    );
  }

  #questions(): void {
    const { questions, rest, undetermined, decided } = this.#summary;
    if (decided.rows === 0) return;
    this.#page.heading(this.#words.headings.questions);
    if (undetermined.rows === 0) {
      this.#page.line(this.#words.noQuestions);
      return;
    }
    this.#page.line(this.#words.questionsNote(this.#speaker.figures(undetermined, decided.rows)), { tone: 'quiet' });
    const labels = this.#words.labels;
    const legend = [`${EARLIER} ${labels.settledBefore}`, `${FULL} ${labels.settledNow}`, `░ ${labels.stillOpen}`];
    this.#page.line(legend.join('  '), { tone: 'quiet' });
    questions.slice(0, MOST_ENTRIES).forEach((step, index) => {
      this.#question(step, index);
    });
    const left = questions.length - MOST_ENTRIES;
    if (left > 0) this.#page.line(this.#words.sentence(this.#words.more(left)), { first: '  ' });
    else if (rest.rows > 0) this.#page.line(this.#words.rest(rest.unknowns, rest.rows), { first: '  ' });
  }

  #question(step: QuestionStep, index: number): void {
    const { undetermined } = this.#summary;
    const number = `${String(index + 1).padStart(2)}. `;
    this.#page.line(this.#speaker.step(step, index, undetermined.rows), { first: number });
    for (const { name, label, arguedBy } of step.alternatives ?? []) {
      const answer = `${this.#speaker.text(label)} [${step.need.name}=${name}]`;
      const argued = arguedBy.length === 0 ? '' : this.#words.argued(this.#words.list(arguedBy));
      this.#page.line(argued === '' ? answer : this.#words.aside(answer, argued), { first: '    - ', tone: 'quiet' });
    }
    this.#page.bar(
      [
        { rows: step.settled.rows - step.settles.rows, mark: EARLIER, tone: 'quiet' },
        { rows: step.settles.rows, mark: FULL, tone: 'note' },
      ],
      undetermined.rows,
      '    ',
    );
  }

  #provisions(): void {
    const { byProvision, withoutProvision, decided } = this.#summary;
    if (decided.rows === 0) return;
    this.#page.heading(this.#words.headings.provisions).line(this.#words.provisionsNote, { tone: 'quiet' });
    const entries = byProvision.slice(0, MOST_ENTRIES).map((entry) => ({
      label: entry.provision,
      tone: 'note' as const,
      tally: entry,
      money: this.#speaker.unitMoney(entry),
      notes: [this.#speaker.text(entry.citation), this.#speaker.verdictsOf(entry)],
    }));
    this.#page.bars(entries, decided.rows);
    this.#more(byProvision.length);
    if (withoutProvision.rows === 0) return;
    const money = this.#speaker.money(withoutProvision);
    const text = this.#words.pair(this.#words.withoutProvision, this.#words.rows(withoutProvision.rows));
    this.#page.line(this.#words.sentence(money === null ? text : this.#words.cited(text, money)), { first: '  ' });
  }

  #heldBack(): void {
    const { byStatus, decided } = this.#summary;
    if (byStatus.length === 0) return;
    this.#page.heading(this.#words.headings.heldBack).line(this.#words.heldBackNote, { tone: 'quiet' });
    const entries = byStatus.slice(0, MOST_ENTRIES).map((entry) => ({
      label: entry.provision,
      tone: 'careful' as Tone,
      tally: entry,
      money: this.#speaker.unitMoney(entry),
      notes: [this.#words.heldBack(entry.status, entry.withoutIt), this.#speaker.text(entry.citation)],
    }));
    this.#page.bars(entries, decided.rows);
    this.#more(byStatus.length);
  }

  #bad(): void {
    const { bad, rows } = this.#summary;
    if (bad.rows === 0) return;
    this.#page.heading(this.#words.headings.bad);
    const entries = bad.byReason.slice(0, MOST_ENTRIES).map((entry) => ({
      label: this.#speaker.reason(entry),
      tone: 'bad' as const,
      tally: entry,
      money: null,
    }));
    this.#page.bars(entries, rows);
    this.#more(bad.byReason.length);
  }

  #gaps(): void {
    const { wanting, presumed } = this.#summary;
    if (wanting.length > 0) {
      this.#page.heading(this.#words.headings.wanting).line(this.#words.wantingNote, { tone: 'quiet' });
      for (const fact of wanting) this.#page.line(this.#speaker.named(fact), { first: '- ' });
    }
    if (presumed.length > 0) {
      this.#page.heading(this.#words.headings.presumed).line(this.#words.presumedNote, { tone: 'quiet' });
      for (const fact of presumed) {
        const text = this.#words.pair(this.#speaker.named(fact), this.#speaker.text(fact.value));
        this.#page.line(text, { first: '- ' });
      }
    }
  }

  #more(entries: number): void {
    if (entries > MOST_ENTRIES) {
      this.#page.line(this.#words.sentence(this.#words.more(entries - MOST_ENTRIES)), { first: '  ' });
    }
  }
}
