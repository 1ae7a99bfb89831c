import {
  allDeclarations,
  type Declarations,
  enumerationsByName,
  type Fact,
  factsByPath,
  type Rulebook,
  type ScalarType,
  type ScalarValue,
  textIn,
  type Value,
} from '@proviso/model';
import type { MemoWords } from './words/contract.ts';

/** The words that a rulebook has for its names, in one language. */
export class Labels {
  readonly #rulebook: Rulebook;
  readonly #words: MemoWords;
  readonly #declarations: Declarations;
  readonly #facts: ReadonlyMap<string, Fact>;

  constructor(rulebook: Rulebook, words: MemoWords) {
    this.#rulebook = rulebook;
    this.#words = words;
    this.#declarations = allDeclarations(rulebook);
    this.#facts = factsByPath(this.#declarations);
  }

  /** A fact's label, or its name; with the party's label for a fact of a party. */
  fact(path: string): string {
    const term = this.#declarations.terms.find(({ name }) => name === path);
    const label = this.#text(this.#facts.get(path)?.label) || this.#text(term?.label) || path;
    return this.#ofParty(path, label);
  }

  /** A fact's question, or its label. */
  factQuestion(path: string): string {
    const question = this.#text(this.#facts.get(path)?.question);
    return question === '' ? this.fact(path) : this.#ofParty(path, question);
  }

  /** A reading's question. */
  reading(name: string): string {
    return this.#text(this.#reading(name)?.question) || name;
  }

  /** An alternative of a reading. */
  alternative(reading: string, alternative: string): string {
    const found = this.#reading(reading)?.alternatives.find(({ name }) => name === alternative);
    return this.#text(found?.label) || alternative;
  }

  /** What an unknown asks for. */
  need(kind: 'fact' | 'reading' | 'status' | 'open', name: string): string {
    switch (kind) {
      case 'fact':
        return this.factQuestion(name);
      case 'reading':
        return this.reading(name);
      case 'status':
        return this.#text(this.#rulebook.events.find((event) => event.name === name)?.label) || name;
      case 'open':
        return this.#text(this.#rulebook.opens.find((open) => open.name === name)?.text) || name;
    }
  }

  /** A value of a fact in words. */
  value(path: string, value: Value | null): string {
    if (value === null) return this.#words.unknown;
    const type = this.#facts.get(path)?.type;
    const many = type?.kind === 'list' || type?.kind === 'set';
    if (typeof value !== 'object') return this.#scalar(many ? undefined : type, value);
    if (value.length === 0) return this.#words.none;
    return this.#words.list(value.map((element) => this.#scalar(many ? type.of : undefined, element)));
  }

  #scalar(type: ScalarType | undefined, value: ScalarValue): string {
    if (typeof value === 'boolean') return value ? this.#words.yes : this.#words.no;
    if (type?.kind === 'enumeration') {
      const values = enumerationsByName(this.#declarations).get(type.enumeration)?.values ?? [];
      return this.#text(values.find(({ name }) => name === value)?.label) || value;
    }
    const unit = type !== undefined && 'unit' in type ? type.unit : undefined;
    return unit === undefined ? value : `${value} ${unit}`;
  }

  #reading(name: string) {
    return this.#declarations.readings.find((reading) => reading.name === name);
  }

  #ofParty(path: string, text: string): string {
    const party = this.#text(this.#declarations.parties.find(({ name }) => path.startsWith(`${name}.`))?.label);
    return party === '' ? text : this.#words.aside(text, party);
  }

  #text(text: Parameters<typeof textIn>[0]): string {
    return textIn(text, this.#words.language);
  }
}
