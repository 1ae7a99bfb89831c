import type { Expression } from '@proviso/model';

/** The expression and everything in it. */
export function* parts(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.op) {
    case 'not':
      yield* parts(expression.operand);
      break;
    case 'and':
    case 'or':
      for (const operand of expression.operands) yield* parts(operand);
      break;
    case 'implies':
    case 'compare':
      yield* parts(expression.left);
      yield* parts(expression.right);
      break;
    case 'member':
      yield* parts(expression.operand);
      break;
    case 'any':
    case 'all':
      yield* parts(expression.where);
      break;
    case 'count':
      if (expression.where !== undefined) yield* parts(expression.where);
      break;
    default:
      break;
  }
}
