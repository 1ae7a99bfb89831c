import { type LocalizedText, type Reading, type ReadingAlternative, textIn, type Value } from '@proviso/model';
import { showScalar } from '../ask/shown.ts';
import type { Book } from '../ask/use-rulebook.ts';
import type { Words } from '../i18n/words.tsx';

/** The words of a rulebook for the names in an answer. */
export class Glossary {
  readonly #book: Book;
  readonly #words: Words;

  constructor(book: Book, words: Words) {
    this.#book = book;
    this.#words = words;
  }

  /** The short name of a fact. */
  fact(path: string): string {
    const label = textIn(this.#book.questionOn(path)?.label, this.#words.language) || path;
    const party = this.#book.declarations.parties.find(({ name }) => name === path.split('.')[0]);
    return party === undefined || !path.includes('.')
      ? label
      : this.#words.say('common.pair', { left: this.#text(party) || party.name, right: label });
  }

  /** The question about a fact. */
  question(path: string): string {
    return textIn(this.#book.questionOn(path)?.question, this.#words.language) || path;
  }

  /** A value of a fact in words. */
  value(path: string, value: Value | null): string {
    const question = this.#book.questionOn(path) ?? {
      type: { kind: typeof value === 'boolean' ? 'boolean' : 'text' } as const,
    };
    return showScalar(question, value, this.#words);
  }

  /** `Fact = value` */
  equals(path: string, value: Value | null): string {
    return this.#words.say('answer.equals', { fact: this.fact(path), value: this.value(path, value) });
  }

  reading(name: string): Reading | undefined {
    return this.#book.declarations.readings.find((reading) => reading.name === name);
  }

  readingQuestion(name: string): string {
    return textIn(this.reading(name)?.question, this.#words.language) || name;
  }

  alternative(reading: string, name: string): string {
    return textIn(this.#alternative(reading, name)?.label, this.#words.language) || name;
  }

  /** Who argues an alternative; sources by their titles. */
  arguedBy(reading: string, name: string): readonly string[] {
    return (this.#alternative(reading, name)?.arguedBy ?? []).map(
      (by) => this.#book.rulebook.sources.find((source) => source.name === by)?.title ?? by,
    );
  }

  /** An event in words; its name when it has none. */
  event(name: string): string {
    return this.#text(this.#book.rulebook.events.find((event) => event.name === name)) || name;
  }

  open(name: string): string {
    return textIn(this.#book.rulebook.opens.find((open) => open.name === name)?.text, this.#words.language) || name;
  }

  /** A provision with its place: `WC-2 (para. 2)`. */
  provision(name: string): string {
    const provision = this.#book.rulebook.provisions.find((one) => one.name === name);
    const pinpoint = textIn(provision?.pinpoint, this.#words.language);
    return pinpoint === '' ? name : this.#words.say('common.aside', { text: name, aside: pinpoint });
  }

  #alternative(reading: string, name: string): ReadingAlternative | undefined {
    return this.reading(reading)?.alternatives.find((alternative) => alternative.name === name);
  }

  #text(declared: { readonly label?: LocalizedText } | undefined): string {
    return textIn(declared?.label, this.#words.language);
  }
}
