import {
  allDeclarations,
  type Comparison,
  type Declarations,
  type Expression,
  type Fact,
  factsByPath,
  type Rulebook,
  type ScalarType,
  type ScalarValue,
  type Term,
} from '@proviso/model';
import { Asked } from './asked.ts';
import { flip, holds, scalarKey } from './compare.ts';
import type { Condition, Dated } from './condition.ts';
import type { Predicate, Subject } from './cut-regions.ts';
import { numberVariables } from './number-variables.ts';
import { byPeriod, type Periods, periodsOf } from './periods.ts';
import type { VariableTable } from './variables.ts';

interface Scope {
  readonly party?: { readonly parameter: string; readonly party: string };
  readonly element?: Subject;
}

type Operand =
  | { readonly kind: 'subject'; readonly subject: Subject; readonly element: boolean }
  | { readonly kind: 'constant'; readonly type: ScalarType; readonly value: Dated<ScalarValue | undefined> }
  | { readonly kind: 'count'; readonly subject: Subject; readonly where: Condition | undefined }
  | { readonly kind: 'condition'; readonly condition: Condition };

/**
 * Turns expressions into {@link Condition}s. First elaborate everything (which gathers the constants that facts are
 * compared with), then `finish` once, which cuts the facts' values into regions, numbers the variables and fills the tables.
 */
