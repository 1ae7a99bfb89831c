import type { Expression, FactValues } from '@proviso/model';
import type { Analysis } from '../decide/analysis.ts';
import { unique } from './cite.ts';
import type { Basis, StepTruth, TruthStep } from './explanation.ts';
import { inverse, joined } from './kleene.ts';
import { isTruthStep } from './prune.ts';
import { opposite, type Question, Questions } from './questions.ts';
import { named, type Scope, type Words } from './words.ts';

/** Works out the steps of conditions: each part with its exact value over all admissible completions. */
export class ConditionSteps {
  readonly #analysis: Analysis;
  readonly #words: Words;
  readonly #questions: Questions;
  readonly #facts: FactValues;
  readonly #readings: Readonly<Record<string, string>>;
  /** Terms told in full, where each is told once. */
  readonly #told: Set<string> | undefined;

  /** @param once whether a term is told in full only the first time */
  constructor(
    analysis: Analysis,
    words: Words,
    facts: FactValues,
    readings: Readonly<Record<string, string>>,
    once: boolean,
  ) {
    this.#analysis = analysis;
    this.#words = words;
    this.#questions = new Questions(words);
    this.#facts = facts;
    this.#readings = readings;
    this.#told = once ? new Set() : undefined;
  }

  /** Whether a part of a rule's condition holds. */
  value(expression: Expression, scope: Scope = {}): StepTruth {
    const { compiled, rulings } = this.#analysis;
    const diagram = rulings.translator.diagram(compiled.elaboration.condition(expression, scope));
    return this.#analysis.must(diagram) ? 'true' : this.#analysis.can(diagram) ? 'unknown' : 'false';
  }

  /** The steps that together make up a condition: all of them have to hold. */
  conjuncts(expression: Expression, scope: Scope = {}): readonly TruthStep[] {
    if (isAlways(expression)) return [];
    const step = this.step(expression, scope);
    if (step.kind === 'condition' && step.connective === 'all' && !step.joint) return step.children.filter(isTruthStep);
    return [step];
  }

  /** The step of a condition. */
  step(expression: Expression, scope: Scope = {}): TruthStep {
    const value = this.value(expression, scope);
    switch (expression.op) {
      case 'and':
      case 'or': {
        const children = flattened(expression, expression.op).map((operand) => this.step(operand, scope));
        return condition(expression.op === 'and' ? 'all' : 'any', value, children);
      }
      case 'implies':
        return condition('implies', value, [this.step(expression.left, scope), this.step(expression.right, scope)]);
      case 'not':
        return this.#negation(expression.operand, scope);
      case 'term':
        return this.#term(expression, scope, value);
      case 'reading':
        return this.#reading(expression, value, false);
      case 'open':
        return this.#open(expression.open, value, false);
      default:
        return this.#leaf(expression, scope, value);
    }
  }

