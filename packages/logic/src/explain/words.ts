import type { Fact, Parameter, ScalarValue, Term, Value, ValueType } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { byPeriod } from '../compile/periods.ts';
import type { Named } from './explanation.ts';
import type { Shown } from './phrase.ts';

/** The party that a term's parameter stands for while the term is expanded. */
export interface Scope {
  readonly party?: { readonly parameter: string; readonly party: string };
}

/** Names and values of a rulebook with the words for them, without a language yet; dated ones as they are in one period. */
export class Words {
  readonly #compiled: CompiledRulebook;
  readonly #period: number;
  readonly #terms: ReadonlyMap<string, Term>;

  constructor(compiled: CompiledRulebook, period: number) {
    this.#compiled = compiled;
    this.#period = period;
    this.#terms = new Map(compiled.declarations.terms.map((term) => [term.name, term]));
  }

  /** A defined term. */
  term(name: string): Term {
    const term = this.#terms.get(name);
    if (term === undefined) throw new Error(`no term ${name}`);
    return term;
  }

  /** The scope in which a term's meaning is read when it is applied in another scope. */
  bind(term: Term, party: string | undefined, scope: Scope): Scope {
    if (term.parameter === undefined) return {};
    const actual = party !== undefined && party === scope.party?.parameter ? scope.party.party : party;
    return actual === undefined ? {} : { party: { parameter: term.parameter.name, party: actual } };
  }

  /** A fact by its path, and its party where it has one. */
  fact(path: string): { readonly fact: Named; readonly party?: Named } {
    const declared = this.declared(path);
    const dot = path.indexOf('.');
    return {
      fact: named(path, declared?.label),
      ...(dot < 0 ? {} : { party: this.party(path.slice(0, dot)) }),
    };
  }

  /** The declaration of a fact. */
  declared(path: string): Fact | undefined {
    return this.#compiled.elaboration.facts.get(path);
  }

  /** A party. */
  party(name: string): Named {
    return named(name, this.#compiled.declarations.parties.find((party) => party.name === name)?.label);
  }

  /** A reading and one of its alternatives. */
  reading(name: string, alternative: string): { readonly reading: Named; readonly alternative: Named } {
    const reading = this.#compiled.declarations.readings.find((candidate) => candidate.name === name);
    return {
      reading: named(name, reading?.question),
      alternative: named(alternative, reading?.alternatives.find((candidate) => candidate.name === alternative)?.label),
    };
  }

  /** Provisions that a reading concerns. */
  readingPer(name: string): readonly string[] {
    return this.#compiled.declarations.readings.find((candidate) => candidate.name === name)?.per ?? [];
  }

  /** An open point. */
  open(name: string): { readonly open: Named; readonly per: readonly string[] } {
    const open = this.#compiled.rulebook.opens.find((candidate) => candidate.name === name);
    return { open: named(name, open?.text), per: open?.per ?? [] };
  }

  /** A value of a type. */
  value(type: ValueType, value: Value): Shown {
    if (typeof value === 'object') {
      const of = type.kind === 'list' || type.kind === 'set' ? type.of : type;
      return { kind: 'list', items: value.map((item) => this.value(of, item)) };
    }
    switch (type.kind) {
      case 'boolean':
        return { kind: 'boolean', value: value === true };
      case 'enumeration': {
        const values = this.#compiled.declarations.enumerations.find(({ name }) => name === type.enumeration)?.values;
        return { kind: 'named', ...named(String(value), values?.find(({ name }) => name === value)?.label) };
      }
      case 'integer':
      case 'decimal':
      case 'fraction':
        return { kind: 'number', value: String(value), ...(type.unit === undefined ? {} : { unit: type.unit }) };
      case 'list':
      case 'set':
        return { kind: 'list', items: [this.value(type.of, value)] };
      default:
        return { kind: type.kind, value: String(value) };
    }
  }

  /** A declared list with its content in the period. */
  list(name: string): { values: readonly ScalarValue[]; list: Named; per: readonly string[] } {
    const list = this.#compiled.declarations.lists.find((candidate) => candidate.name === name);
    if (list === undefined) throw new Error(`no list ${name}`);
    const entry = byPeriod(list.values, this.#compiled.periods)[this.#period];
    return { values: entry?.values ?? [], list: named(name, list.label), per: list.per };
  }

  /** A declared parameter. */
  parameter(name: string): Parameter {
    const parameter = this.#compiled.declarations.parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) throw new Error(`no parameter ${name}`);
    return parameter;
  }

  /** A parameter's value in the period; undefined before its first. */
  parameterValue(parameter: Parameter): Shown | undefined {
    const entry = byPeriod(parameter.values, this.#compiled.periods)[this.#period];
    return entry === undefined ? undefined : this.value(parameter.type, entry.value);
  }

  /** A fact's path with a term's parameter replaced by the party. */
  path(path: string, scope: Scope): string {
    const dot = path.indexOf('.');
    if (dot < 0 || scope.party === undefined || path.slice(0, dot) !== scope.party.parameter) return path;
    return `${scope.party.party}${path.slice(dot)}`;
  }
}

/** A name with its words, if there are any. */
export function named(name: string, label: Named['label']): Named {
  return label === undefined ? { name } : { name, label };
}
