import type { Answer, Because, Need } from '@proviso/logic';
import { type Rulebook, textIn, type Verdict } from '@proviso/model';
import type { Context } from '../context.ts';
import { Page } from '../output/page.ts';
import type { Tone } from '../output/style.ts';
import { beginning, dayOrMoment, ending } from './dates.ts';
import { Glossary } from './glossary.ts';

const TONES: Readonly<Record<Verdict, Tone>> = {
  prohibited: 'bad',
  restricted: 'careful',
  licensed: 'good',
  exempt: 'good',
  not_restricted: 'good',
  undetermined: 'careful',
};

/** The answer as a lawyer would paste it into a mail: the verdict first, then why, what is missing and how long it holds. */
export function renderDecision(answer: Answer, rulebook: Rulebook, context: Context): string {
  return new DecisionPage(answer, rulebook, context).render();
}

/** A mail holds so many entries of a list; the JSON holds all. */
const MOST_ITEMS = 10;

class DecisionPage {
  readonly #answer: Answer;
  readonly #context: Context;
  readonly #glossary: Glossary;
  readonly #page: Page;

  constructor(answer: Answer, rulebook: Rulebook, context: Context) {
    this.#answer = answer;
    this.#context = context;
    this.#glossary = new Glossary(rulebook, context.messages);
    this.#page = new Page(context.terminal.width, context.paint);
  }

  render(): string {
    this.#opening();
    this.#why();
    this.#byReading();
    this.#missing();
    this.#wouldChange();
    this.#duties();
    this.#suppositions();
    this.#time();
    const { rulebook, engine } = this.#answer;
    this.#page.paragraph(this.#texts.scope({ id: rulebook.id, digest: rulebook.digest.slice(0, 19), engine }), 'quiet');
    return this.#page.toString();
  }