  #negation(operand: Expression, scope: Scope): TruthStep {
    switch (operand.op) {
      case 'not':
        return this.step(operand.operand, scope);
      case 'reading':
        return this.#reading(operand, inverse(this.value(operand, scope)), true);
      case 'open':
        return this.#open(operand.open, inverse(this.value(operand, scope)), true);
      case 'and':
      case 'or':
      case 'implies':
      case 'term':
        break;
      default: {
        const question = this.#questions.question(operand, scope);
        const test = question === undefined ? undefined : opposite(question.test);
        if (question === undefined || test === undefined) break;
        return this.#fact({ ...question, test }, inverse(this.value(operand, scope)));
      }
    }
    return condition('not', inverse(this.value(operand, scope)), [this.step(operand, scope)]);
  }

  #leaf(expression: Expression, scope: Scope, value: StepTruth): TruthStep {
    const question = this.#questions.question(expression, scope);
    if (question !== undefined) return this.#fact(question, value);
    const settled = this.#comparedWithConstant(expression, scope);
    if (settled !== undefined) return settled;
    return {
      kind: 'phrase',
      phrase: this.#questions.phrase(expression, scope),
      value,
      cites: unique(this.#questions.citesOf(expression, scope)),
      children: [],
    };
  }

  /** `term is yes`, `not (term = false)`: the condition itself, or its negation. */
  #comparedWithConstant(expression: Expression, scope: Scope): TruthStep | undefined {
    if (expression.op !== 'compare') return undefined;
    const left = this.#questions.operand(expression.left, scope);
    const right = this.#questions.operand(expression.right, scope);
    const [inner, constant] = left.kind === 'condition' ? [left, right] : [right, left];
    if (inner.kind !== 'condition' || constant.kind !== 'value') return undefined;
    return (constant.value === true) === (expression.comparison === '=')
      ? this.step(inner.expression, inner.scope)
      : this.#negation(inner.expression, inner.scope);
  }

  #term(expression: Extract<Expression, { op: 'term' }>, scope: Scope, value: StepTruth): TruthStep {
    const term = this.#words.term(expression.term);
    const inner = this.#words.bind(term, expression.party, scope);
    const key = `${term.name}(${inner.party?.party ?? ''})`;
    const repeated = this.#told?.has(key) === true;
    this.#told?.add(key);
    const asserted = term.parameter === undefined && this.#analysis.asserted.has(term.name);
    return {
      kind: 'term',
      term: named(term.name, term.label),
      ...(inner.party === undefined ? {} : { party: this.#words.party(inner.party.party) }),
      value,
      asserted,
      repeated,
      cites: unique(term.per),
      children: asserted || repeated ? [] : this.conjuncts(term.means, inner),
    };
  }

  #reading(expression: Extract<Expression, { op: 'reading' }>, value: StepTruth, negated: boolean): TruthStep {
    const settled = this.#readings[expression.reading];
    return {
      kind: 'reading',
      about: 'condition',
      ...this.#words.reading(expression.reading, expression.alternative),
      negated,
      settled: settled === undefined ? null : this.#words.reading(expression.reading, settled).alternative,
      value,
      cites: unique(this.#words.readingPer(expression.reading)),
      children: [],
    };
  }

  #open(name: string, value: StepTruth, negated: boolean): TruthStep {
    const { open, per } = this.#words.open(name);
    return { kind: 'open', open, negated, value, cites: unique(per), children: [] };
  }

  #fact({ subject, test, cites }: Question, value: StepTruth): TruthStep {
    if (subject.kind !== 'fact') throw new Error('an element outside any, all and count');
    return {
      kind: 'fact',
      ...this.#words.fact(subject.path),
      test,
      basis: this.basis(subject.path),
      value,
      cites: unique(cites),
      children: [],
    };
  }

  /** What a fact is known by. */
  basis(path: string): Basis {
    const type = this.#words.declared(path)?.type ?? { kind: 'text' };
    const presumed = this.#analysis.standIns.get(path);
    if (presumed !== undefined) return { kind: 'presumed', value: this.#words.value(type, presumed) };
    const given = this.#facts[path];
    if (given === undefined) return { kind: 'absent' };
    return given === null ? { kind: 'dont_know' } : { kind: 'given', value: this.#words.value(type, given) };
  }
}

/** The constant true: a rule without a condition. */
function isAlways(expression: Expression): boolean {
  return expression.op === 'value' && expression.value === true;
}

function flattened(expression: Expression, op: 'and' | 'or'): readonly Expression[] {
  if (expression.op !== op) return [expression];
  return expression.operands.flatMap((operand) => flattened(operand, op));
}

function condition(
  connective: 'all' | 'any' | 'not' | 'implies',
  value: StepTruth,
  children: readonly TruthStep[],
): TruthStep {
  const joint = value !== 'unknown' && joined(connective, children) === 'unknown';
  return { kind: 'condition', connective, value, joint, cites: [], children };
}
