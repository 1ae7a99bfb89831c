import type { MayProceed } from '@proviso/model';
import type { QuestionStep, Summary } from '../contract.ts';
import { ExactTotal } from '../exact-total.ts';
import { grouped, share } from '../numbers.ts';
import type { SummarySpeaker } from '../speaker.ts';
import { stackedBar, swatch, thinBar } from './charts.ts';
import { type Content, html, type Markup } from './markup.ts';
import { capital, code, figuresTable, mark, named, note, section } from './parts.ts';

const MAY_PROCEED: readonly MayProceed[] = ['no', 'only_if', 'unknown', 'yes'];

/** The parts of a page about one summary, in reading order. */
export class SummarySections {
  readonly #summary: Summary;
  readonly #speaker: SummarySpeaker;

  constructor(summary: Summary, speaker: SummarySpeaker) {
    this.#summary = summary;
    this.#speaker = speaker;
  }

  /** What was screened, by what, and when. */
  head(): Markup {
    const { rulebook, source, rows, decided, bad, amountColumn, asOf, knownOn, readings } = this.#summary;
    const { words } = this.#speaker;
    const { labels } = words;
    const money = this.#speaker.money(decided);
    const facts: readonly (readonly [string, Content])[] = [
      [labels.rulebook, [`${this.#speaker.text(rulebook.title)} `, code(rulebook.id)]],
      [labels.asOf, typeof asOf === 'string' ? this.#speaker.moment(asOf) : words.eachRowsDate(asOf.column)],
      [labels.knownOn, knownOn === null ? words.onAllKnown : this.#speaker.moment(knownOn)],
      ...readings.map(({ question, label }): readonly [string, Content] => [
        labels.reading,
        words.pair(this.#speaker.text(question), this.#speaker.text(label)),
      ]),
    ];
    return html`<header>
<p class="kind">${words.title}</p>
<h1>${source}</h1>
<p>${words.sentences([
      words.overview(rows, decided.rows, bad.rows),
      money === null || amountColumn === null ? '' : words.totalMoney(money, amountColumn.column),
    ])}</p>
<dl class="facts">
${facts.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>\n`)}</dl>
</header>
`;
  }

  /** Whether rows may go ahead, in large figures. */
  tiles(): Markup | null {
    const { byVerdict, decided, amountColumn } = this.#summary;
    if (decided.rows === 0) return null;
    const tiles = MAY_PROCEED.map((mayProceed) => {
      const entries = byVerdict.filter((entry) => entry.mayProceed === mayProceed);
      const tally = ExactTotal.of(entries, amountColumn !== null).tally();
      const money = this.#speaker.unitMoney(tally);
      if (tally.rows === 0 && mayProceed === 'only_if') return null;
      return html`<li><b>${grouped(tally.rows)}</b><span class="name">${capital(this.#words.mayProceed[mayProceed])}</span><span class="small">${share(tally.rows, decided.rows)}</span>${
        money === null ? null : html`<span class="small">${money}</span>`
      }</li>\n`;
    });
    return html`<ul class="tiles">\n${tiles}</ul>\n`;
  }

  /** Rows by verdict. */
  verdicts(): Markup | null {
    const { byVerdict, decided } = this.#summary;
    if (decided.rows === 0) return null;
    const { words } = this.#speaker;
    const spoken = byVerdict.map(({ verdict, rows }) => words.pair(words.verdicts[verdict], share(rows, decided.rows)));
    return section(
      words.headings.verdicts,
      stackedBar(
        byVerdict.map(({ verdict, rows }) => ({ colour: `v-${verdict}` as const, rows })),
        decided.rows,
        words.list(spoken),
      ),
      figuresTable(this.#speaker, {
        head: words.labels.verdict,
        rows: byVerdict.map((entry) => ({
          head: [
            mark(`v-${entry.verdict}`, capital(words.verdicts[entry.verdict])),
            html`<span class="small">${words.mayProceed[entry.mayProceed]}</span>`,
          ],
          tally: entry,
        })),
        whole: decided.rows,
        total: decided,
      }),
    );
  }

  /** What to ask. */
  questions(): Markup | null {
    const { questions, rest, undetermined, decided } = this.#summary;
    if (decided.rows === 0) return null;
    const { headings, labels } = this.#words;
    if (undetermined.rows === 0) return section(headings.questions, html`<p>${this.#words.noQuestions}</p>`);
    return section(
      headings.questions,
      note(this.#words.questionsNote(this.#speaker.figures(undetermined, decided.rows))),
      html`<ul class="legend" aria-hidden="true"><li>${swatch('s-earlier')}${labels.settledBefore}</li><li>${swatch('s-now')}${labels.settledNow}</li><li>${swatch('track')}${labels.stillOpen}</li></ul>`,
      html`<ol class="steps">\n${questions.map((step, index) => this.#step(step, index))}</ol>`,
      rest.rows === 0 ? null : html`<p class="quiet">${this.#words.rest(rest.unknowns, rest.rows)}</p>`,
    );
  }

  #step(step: QuestionStep, index: number): Markup {
    const { words } = this.#speaker;
    const whole = this.#summary.undetermined.rows;
    const answers = (step.alternatives ?? []).map(({ name, label, arguedBy }) => {
      const text = this.#speaker.text(label);
      const argued = words.argued(words.list(arguedBy));
      return html`<li>${arguedBy.length === 0 ? text : words.aside(text, argued)} ${code(`${step.need.name}=${name}`)}</li>`;
    });
    const settles = words.sentence(capital(this.#speaker.settles(step, index, whole)));
    return html`<li><p><b>${words.ask(step.need.kind, this.#speaker.text(step.text))}</b> ${code(step.need.name)}</p>
<p class="small">${words.sentences([settles, this.#speaker.left(step)])}</p>${
      answers.length === 0 ? null : html`<ul class="plain small">${answers}</ul>`
    }${thinBar(
      [
        { colour: 's-earlier', rows: step.settled.rows - step.settles.rows },
        { colour: 's-now', rows: step.settles.rows },
      ],
      whole,
    )}</li>
`;
  }

  /** Rows by the provisions they rest on. */
  provisions(): Markup | null {
    const { byProvision, withoutProvision, decided } = this.#summary;
    if (decided.rows === 0) return null;
    const { words } = this.#speaker;
    const rows = byProvision.map((entry) => ({
      head: [
        html`<b>${entry.provision}</b><span class="small">${this.#speaker.text(entry.citation)}</span>`,
        entry.gist === undefined ? null : html`<span class="small">${this.#speaker.text(entry.gist)}</span>`,
        html`<span class="small">${this.#speaker.verdictsOf(entry)}</span>`,
        thinBar(
          entry.byVerdict.map(({ verdict, rows: count }) => ({ colour: `v-${verdict}` as const, rows: count })),
          decided.rows,
        ),
      ],
      tally: entry,
    }));
    const without = withoutProvision.rows === 0 ? [] : [{ head: words.withoutProvision, tally: withoutProvision }];
    return section(
      words.headings.provisions,
      note(words.provisionsNote),
      figuresTable(this.#speaker, {
        head: words.labels.provision,
        rows: [...rows, ...without],
        whole: decided.rows,
      }),
    );
  }

  /** Permitted rows by what holds back. */
  heldBack(): Markup | null {
    const { byStatus, decided } = this.#summary;
    if (byStatus.length === 0) return null;
    const { words } = this.#speaker;
    return section(
      words.headings.heldBack,
      note(words.heldBackNote),
      figuresTable(this.#speaker, {
        head: words.labels.heldBack,
        rows: byStatus.map((entry) => ({
          head: [
            html`<b>${entry.provision}</b> ${words.heldBack(entry.status, entry.withoutIt)}`,
            html`<span class="small">${this.#speaker.text(entry.citation)}</span>`,
            thinBar([{ colour: 's-plain', rows: entry.rows }], decided.rows),
          ],
          tally: entry,
        })),
        whole: decided.rows,
      }),
    );
  }

  /** Rows without a verdict. */
  bad(): Markup | null {
    const { bad, rows } = this.#summary;
    if (bad.rows === 0) return null;
    return section(
      this.#words.headings.bad,
      figuresTable(this.#speaker, {
        head: this.#words.labels.reason,
        rows: bad.byReason.map((entry) => ({ head: this.#speaker.reason(entry), tally: entry })),
        whole: rows,
        amounts: false,
        total: bad,
      }),
    );
  }

  /** Facts without a column. */
  gaps(): readonly (Markup | null)[] {
    const { wanting, presumed } = this.#summary;
    const { words } = this.#speaker;
    return [
      wanting.length === 0
        ? null
        : section(
            words.headings.wanting,
            note(words.wantingNote),
            html`<ul class="plain">${wanting.map(({ name, label }) => html`<li>${named(this.#speaker.text(label), name)}</li>`)}</ul>`,
          ),
      presumed.length === 0
        ? null
        : section(
            words.headings.presumed,
            note(words.presumedNote),
            html`<ul class="plain">${presumed.map(
              ({ name, label, value }) =>
                html`<li>${words.pair(this.#speaker.text(label), this.#speaker.text(value))} ${code(name)}</li>`,
            )}</ul>`,
          ),
    ];
  }

  /** What the summary speaks of. */
  foot(): Markup {
    const { rulebook, engine } = this.#summary;
    return html`<footer><p>${this.#words.scope(rulebook.id, rulebook.digest, engine)}</p></footer>\n`;
  }

  get #words() {
    return this.#speaker.words;
  }
}