export class Elaboration {
  readonly declarations: Declarations;
  readonly periods: Periods;
  readonly #rulebook: Rulebook;
  /** Every fact by path. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly #terms: ReadonlyMap<string, Term>;
  readonly #asked: Asked;
  readonly #memo = new Map<string, WeakMap<Expression, Condition>>();
  readonly #expanding: string[] = [];
  #finished = false;

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook;
    this.declarations = allDeclarations(rulebook);
    this.facts = factsByPath(this.declarations);
    this.#terms = new Map(this.declarations.terms.map((term) => [term.name, term]));
    this.periods = periodsOf(this.declarations, rulebook.zone);
    this.#asked = new Asked(this.facts);
  }

  /** The condition an expression states. */
  condition(expression: Expression, scope: Scope = {}): Condition {
    const key = `${scope.party?.party ?? ''}|${scope.element?.path ?? ''}`;
    let memo = this.#memo.get(key);
    if (memo === undefined) {
      memo = new WeakMap();
      this.#memo.set(key, memo);
    }
    const known = memo.get(expression);
    if (known !== undefined) return known;
    if (this.#finished) throw new Error('this expression is not one of the rulebook');
    const made = this.#make(expression, scope);
    memo.set(expression, made);
    return made;
  }

  #make(expression: Expression, scope: Scope): Condition {
    switch (expression.op) {
      case 'not':
        return { kind: 'not', operand: this.condition(expression.operand, scope) };
      case 'and':
      case 'or':
        return { kind: expression.op, operands: expression.operands.map((operand) => this.condition(operand, scope)) };
      case 'implies':
        return {
          kind: 'or',
          operands: [
            { kind: 'not', operand: this.condition(expression.left, scope) },
            this.condition(expression.right, scope),
          ],
        };
      case 'reading': {
        const reading = this.declarations.readings.find((candidate) => candidate.name === expression.reading);
        const alternatives = reading?.alternatives.map((alternative) => alternative.name) ?? [];
        const truth = Uint8Array.from(alternatives, (name) => (name === expression.alternative ? 1 : 0));
        return this.#asked.named('reading', expression.reading, truth);
      }
      case 'open':
        return this.#asked.named('open', expression.open, Uint8Array.of(0, 1));
      case 'term':
        return this.#term(expression.term, expression.party, scope);
      case 'any':
      case 'all': {
        const subject = this.#asked.subject(this.#path(expression.list, scope));
        const where = this.condition(expression.where, { ...scope, element: subject });
        const counted: Condition = expression.op === 'any' ? where : { kind: 'not', operand: where };
        const more = this.#asked.count(subject, counted, '>=', [1]);
        return expression.op === 'any' ? more : { kind: 'not', operand: more };
      }
      case 'member': {
        const operand = this.#operand(expression.operand, scope);
        const contents =
          expression.of.kind === 'values' ? [expression.of.values] : this.#listContents(expression.of.list);
        const constants = contents.flat();
        const type =
          operand.kind === 'subject' ? operand.subject.type : operand.kind === 'constant' ? operand.type : undefined;
        if (type === undefined) throw new Error('membership of something that is no single value');
        const keys = contents.map((values) => new Set(values.map((value) => scalarKey(type, value))));
        const predicate: Predicate = (value, period) => {
          const within = keys.length === 1 ? keys[0] : keys[period];
          return (within?.has(scalarKey(type, value)) ?? false) !== expression.negated;
        };
        if (operand.kind === 'subject') return this.#asked.atom(operand, constants, predicate);
        if (operand.kind === 'constant') {
          return {
            kind: 'constant',
            value: this.#perPeriod((period) => {
              const value = operand.value.length === 1 ? operand.value[0] : operand.value[period];
              return value !== undefined && predicate(value, period);
            }),
          };
        }
        throw new Error('membership of something that is no single value');
      }
      case 'compare':
        return this.#compare(expression.comparison, expression.left, expression.right, scope);
      case 'value':
      case 'fact':
      case 'parameter':
      case 'element':
      case 'count':
        return this.#asCondition(this.#operand(expression, scope));
    }
  }

  #asCondition(operand: Operand): Condition {
    switch (operand.kind) {
      case 'condition':
        return operand.condition;
      case 'subject':
        return this.#asked.atom(operand, [], (value) => value === true);
      case 'constant':
        return { kind: 'constant', value: operand.value.map((value) => value === true) };
      case 'count':
        throw new Error('a count is not a condition');
    }
  }

  #operand(expression: Expression, scope: Scope): Operand {
    switch (expression.op) {
      case 'value':
        return { kind: 'constant', type: expression.type, value: [expression.value] };
      case 'fact':
        return { kind: 'subject', subject: this.#asked.subject(this.#path(expression.fact, scope)), element: false };
      case 'element':
        if (scope.element === undefined) throw new Error('an element outside any, all and count');
        return { kind: 'subject', subject: scope.element, element: true };
      case 'parameter': {
        const parameter = this.declarations.parameters.find((candidate) => candidate.name === expression.parameter);
        if (parameter === undefined) throw new Error(`no parameter ${expression.parameter}`);
        const values = byPeriod(parameter.values, this.periods).map((entry) => entry?.value);
        return { kind: 'constant', type: parameter.type, value: values };
      }
      case 'count': {
        const subject = this.#asked.subject(this.#path(expression.list, scope));
        const where =
          expression.where === undefined ? undefined : this.condition(expression.where, { ...scope, element: subject });
        return { kind: 'count', subject, where };
      }
      case 'term': {
        const term = this.#terms.get(expression.term);
        const means = term?.means;
        // A term that merely names a value (a fact, a parameter, a constant) is that value.
        if (term !== undefined && means !== undefined && ['fact', 'value', 'parameter', 'term'].includes(means.op)) {
          return this.#operand(means, this.#bind(term, expression.party, scope));
        }
        return { kind: 'condition', condition: this.condition(expression, scope) };
      }
      default:
        return { kind: 'condition', condition: this.condition(expression, scope) };
    }
  }

  #compare(comparison: Comparison, left: Expression, right: Expression, scope: Scope): Condition {
    const a = this.#operand(left, scope);
    const b = this.#operand(right, scope);
    if (a.kind === 'constant' && b.kind !== 'constant') return this.#compareWith(flip(comparison), b, a);
    if (b.kind === 'constant') return this.#compareWith(comparison, a, b);
    const x = this.#asCondition(a);
    const y = this.#asCondition(b);
    if (comparison !== '=' && comparison !== '!=') throw new Error('two facts cannot be compared with each other');
    const both: Condition = { kind: 'and', operands: [x, y] };
    const neither: Condition = {
      kind: 'and',
      operands: [
        { kind: 'not', operand: x },
        { kind: 'not', operand: y },
      ],
    };
    const same: Condition = { kind: 'or', operands: [both, neither] };
    return comparison === '=' ? same : { kind: 'not', operand: same };
  }

  #compareWith(comparison: Comparison, operand: Operand, constant: Extract<Operand, { kind: 'constant' }>): Condition {
    const at = (period: number) => (constant.value.length === 1 ? constant.value[0] : constant.value[period]);
    switch (operand.kind) {
      case 'condition': {
        const positive = this.#perPeriod((period) => (at(period) === true) === (comparison === '='));
        const same: Condition = {
          kind: 'or',
          operands: [
            { kind: 'and', operands: [{ kind: 'constant', value: positive }, operand.condition] },
            {
              kind: 'and',
              operands: [
                { kind: 'constant', value: positive.map((value) => !value) },
                { kind: 'not', operand: operand.condition },
              ],
            },
          ],
        };
        return same;
      }
      case 'count':
        return this.#asked.count(
          operand.subject,
          operand.where,
          comparison,
          constant.value.map((value) => (value === undefined ? undefined : Number(value))),
        );
      case 'constant':
        return {
          kind: 'constant',
          value: this.#perPeriod((period) => {
            const value = operand.value.length === 1 ? operand.value[0] : operand.value[period];
            return holds(comparison, constant.type, value, at(period));
          }),
        };
      case 'subject': {
        const type = operand.subject.type;
        const constants = constant.value.filter((value) => value !== undefined);
        return this.#asked.atom(operand, constants, (value, period) => holds(comparison, type, value, at(period)));
      }
    }
  }

  #perPeriod(value: (period: number) => boolean): boolean[] {
    const all = Array.from({ length: this.periods.count }, (_, period) => value(period));
    return all.every((entry) => entry === all[0]) ? all.slice(0, 1) : all;
  }

  #term(name: string, party: string | undefined, scope: Scope): Condition {
    const term = this.#terms.get(name);
    if (term === undefined) throw new Error(`no term ${name}`);
    const inner = this.#bind(term, party, scope);
    const key = inner.party === undefined ? name : `${name}(${inner.party.party})`;
    if (this.#expanding.includes(key))
      throw new Error(`terms defined in a circle: ${[...this.#expanding, key].join(' -> ')}`);
    this.#expanding.push(key);
    const body = this.condition(term.means, inner);
    this.#expanding.pop();
    return { kind: 'term', key, body };
  }

  #bind(term: Term, party: string | undefined, scope: Scope): Scope {
    if (term.parameter === undefined) return {};
    const actual = party !== undefined && party === scope.party?.parameter ? scope.party.party : party;
    return actual === undefined ? {} : { party: { parameter: term.parameter.name, party: actual } };
  }

  #path(path: string, scope: Scope): string {
    const dot = path.indexOf('.');
    if (dot < 0 || scope.party === undefined || path.slice(0, dot) !== scope.party.parameter) return path;
    return `${scope.party.party}${path.slice(dot)}`;
  }

  #listContents(name: string): readonly (readonly ScalarValue[])[] {
    const list = this.declarations.lists.find((candidate) => candidate.name === name);
    if (list === undefined) throw new Error(`no list ${name}`);
    return byPeriod(list.values, this.periods).map((entry) => entry?.values ?? []);
  }

  /**
   * Cuts facts into regions and numbers the variables.
   * @param order positions of unknowns (`fact:territory`, `reading:x`, `status:event`, `open:y`), most deciding first;
   *   what it does not name comes last, by name.
   */
  finish(order: readonly string[]): VariableTable {
    this.#finished = true;
    const table = numberVariables(
      {
        rulebook: this.#rulebook,
        declarations: this.declarations,
        subjects: this.#asked.subjects,
        periods: this.periods.count,
      },
      order,
    );
    this.#asked.number(table);
    return table;
  }
}
