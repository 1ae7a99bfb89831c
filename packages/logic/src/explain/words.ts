import type {
  Comparison,
  Expression,
  Fact,
  Parameter,
  ScalarType,
  ScalarValue,
  Term,
  Value,
  ValueType,
} from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { byPeriod } from '../compile/periods.ts';
import type { Named } from './explanation.ts';
import type { Phrase, Shown, Test } from './phrase.ts';

/** The party that a term's parameter stands for while the term is expanded. */
export interface Scope {
  readonly party?: { readonly parameter: string; readonly party: string };
}

/** A side of a comparison, with terms that merely name a value replaced by it. `cites`: provisions of what was looked through. */
export type Operand = { readonly cites: readonly string[] } & (
  | { readonly kind: 'fact'; readonly path: string }
  | { readonly kind: 'element' }
  | { readonly kind: 'value'; readonly type: ScalarType; readonly value: ScalarValue }
  | { readonly kind: 'parameter'; readonly parameter: Parameter }
  | { readonly kind: 'count'; readonly list: string; readonly where: Expression | undefined }
  | { readonly kind: 'condition'; readonly expression: Expression; readonly scope: Scope }
);

/** What a leaf of a condition asks of what. */
export interface Question {
  readonly subject: Operand;
  readonly test: Test;
  readonly cites: readonly string[];
}

