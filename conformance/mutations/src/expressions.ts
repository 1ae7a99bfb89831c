import type { Comparison, Expression, Reading } from '@proviso/model';
import type { Change } from './mutant.ts';

/** The comparison that is nearest to each: what a slip of the pen would write. */
const SLIPS: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
};

/** Every expression that differs in one place: a comparison turned, a part negated or left out, another alternative read. */
export function changesOf(expression: Expression, readings: readonly Reading[]): readonly Change<Expression>[] {
  const isConstant = expression.op === 'value';
  const negated = isConstant ? [] : [{ what: `not: ${show(expression)}`, to: not(expression) }];
  // Where negating is what turning a comparison does, once is enough.
  return distinct([...within(expression, readings), ...negated]);
}

function within(expression: Expression, readings: readonly Reading[]): readonly Change<Expression>[] {
  const inner = (part: Expression) => within(part, readings);
  switch (expression.op) {
    case 'compare': {
      const { comparison, left, right } = expression;
      const to: Expression = { ...expression, comparison: SLIPS[comparison] };
      return [
        { what: `${show(expression)} turned to ${SLIPS[comparison]}`, to },
        ...inner(left).map(({ what, to: changed }) => ({ what, to: { ...expression, left: changed } })),
        ...inner(right).map(({ what, to: changed }) => ({ what, to: { ...expression, right: changed } })),
      ];
    }
    case 'member':
      return [{ what: `${show(expression)} turned`, to: { ...expression, negated: !expression.negated } }];
    case 'reading': {
      const alternatives = readings.find(({ name }) => name === expression.reading)?.alternatives ?? [];
      return alternatives
        .filter(({ name }) => name !== expression.alternative)
        .map(({ name }) => ({
          what: `${show(expression)} turned to ${name}`,
          to: { ...expression, alternative: name },
        }));
    }
    case 'not':
      return inner(expression.operand).map(({ what, to }) => ({ what, to: not(to) }));
    case 'and':
    case 'or':
      return expression.operands.flatMap((operand, index) => {
        const rest = expression.operands.toSpliced(index, 1);
        const [only] = rest;
        const left: Expression = rest.length === 1 && only !== undefined ? only : { ...expression, operands: rest };
        const replaced = (to: Expression): Expression => ({
          ...expression,
          operands: expression.operands.with(index, to),
        });
        const where = `in ${expression.op}`;
        return [
          { what: `${show(operand)} left out ${where}`, to: left },
          { what: `not: ${show(operand)}`, to: replaced(not(operand)) },
          ...inner(operand).map(({ what, to }) => ({ what, to: replaced(to) })),
        ];
      });
    case 'implies': {
      const { left, right } = expression;
      return [
        { what: `${show(left)} left out in implies`, to: right },
        { what: `not: ${show(left)}`, to: { ...expression, left: not(left) } },
        { what: `not: ${show(right)}`, to: { ...expression, right: not(right) } },
        ...inner(left).map(({ what, to }) => ({ what, to: { ...expression, left: to } })),
        ...inner(right).map(({ what, to }) => ({ what, to: { ...expression, right: to } })),
      ];
    }
    case 'any':
    case 'all': {
      const op = expression.op === 'any' ? 'all' : 'any';
      return [
        { what: `${show(expression)} turned to ${op}`, to: { ...expression, op } },
        ...inner(expression.where).map(({ what, to }) => ({ what, to: { ...expression, where: to } })),
      ];
    }
    case 'count': {
      const { where } = expression;
      return where === undefined
        ? []
        : inner(where).map(({ what, to }) => ({ what, to: { ...expression, where: to } }));
    }
    default:
      return [];
  }
}

function distinct(changes: readonly Change<Expression>[]): readonly Change<Expression>[] {
  const seen = new Map<string, Change<Expression>>();
  for (const change of changes) {
    const key = JSON.stringify(simplest(change.to));
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}

/** Negated comparisons and memberships are the turned ones. */
function simplest(expression: Expression): Expression {
  switch (expression.op) {
    case 'not': {
      const { operand } = expression;
      if (operand.op === 'compare' && (operand.comparison === '=' || operand.comparison === '!='))
        return { ...operand, comparison: SLIPS[operand.comparison] };
      if (operand.op === 'member') return { ...operand, negated: !operand.negated };
      return { ...expression, operand: simplest(operand) };
    }
    case 'and':
    case 'or':
      return { ...expression, operands: expression.operands.map(simplest) };
    default:
      return expression;
  }
}

function not(operand: Expression): Expression {
  return operand.op === 'not' ? operand.operand : { op: 'not', operand };
}

/** An expression in few words. */
export function show(expression: Expression): string {
  switch (expression.op) {
    case 'value':
      return String(expression.value);
    case 'fact':
      return expression.fact;
    case 'term':
      return expression.party === undefined ? expression.term : `${expression.term}(${expression.party})`;
    case 'parameter':
      return expression.parameter;
    case 'reading':
      return `${expression.reading} is ${expression.alternative}`;
    case 'open':
      return expression.open;
    case 'element':
      return 'it';
    case 'not':
      return `not ${show(expression.operand)}`;
    case 'and':
    case 'or':
      return `(${expression.operands.map(show).join(` ${expression.op} `)})`;
    case 'implies':
      return `(${show(expression.left)} implies ${show(expression.right)})`;
    case 'compare':
      return `${show(expression.left)} ${expression.comparison} ${show(expression.right)}`;
    case 'member': {
      const { of } = expression;
      const content = of.kind === 'list' ? of.list : `(${of.values.join(', ')})`;
      return `${show(expression.operand)} ${expression.negated ? 'not in' : 'in'} ${content}`;
    }
    case 'any':
    case 'all':
      return `${expression.op} of ${expression.list} where ${show(expression.where)}`;
    case 'count':
      return `count of ${expression.list}${expression.where === undefined ? '' : ` where ${show(expression.where)}`}`;
  }
}
