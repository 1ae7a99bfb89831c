import {
  allDeclarations,
  type Declarations,
  enumerationsByName,
  type Fact,
  factsByPath,
  LANGUAGES,
  type Language,
  type LocalizedText,
  type Rulebook,
  textIn,
  type Value,
  type ValueType,
} from '@proviso/model';
import type {
  ArguedAlternative,
  CitedProvision,
  JudgedBy,
  NamedText,
  Presumption,
  SummaryVantage,
} from './contract.ts';
import type { SummaryQuestion } from './input.ts';
import type { NeedName } from './read-labels.ts';
import type { SummaryWords } from './words/contract.ts';
import { summaryWordsIn } from './words/index.ts';

/** The words that a rulebook has for its names, in every language in which Proviso speaks. */
export class Glossary {
  readonly #rulebook: Rulebook;
  readonly #declarations: Declarations;
  readonly #facts: ReadonlyMap<string, Fact>;

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook;
    this.#declarations = allDeclarations(rulebook);
    this.#facts = factsByPath(this.#declarations);
  }

  /** The rulebook, for the head of a summary. */
  judgedBy(digest: string): JudgedBy {
    const { id, title } = this.#rulebook;
    return { id, digest, title: inEach((language) => textIn(title, language) || id) };
  }

  /** A vantage with the words of its readings. */
  vantage({ asOf, knownOn, readings }: SummaryQuestion): SummaryVantage {
    const supposed = Object.entries(readings).map(([reading, alternative]) => {
      const declared = this.#reading(reading);
      const found = declared?.alternatives.find(({ name }) => name === alternative);
      return {
        reading,
        alternative,
        question: inEach((language) => textIn(declared?.question, language) || reading),
        label: inEach((language) => textIn(found?.label, language) || alternative),
      };
    });
    return { asOf, knownOn, readings: supposed };
  }

  /** A fact, or `as_of`, by its label. */
  fact(path: string): NamedText {
    const label = this.#facts.get(path)?.label;
    return {
      name: path,
      label: inEach((language, words) => {
        if (path === 'as_of' && !this.#facts.has(path)) return words.dateOfRow;
        return this.#ofParty(path, textIn(label, language) || path, language, words);
      }),
    };
  }

  /** A presumption; nothing for a fact that has none. */
  presumption(path: string): readonly Presumption[] {
    const fact = this.#facts.get(path);
    const presumed = fact?.presumed;
    if (fact === undefined || presumed === undefined) return [];
    const value = inEach((language, words) => this.#value(fact.type, presumed, language, words));
    return [{ ...this.fact(path), value }];
  }

  /** What to ask about an unknown. */
  question({ kind, name }: NeedName): LocalizedText {
    return inEach((language, words) => {
      switch (kind) {
        case 'fact': {
          const fact = this.#facts.get(name);
          const question = textIn(fact?.question, language) || textIn(fact?.label, language) || name;
          return this.#ofParty(name, question, language, words);
        }
        case 'reading':
          return textIn(this.#reading(name)?.question, language) || name;
        case 'status':
          return textIn(this.eventLabel(name), language) || name;
        case 'open':
          return textIn(this.#rulebook.opens.find((open) => open.name === name)?.text, language) || name;
      }
    });
  }

  /** What a reading can be answered with; names of sources are replaced by their titles. */
  alternatives(reading: string): readonly ArguedAlternative[] {
    return (this.#reading(reading)?.alternatives ?? []).map(({ name, label, arguedBy }) => ({
      name,
      label: inEach((language) => textIn(label, language) || name),
      arguedBy: arguedBy.map((by) => this.#rulebook.sources.find((source) => source.name === by)?.title ?? by),
    }));
  }

  /** An event's label, if it has one. */
  eventLabel(name: string): LocalizedText | undefined {
    return this.#rulebook.events.find((event) => event.name === name)?.label;
  }

  /** Whether the rulebook has a provision or an instrument of that name. */
  hasLaw(name: string): boolean {
    return [...this.#rulebook.provisions, ...this.#rulebook.instruments].some((law) => law.name === name);
  }

  /** A provision, or an instrument, as it is cited; by its bare name when the rulebook has neither. */
  cited(name: string): CitedProvision {
    const provision = this.#rulebook.provisions.find((candidate) => candidate.name === name);
    const instrument = this.#rulebook.instruments.find(
      (candidate) => candidate.name === (provision?.instrument ?? name),
    );
    const gist = provision?.gist;
    return {
      provision: name,
      citation: inEach((language, words) => {
        const where = instrument?.citation ?? (textIn(instrument?.title, language) || name);
        const pinpoint = textIn(provision?.pinpoint, language);
        return pinpoint === '' ? where : words.cited(where, pinpoint);
      }),
      ...(gist === undefined ? {} : { gist: inEach((language) => textIn(gist, language)) }),
    };
  }

  #reading(name: string) {
    return this.#declarations.readings.find((reading) => reading.name === name);
  }

  #ofParty(path: string, text: string, language: Language, words: SummaryWords): string {
    const party = this.#declarations.parties.find((candidate) => path.startsWith(`${candidate.name}.`));
    const label = textIn(party?.label, language);
    return label === '' ? text : words.aside(text, label);
  }

  #value(type: ValueType, value: Value, language: Language, words: SummaryWords): string {
    if (typeof value === 'object') {
      const of = type.kind === 'list' || type.kind === 'set' ? type.of : type;
      return value.length === 0 ? '[]' : words.list(value.map((item) => this.#value(of, item, language, words)));
    }
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (type.kind === 'enumeration') {
      const values = enumerationsByName(this.#declarations).get(type.enumeration)?.values;
      return textIn(values?.find(({ name }) => name === value)?.label, language) || value;
    }
    const unit = 'unit' in type ? type.unit : undefined;
    return unit === undefined ? value : `${value} ${unit}`;
  }
}

function inEach(text: (language: Language, words: SummaryWords) => string): LocalizedText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, text(language, summaryWordsIn(language))]));
}