  get #texts() {
    return this.#context.messages.decision;
  }

  get #words() {
    return this.#context.messages.words;
  }

  #opening(): void {
    const { verdict, mayProceed, possible, asOf, knownOn, enforced, heldBack } = this.#answer;
    const opening = this.#texts.opening({
      verdict,
      mayProceed,
      rulebook: this.#glossary.title,
      asOf: dayOrMoment(asOf, this.#words),
      known: knownOn === null ? this.#texts.onAllKnown : this.#texts.onKnown(dayOrMoment(knownOn, this.#words)),
      possible: this.#words.alternatives(possible.map((one) => this.#words.verdicts[one])),
    });
    this.#page.line(opening, { tone: TONES[verdict] });
    if (!enforced) this.#page.paragraph(this.#texts.notEnforced, 'careful');
    if (heldBack === null) return;
    const text = this.#texts.heldBack({
      verdict: this.#words.verdicts[heldBack.verdict],
      provision: heldBack.provision,
      status: this.#words.statuses[heldBack.status],
      since: heldBack.since === null ? null : beginning(heldBack.since, this.#words),
      event: heldBack.event === null ? null : this.#glossary.event(heldBack.event),
      citation: this.#glossary.citation(this.#glossary.actor(heldBack.event) ?? heldBack.provision),
    });
    this.#page.paragraph(text, 'careful');
  }

  #why(): void {
    const rules = this.#answer.because.filter((one) => one.kind !== 'duty');
    this.#page.heading(this.#texts.why);
    if (rules.length === 0) this.#page.item(this.#texts.nothingReaches);
    for (const one of rules) {
      const effect = this.#words.pair(this.#glossary.ruleTitle(one.rule), this.#effect(one));
      this.#page.item(
        this.#words.sentences([
          this.#words.sentence(effect),
          this.#words.sentence(this.#glossary.citation(one.provision)),
        ]),
      );
      for (const condition of one.conditions ?? []) {
        const state = this.#texts.conditions[condition.state];
        this.#page.item(this.#words.pair(this.#glossary.condition(one.rule, condition.name), state), { depth: 2 });
      }
    }
  }

  #effect(one: Because): string {
    const { kind, state, status, by, since, event } = one;
    const rule = this.#glossary.rule(one.rule);
    const unmet = one.conditions?.some((condition) => condition.state === 'unmet') === true;
    const turns = rule?.kind === 'restriction' && rule.otherwise === 'prohibited' && unmet;
    return this.#texts.effect({
      // A restriction whose condition is not met prohibits.
      kind: turns ? 'prohibition' : kind,
      state,
      status,
      by: by === undefined ? null : this.#words.list(by.map((name) => this.#glossary.ruleTitle(name))),
      since: since === undefined ? null : beginning(since, this.#words),
      event: event === undefined ? null : this.#glossary.event(event),
    });
  }

  #byReading(): void {
    const { byReading = [] } = this.#answer;
    if (byReading.length === 0) return;
    this.#page.heading(this.#texts.underReadings);
    const [first] = byReading;
    if (byReading.length > 1 && byReading.every(({ verdict }) => verdict === first?.verdict)) {
      const same = this.#texts.sameUnderReadings(
        byReading.length,
        this.#words.verdicts[first?.verdict ?? 'undetermined'],
      );
      this.#page.item(this.#words.sentence(same));
      return;
    }
    for (const { readings, verdict, mayProceed } of byReading.slice(0, MOST_ITEMS)) {
      const supposed = Object.entries(readings).map(
        ([name, alternative]) => `${this.#glossary.alternative(name, alternative)} [${name}=${alternative}]`,
      );
      const outcome = `${this.#words.verdicts[verdict]}; ${this.#words.mayProceed[mayProceed]}`;
      this.#page.item(this.#words.sentence(this.#words.pair(this.#words.list(supposed), outcome)));
    }
    this.#leftOut(byReading.length);
  }

  /** Says how many entries of a list are left out. */
  #leftOut(entries: number, text: (count: number) => string = this.#texts.more): void {
    if (entries > MOST_ITEMS) this.#page.item(this.#words.sentence(text(entries - MOST_ITEMS)));
  }

  #missing(): void {
    const { needs } = this.#answer;
    if (needs.length === 0) return;
    this.#page.heading(this.#texts.missing);
    // Facts have an interview of their own; readings and statuses are told in full.
    const facts = needs.filter((need) => need.kind === 'fact');
    for (const need of facts.slice(0, MOST_ITEMS)) this.#need(need);
    this.#leftOut(facts.length, this.#texts.moreQuestions);
    for (const need of needs) if (need.kind !== 'fact') this.#need(need);
  }

  #need(need: Need): void {
    const settles = need.canSettle.map((one) => this.#words.verdicts[one]);
    const kind = this.#texts.needKinds[need.kind];
    const note = settles.length === 0 ? kind : `${kind}; ${this.#texts.canSettle(this.#words.alternatives(settles))}`;
    this.#page.item(this.#words.aside(this.#needText(need), note));
    if (need.kind !== 'reading') return;
    for (const { name } of this.#glossary.reading(need.name)?.alternatives ?? []) {
      const label = `${this.#glossary.alternative(need.name, name)} [${need.name}=${name}]`;
      const by = this.#glossary.arguedBy(need.name, name);
      const argued = by.length === 0 ? label : `${label}; ${this.#texts.argued(this.#words.list(by))}`;
      this.#page.item(argued, { depth: 2 });
    }
  }

  #needText(need: Need): string {
    switch (need.kind) {
      case 'fact':
        return this.#words.named(this.#glossary.factQuestion(need.name), need.name);
      case 'reading':
        return this.#glossary.readingQuestion(need.name);
      case 'status':
        return this.#glossary.event(need.name);
      case 'open':
        return this.#glossary.open(need.name);
    }
  }

  #wouldChange(): void {
    if (this.#answer.wouldChange.length === 0) return;
    this.#page.heading(this.#texts.change);
    for (const { to, set } of this.#answer.wouldChange.slice(0, MOST_ITEMS)) {
      const changes = Object.entries(set).map(([path, value]) => this.#assignment(path, value));
      this.#page.item(this.#words.sentence(this.#texts.changeTo(this.#words.verdicts[to], this.#words.list(changes))));
    }
    this.#leftOut(this.#answer.wouldChange.length);
  }

  #assignment(path: string, value: Answer['presumed'][string]): string {
    return `${this.#glossary.factLabel(path)} = ${this.#glossary.value(path, value)}`;
  }

  #duties(): void {
    const { duties = [] } = this.#answer;
    if (duties.length === 0) return;
    this.#page.heading(this.#texts.duties);
    for (const duty of duties) {
      const due = this.#texts.due(duty.rhythm, duty.due === null ? null : dayOrMoment(duty.due, this.#words));
      const notes = [due, duty.state === 'open' ? this.#texts.dutyOpen : ''].filter((note) => note !== '');
      const must = textIn(duty.must, this.#context.language) || duty.duty;
      const text = notes.length === 0 ? must : this.#words.aside(must, notes.join('; '));
      this.#page.item(
        this.#words.sentences([
          this.#words.sentence(text),
          this.#words.sentence(this.#glossary.citation(duty.provision)),
        ]),
      );
    }
  }

  #suppositions(): void {
    const presumed = Object.entries(this.#answer.presumed);
    if (presumed.length > 0) this.#page.heading(this.#texts.presumed);
    for (const [path, value] of presumed) this.#page.item(this.#assignment(path, value));
    const readings = Object.entries(this.#answer.readings);
    if (readings.length > 0) this.#page.heading(this.#texts.readings);
    for (const [name, alternative] of readings) {
      const text = this.#words.pair(
        this.#glossary.readingQuestion(name),
        this.#glossary.alternative(name, alternative),
      );
      this.#page.item(`${text} [${name}=${alternative}]`);
    }
  }

  #time(): void {
    const { withinDay = [], validFrom, validUntil } = this.#answer;
    if (withinDay.length > 0) this.#page.heading(this.#texts.withinDay);
    for (const part of withinDay) {
      const stretch = this.#texts.fromUntil(beginning(part.from, this.#words), ending(part.until, this.#words));
      this.#page.item(this.#words.pair(stretch, this.#words.verdicts[part.verdict]));
    }
    this.#page.heading(this.#texts.validity);
    this.#page.item(
      this.#texts.valid(
        validFrom === null ? null : beginning(validFrom, this.#words),
        validUntil === null ? null : ending(validUntil, this.#words),
      ),
    );
  }
}