/** Turns names, values and expressions of a rulebook into language-neutral words, at one period of dated values. */
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

  /** A side of a comparison. */
  operand(expression: Expression, scope: Scope, cites: readonly string[] = []): Operand {
    switch (expression.op) {
      case 'fact':
        return { kind: 'fact', path: this.path(expression.fact, scope), cites };
      case 'element':
        return { kind: 'element', cites };
      case 'value':
        return { kind: 'value', type: expression.type, value: expression.value, cites };
      case 'parameter': {
        const parameter = this.#compiled.declarations.parameters.find(({ name }) => name === expression.parameter);
        if (parameter === undefined) throw new Error(`no parameter ${expression.parameter}`);
        return { kind: 'parameter', parameter, cites: [...cites, ...parameter.per] };
      }
      case 'count':
        return { kind: 'count', list: this.path(expression.list, scope), where: expression.where, cites };
      case 'term': {
        const term = this.term(expression.term);
        if (['fact', 'value', 'parameter', 'term'].includes(term.means.op)) {
          return this.operand(term.means, this.bind(term, expression.party, scope), [...cites, ...term.per]);
        }
        return { kind: 'condition', expression, scope, cites };
      }
      default:
        return { kind: 'condition', expression, scope, cites };
    }
  }

  /** What a leaf asks; undefined for an expression that is no question about a fact or an element. */
  question(expression: Expression, scope: Scope, list?: string): Question | undefined {
    switch (expression.op) {
      case 'fact':
      case 'element':
        return {
          subject: this.operand(expression, scope),
          test: { kind: 'compare', comparison: '=', value: { kind: 'boolean', value: true } },
          cites: [],
        };
      case 'member': {
        const subject = this.operand(expression.operand, scope);
        if (subject.kind !== 'fact' && subject.kind !== 'element') return undefined;
        const type = this.#typeOf(subject, list);
        const declared =
          expression.of.kind === 'list' ? this.#list(expression.of.list) : { values: expression.of.values, per: [] };
        const test: Test = {
          kind: 'member',
          negated: expression.negated,
          values: declared.values.map((value) => this.value(type, value)),
          ...('list' in declared ? { list: declared.list } : {}),
        };
        return { subject, test, cites: [...subject.cites, ...declared.per] };
      }
      case 'any':
      case 'all': {
        const path = this.path(expression.list, scope);
        return {
          subject: { kind: 'fact', path, cites: [] },
          test: {
            kind: expression.op === 'any' ? 'some' : 'every',
            where: this.phrase(expression.where, scope, path),
          },
          cites: this.citesOf(expression.where, scope),
        };
      }
      case 'compare':
        return this.#comparison(expression, scope, list);
      default:
        return undefined;
    }
  }

  #comparison(
    expression: Extract<Expression, { op: 'compare' }>,
    scope: Scope,
    list: string | undefined,
  ): Question | undefined {
    let left = this.operand(expression.left, scope);
    let right = this.operand(expression.right, scope);
    let { comparison } = expression;
    if (isConstant(left) && !isConstant(right)) {
      [left, right] = [right, left];
      comparison = FLIPPED[comparison];
    }
    if (left.kind !== 'fact' && left.kind !== 'element' && left.kind !== 'count') return undefined;
    if (!isConstant(right)) return undefined;
    const cites = [...left.cites, ...right.cites];
    const type = left.kind === 'count' ? ({ kind: 'integer' } as const) : this.#typeOf(left, list);
    const constant = this.#constant(right, type);
    const subject: Operand = left.kind === 'count' ? { kind: 'fact', path: left.list, cites: left.cites } : left;
    if (constant.value === undefined)
      return { subject, test: { kind: 'no_value', parameter: constant.parameter }, cites };
    const { value } = constant;
    if (value.kind === 'boolean' && comparison === '!=') {
      const test: Test = { kind: 'compare', comparison: '=', value: { kind: 'boolean', value: !value.value } };
      return { subject, test, cites };
    }
    const parameter = constant.parameter === undefined ? {} : { parameter: constant.parameter };
    if (left.kind !== 'count') return { subject, test: { kind: 'compare', comparison, value, ...parameter }, cites };
    const where = left.where === undefined ? {} : { where: this.phrase(left.where, scope, left.list) };
    return {
      subject,
      test: { kind: 'count', comparison, value, ...where, ...parameter },
      cites: [...cites, ...(left.where === undefined ? [] : this.citesOf(left.where, scope))],
    };
  }

  #constant(
    operand: Extract<Operand, { kind: 'value' | 'parameter' }>,
    type: ScalarType,
  ): { value: Shown; parameter?: Named } | { value: undefined; parameter: Named } {
    if (operand.kind === 'value') return { value: this.value(type, operand.value) };
    const { parameter } = operand;
    const entry = byPeriod(parameter.values, this.#compiled.periods)[this.#period];
    const words = named(parameter.name, parameter.label);
    return { value: entry === undefined ? undefined : this.value(parameter.type, entry.value), parameter: words };
  }

  #list(name: string): { values: readonly ScalarValue[]; list: Named; per: readonly string[] } {
    const list = this.#compiled.declarations.lists.find((candidate) => candidate.name === name);
    if (list === undefined) throw new Error(`no list ${name}`);
    const entry = byPeriod(list.values, this.#compiled.periods)[this.#period];
    return { values: entry?.values ?? [], list: named(name, list.label), per: list.per };
  }

  #typeOf(subject: Extract<Operand, { kind: 'fact' | 'element' }>, list: string | undefined): ScalarType {
    const type = this.declared(subject.kind === 'fact' ? subject.path : (list ?? ''))?.type ?? { kind: 'text' };
    return type.kind === 'list' || type.kind === 'set' ? type.of : type;
  }

  /** An expression in words. `list`: the list whose element is meant by `it`. */
  phrase(expression: Expression, scope: Scope, list?: string): Phrase {
    const part = (inner: Expression) => this.phrase(inner, scope, list);
    switch (expression.op) {
      case 'and':
      case 'or':
        return { kind: expression.op, parts: expression.operands.map(part) };
      case 'not':
        return { kind: 'not', part: part(expression.operand) };
      case 'implies':
        return { kind: 'implies', left: part(expression.left), right: part(expression.right) };
      case 'reading':
        return { kind: 'reading', ...this.reading(expression.reading, expression.alternative) };
      case 'open':
        return { kind: 'open', open: this.open(expression.open).open };
      case 'value':
        return { kind: 'constant', value: expression.value === true };
      case 'term': {
        const term = this.term(expression.term);
        const { party } = this.bind(term, expression.party, scope);
        return {
          kind: 'term',
          term: named(term.name, term.label),
          ...(party === undefined ? {} : { party: this.party(party.party) }),
        };
      }
      default: {
        const question = this.question(expression, scope, list);
        if (question !== undefined) {
          const { subject, test } = question;
          return subject.kind === 'fact'
            ? { kind: 'fact', ...this.fact(subject.path), test }
            : { kind: 'element', test };
        }
        return this.#settled(expression, scope, list);
      }
    }
  }

  /** Comparisons between conditions and constants. */
  #settled(expression: Expression, scope: Scope, list: string | undefined): Phrase {
    if (expression.op === 'parameter') {
      const operand = this.operand(expression, scope);
      const constant = operand.kind === 'parameter' ? this.#constant(operand, operand.parameter.type) : undefined;
      return { kind: 'constant', value: constant?.value?.kind === 'boolean' && constant.value.value };
    }
    if (expression.op !== 'compare') throw new Error(`no words for ${expression.op}`);
    const left = this.operand(expression.left, scope);
    const right = this.operand(expression.right, scope);
    if (isConstant(left) && isConstant(right)) return { kind: 'constant', value: false };
    const same: Phrase = {
      kind: 'same',
      left: this.phrase(expression.left, scope, list),
      right: this.phrase(expression.right, scope, list),
    };
    return expression.comparison === '=' ? same : { kind: 'not', part: same };
  }

  /** Provisions behind the terms, readings, parameters and lists that an expression names. */
  citesOf(expression: Expression, scope: Scope): readonly string[] {
    switch (expression.op) {
      case 'and':
      case 'or':
        return expression.operands.flatMap((operand) => this.citesOf(operand, scope));
      case 'not':
        return this.citesOf(expression.operand, scope);
      case 'implies':
      case 'compare':
        return [...this.citesOf(expression.left, scope), ...this.citesOf(expression.right, scope)];
      case 'term':
        return this.term(expression.term).per;
      case 'reading':
        return this.readingPer(expression.reading);
      case 'open':
        return this.open(expression.open).per;
      case 'parameter':
        return this.operand(expression, scope).cites;
      case 'member':
        return [
          ...this.citesOf(expression.operand, scope),
          ...(expression.of.kind === 'list' ? this.#list(expression.of.list).per : []),
        ];
      case 'any':
      case 'all':
        return this.citesOf(expression.where, scope);
      case 'count':
        return expression.where === undefined ? [] : this.citesOf(expression.where, scope);
      case 'value':
      case 'fact':
      case 'element':
        return [];
    }
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

function isConstant(operand: Operand): operand is Extract<Operand, { kind: 'value' | 'parameter' }> {
  return operand.kind === 'value' || operand.kind === 'parameter';
}

const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** The test that holds exactly where another does not; undefined when it cannot be said as one test. */
export function opposite(test: Test): Test | undefined {
  switch (test.kind) {
    case 'compare':
      if (test.value.kind === 'boolean' && test.comparison === '=')
        return { ...test, value: { kind: 'boolean', value: !test.value.value } };
      return { ...test, comparison: OPPOSITE[test.comparison] };
    case 'count':
      return { ...test, comparison: OPPOSITE[test.comparison] };
    case 'member':
      return { ...test, negated: !test.negated };
    case 'some':
      return { kind: 'none', where: test.where };
    case 'none':
      return { kind: 'some', where: test.where };
    case 'every':
      return { kind: 'not_every', where: test.where };
    case 'not_every':
      return { kind: 'every', where: test.where };
    case 'no_value':
      return undefined;
  }
}
