import {
  allDeclarations,
  type Declarations,
  enumerationsByName,
  type Fact,
  factsByPath,
  type Reading,
  type Rule,
  type Rulebook,
  type ScalarType,
  type ScalarValue,
  textIn,
  type Value,
} from '@proviso/model';
import type { Messages } from '../messages/contract.ts';

/** The words that a rulebook has for its names, in one language. */
export class Glossary {
  readonly #rulebook: Rulebook;
  readonly #messages: Messages;
  readonly #declarations: Declarations;
  readonly #facts: ReadonlyMap<string, Fact>;

  constructor(rulebook: Rulebook, messages: Messages) {
    this.#rulebook = rulebook;
    this.#messages = messages;
    this.#declarations = allDeclarations(rulebook);
    this.#facts = factsByPath(this.#declarations);
  }

  /** The rulebook's title with its id. */
  get title(): string {
    const title = textIn(this.#rulebook.title, this.#messages.language);
    return title === '' ? this.#rulebook.id : this.#messages.words.aside(title, this.#rulebook.id);
  }

  /** The fact at a path. */
  fact(path: string): Fact | undefined {
    return this.#facts.get(path);
  }

  /** The paths of all facts. */
  get factPaths(): Iterable<string> {
    return this.#facts.keys();
  }

  /** The reading of a name. */
  reading(name: string): Reading | undefined {
    return this.#declarations.readings.find((reading) => reading.name === name);
  }

  /** The rule of a name. */
  rule(name: string): Rule | undefined {
    return this.#rulebook.rules.find((rule) => rule.name === name);
  }

  /** How a provision or an instrument is cited: the instrument and the pinpoint. */
  citation(name: string): string {
    const { language, words } = this.#messages;
    const provision = this.#rulebook.provisions.find((candidate) => candidate.name === name);
    const instrument = this.#rulebook.instruments.find(
      (candidate) => candidate.name === (provision?.instrument ?? name),
    );
    if (instrument === undefined) return name;
    const where = instrument.citation ?? textIn(instrument.title, language);
    return provision === undefined ? where : words.cited(where, textIn(provision.pinpoint, language));
  }

  /** What an event is cited by: the acting instrument or provision, if it has one. */
  actor(event: string | null): string | undefined {
    return this.#rulebook.events.find((candidate) => candidate.name === event)?.by;
  }

  /** A rule's label with its name. */
  ruleTitle(name: string): string {
    return this.#titled(textIn(this.rule(name)?.label, this.#messages.language), name);
  }

  /** A fact's label, or its name; for a fact of a party, with the party's label. */
  factLabel(path: string): string {
    const { language, words } = this.#messages;
    const label = textIn(this.#facts.get(path)?.label, language) || textIn(this.#term(path)?.label, language) || path;
    const party = this.#partyLabel(path);
    return party === '' ? label : words.aside(label, party);
  }

  /** A fact's question, with the party's label for a fact of a party; its label where there is no question. */
  factQuestion(path: string): string {
    const { language, words } = this.#messages;
    const question = textIn(this.#facts.get(path)?.question, language);
    const party = this.#partyLabel(path);
    if (question === '') return this.factLabel(path);
    return party === '' ? question : words.aside(question, party);
  }

  /** A reading's question. */
  readingQuestion(name: string): string {
    return textIn(this.reading(name)?.question, this.#messages.language) || name;
  }

  /** The label of an alternative of a reading. */
  alternative(reading: string, alternative: string): string {
    const found = this.reading(reading)?.alternatives.find((candidate) => candidate.name === alternative);
    return textIn(found?.label, this.#messages.language) || alternative;
  }

  /** Who argues an alternative; names of sources are replaced by their titles. */
  arguedBy(reading: string, alternative: string): readonly string[] {
    const found = this.reading(reading)?.alternatives.find((candidate) => candidate.name === alternative);
    return (found?.arguedBy ?? []).map(
      (by) => this.#rulebook.sources.find((source) => source.name === by)?.title ?? by,
    );
  }

  /** An event's label, or its name. */
  event(name: string): string {
    const event = this.#rulebook.events.find((candidate) => candidate.name === name);
    return textIn(event?.label, this.#messages.language) || name;
  }

  /** What an open point asks for. */
  open(name: string): string {
    const open = this.#rulebook.opens.find((candidate) => candidate.name === name);
    return textIn(open?.text, this.#messages.language) || name;
  }

  /** The label of a condition of a restriction. */
  condition(rule: string, condition: string): string {
    const found = this.rule(rule);
    const conditions = found?.kind === 'restriction' ? found.onlyIf : [];
    return (
      textIn(conditions.find((candidate) => candidate.name === condition)?.label, this.#messages.language) || condition
    );
  }

  /** A value of a fact in words. */
  value(path: string, value: Value | null): string {
    const { words } = this.#messages;
    if (value === null) return words.unknown;
    const type = this.#facts.get(path)?.type;
    if (typeof value === 'object') {
      const of = type?.kind === 'list' || type?.kind === 'set' ? type.of : undefined;
      return value.length === 0 ? '[]' : words.list(value.map((element) => this.scalar(of, element)));
    }
    return this.scalar(type?.kind === 'list' || type?.kind === 'set' ? undefined : type, value);
  }

  /** A single value in words. */
  scalar(type: ScalarType | undefined, value: ScalarValue): string {
    const { language, words } = this.#messages;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (type?.kind === 'enumeration') {
      const enumeration = enumerationsByName(this.#declarations).get(type.enumeration);
      return textIn(enumeration?.values.find((candidate) => candidate.name === value)?.label, language) || value;
    }
    const unit = type !== undefined && 'unit' in type ? type.unit : undefined;
    return unit === undefined ? value : `${value} ${unit}`;
  }

  /** The declarations of the rulebook and its vocabularies. */
  get declarations(): Declarations {
    return this.#declarations;
  }

  #partyLabel(path: string): string {
    const party = this.#declarations.parties.find((candidate) => path.startsWith(`${candidate.name}.`));
    return textIn(party?.label, this.#messages.language);
  }

  #term(name: string) {
    return this.#declarations.terms.find((term) => term.name === name);
  }

  #titled(label: string, name: string): string {
    return label === '' || label === name ? name : this.#messages.words.named(label, name);
  }
}
