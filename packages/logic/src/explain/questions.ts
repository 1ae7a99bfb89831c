import type { Comparison, Expression, Parameter, ScalarType, ScalarValue } from '@proviso/model';
import type { Named } from './explanation.ts';
import type { Phrase, Shown, Test } from './phrase.ts';
import { named, type Scope, type Words } from './words.ts';

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

/** What the expressions of a rulebook ask, in words without a language yet. */
export class Questions {
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  /** A side of a comparison. */
  operand(expression: Expression, scope: Scope, cites: readonly string[] = []): Operand {
    switch (expression.op) {
      case 'fact':
        return { kind: 'fact', path: this.#words.path(expression.fact, scope), cites };
      case 'element':
        return { kind: 'element', cites };
      case 'value':
        return { kind: 'value', type: expression.type, value: expression.value, cites };
      case 'parameter': {
        const parameter = this.#words.parameter(expression.parameter);
        return { kind: 'parameter', parameter, cites: [...cites, ...parameter.per] };
      }
      case 'count':
        return { kind: 'count', list: this.#words.path(expression.list, scope), where: expression.where, cites };
      case 'term': {
        const term = this.#words.term(expression.term);
        if (['fact', 'value', 'parameter', 'term'].includes(term.means.op)) {
          return this.operand(term.means, this.#words.bind(term, expression.party, scope), [...cites, ...term.per]);
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
          expression.of.kind === 'list'
            ? this.#words.list(expression.of.list)
            : { values: expression.of.values, per: [] };
        const test: Test = {
          kind: 'member',
          negated: expression.negated,
          values: declared.values.map((value) => this.#words.value(type, value)),
          ...('list' in declared ? { list: declared.list } : {}),
        };
        return { subject, test, cites: [...subject.cites, ...declared.per] };
      }
      case 'any':
      case 'all': {
        const path = this.#words.path(expression.list, scope);
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
    if (operand.kind === 'value') return { value: this.#words.value(type, operand.value) };
    const { parameter } = operand;
    const words = named(parameter.name, parameter.label);
    return { value: this.#words.parameterValue(parameter), parameter: words };
  }

  #typeOf(subject: Extract<Operand, { kind: 'fact' | 'element' }>, list: string | undefined): ScalarType {
    const type = this.#words.declared(subject.kind === 'fact' ? subject.path : (list ?? ''))?.type ?? { kind: 'text' };
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
        return { kind: 'reading', ...this.#words.reading(expression.reading, expression.alternative) };
      case 'open':
        return { kind: 'open', open: this.#words.open(expression.open).open };
      case 'value':
        return { kind: 'constant', value: expression.value === true };
      case 'term': {
        const term = this.#words.term(expression.term);
        const { party } = this.#words.bind(term, expression.party, scope);
        return {
          kind: 'term',
          term: named(term.name, term.label),
          ...(party === undefined ? {} : { party: this.#words.party(party.party) }),
        };
      }
      default: {
        const question = this.question(expression, scope, list);
        if (question !== undefined) {
          const { subject, test } = question;
          return subject.kind === 'fact'
            ? { kind: 'fact', ...this.#words.fact(subject.path), test }
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
        return this.#words.term(expression.term).per;
      case 'reading':
        return this.#words.readingPer(expression.reading);
      case 'open':
        return this.#words.open(expression.open).per;
      case 'parameter':
        return this.operand(expression, scope).cites;
      case 'member':
        return [
          ...this.citesOf(expression.operand, scope),
          ...(expression.of.kind === 'list' ? this.#words.list(expression.of.list).per : []),
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
