import { type LocalizedText, textIn } from '@proviso/model';
import type { Basis, Citation, CitedInstrument, EventReference, Explanation, Named } from '../explanation.ts';
import type { Phrase, Shown, Test } from '../phrase.ts';
import type { DateParts, Messages } from './messages.ts';

/** At most so many values, or names, are written out. */
const MOST_SHOWN = 12;

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Puts the language-neutral words of an explanation into one language. */
export class Speaker {
  readonly messages: Messages;
  readonly #language: string;
  readonly #citations: ReadonlyMap<string, Citation>;
  readonly #instruments: ReadonlyMap<string, CitedInstrument>;

  constructor(language: string, messages: Messages, sources: Pick<Explanation, 'citations' | 'instruments'>) {
    this.#language = language;
    this.messages = messages;
    this.#citations = new Map(sources.citations.map((one) => [one.name, one]));
    this.#instruments = new Map(sources.instruments.map((one) => [one.name, one]));
  }

  /** A text of the rulebook. */
  text(text: LocalizedText | undefined): string {
    return textIn(text, this.#language);
  }

  /** A text of the rulebook that a sentence goes on after: without its full stop. */
  clause(text: LocalizedText | undefined): string {
    return this.text(text).replace(/[.。]$/, '');
  }

  /** The label of something declared, else its name. */
  name({ name, label }: Named): string {
    const words = this.text(label);
    return words === '' ? name : words;
  }

  /** Something of a party, or on its own. */
  ofParty(what: Named, party: Named | undefined): string {
    return party === undefined ? this.name(what) : this.messages.ofParty(this.name(party), this.name(what));
  }

  /** Several names, of many only the first. */
  list(items: readonly string[]): string {
    const { messages } = this;
    if (items.length <= MOST_SHOWN) return messages.list(items);
    return messages.list([...items.slice(0, MOST_SHOWN), messages.more(items.length - MOST_SHOWN)]);
  }

  /** A provision with its pinpoint, or an instrument by its title. */
  provision(name: string): string {
    const citation = this.#citations.get(name);
    if (citation?.kind === 'instrument') return this.title(name);
    const pinpoint = this.text(citation?.pinpoint);
    return pinpoint === '' || pinpoint === name ? name : this.messages.pinpointed(name, pinpoint);
  }

  /** The title of an instrument, or of the one that a provision belongs to. */
  title(name: string): string {
    const instrument = this.#citations.get(name)?.instrument ?? name;
    return this.text(this.#instruments.get(instrument)?.title ?? { en: instrument });
  }

  /** What is cited of one instrument, in full. */
  citation(citations: readonly Citation[]): string {
    const first = citations[0];
    if (first === undefined) return '';
    const { instrument } = first;
    const title = this.title(instrument);
    const provisions = citations.filter(({ name }) => name !== instrument).map(({ name }) => this.provision(name));
    const named = title.includes(instrument) ? title : this.messages.labelledInstrument(instrument, title);
    return this.messages.citation(named, this.#instruments.get(instrument)?.citation, provisions);
  }

  /** A date or an instant. `whole`: the last second of a day stands for the day. */
  date(iso: string, whole = false): string {
    const parts = dateParts(iso);
    if (parts === undefined) return iso;
    return this.messages.date(whole && parts.at === 'end' ? { ...parts, at: 'start' } : parts);
  }

  /** When an event happened. */
  when([earliest, latest]: readonly [string, string]): string {
    if (earliest === latest) return this.date(earliest);
    return this.messages.between(this.date(earliest), this.date(latest));
  }

  /** Since when something holds: as vague as the event that made it so. */
  since(since: string | undefined, event: EventReference | undefined): string | null {
    if (since === undefined) return null;
    const vague = event !== undefined && event.on[0] !== event.on[1] && event.on.includes(since);
    return vague ? this.when(event.on) : this.date(since);
  }

  /** What an event is called. */
  event(event: EventReference): string {
    const label = this.clause(event.label);
    return label === '' ? `${this.messages.eventKinds[event.kind]} ${event.name}` : label;
  }

  /** A value. */
  value(value: Shown): string {
    const { messages } = this;
    switch (value.kind) {
      case 'boolean':
        return value.value ? messages.yes : messages.no;
      case 'named':
        return messages.quoted(this.name(value));
      case 'number':
        return value.unit === undefined ? value.value : messages.unit(value.value, value.unit);
      case 'date':
      case 'instant':
        return this.date(value.value);
      case 'text':
        return messages.quoted(value.value);
      case 'country':
        return value.value;
      case 'list':
        return `(${this.list(value.items.map((item) => this.value(item)))})`;
    }
  }

  /** What a fact is known by; `test`: what it was put to, so that an equal value is not said twice. */
  basis(basis: Basis, test: Test | undefined): string {
    const { basis: words } = this.messages;
    switch (basis.kind) {
      case 'dont_know':
        return words.dontKnow;
      case 'absent':
        return words.absent;
      case 'given':
        return isValueAsked(test, basis.value) ? words.given : words.givenAs(this.value(basis.value));
      case 'presumed':
        return isValueAsked(test, basis.value) ? words.presumed : words.presumedAs(this.value(basis.value));
    }
  }

  /** What is asked of a fact. */
  test(test: Test): string {
    const { messages } = this;
    switch (test.kind) {
      case 'compare': {
        const words = messages.compare(test.comparison, this.value(test.value), orderOf(test.value));
        return test.parameter === undefined ? words : messages.fromParameter(words, this.name(test.parameter));
      }
      case 'no_value':
        return messages.noValue(this.name(test.parameter));
      case 'member': {
        const values = this.list(test.values.map((value) => this.value(value)));
        return test.list === undefined
          ? messages.memberOf(values, test.negated)
          : messages.inList(this.name(test.list), values, test.negated);
      }
      case 'some':
      case 'none':
      case 'every':
      case 'not_every':
        return messages.quantified(test.kind, this.phrase(test.where));
      case 'count': {
        const count = messages.compare(test.comparison, this.value(test.value), 'number');
        const words = test.parameter === undefined ? count : messages.fromParameter(count, this.name(test.parameter));
        return messages.counted(test.where === undefined ? undefined : this.phrase(test.where), words);
      }
    }
  }

  /** A condition in one piece. */
  phrase(phrase: Phrase): string {
    const { messages } = this;
    switch (phrase.kind) {
      case 'and':
        return messages.both(phrase.parts.map((part) => this.phrase(part)));
      case 'or':
        return messages.either(phrase.parts.map((part) => this.phrase(part)));
      case 'not':
        return messages.negation(this.phrase(phrase.part));
      case 'implies':
        return messages.implication(this.phrase(phrase.left), this.phrase(phrase.right));
      case 'same':
        return messages.sameness(this.phrase(phrase.left), this.phrase(phrase.right));
      case 'constant':
        return phrase.value ? messages.always : messages.never;
      case 'element':
        return messages.element(this.test(phrase.test));
      case 'fact':
        return messages.isSo(...this.#factWords(phrase));
      case 'term':
        return this.ofParty(phrase.term, phrase.party);
      case 'reading':
        return messages.answered(this.name(phrase.reading), this.name(phrase.alternative));
      case 'open':
        return this.clause(phrase.open.label);
    }
  }

  #factWords({ fact, party, test }: Extract<Phrase, { kind: 'fact' }>): [string, boolean] {
    const label = this.ofParty(fact, party);
    if (test.kind === 'compare' && test.value.kind === 'boolean' && test.comparison === '=')
      return [label, test.value.value];
    return [`${label}${this.messages.space === '' ? '：' : ': '}${this.test(test)}`, true];
  }
}

function isValueAsked(test: Test | undefined, value: Shown): boolean {
  return test?.kind === 'compare' && test.comparison === '=' && JSON.stringify(test.value) === JSON.stringify(value);
}

function orderOf(value: Shown): 'number' | 'time' | 'other' {
  return value.kind === 'number' ? 'number' : value.kind === 'date' || value.kind === 'instant' ? 'time' : 'other';
}

function dateParts(iso: string): DateParts | undefined {
  const day = DATE.exec(iso);
  if (day !== null) return { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]), at: 'start' };
  const match = INSTANT.exec(iso);
  if (match === null) return undefined;
  const [, year, month, date, clock = '', offset = ''] = match;
  const at =
    clock === '00:00:00' || clock === '00:00'
      ? 'start'
      : clock === '23:59:59'
        ? 'end'
        : {
            clock: clock.replace(/:00$/, (seconds) => (clock.length > 5 ? '' : seconds)),
            offset: offset === 'Z' ? '' : offset,
          };
  return { year: Number(year), month: Number(month), day: Number(date), at };
}
