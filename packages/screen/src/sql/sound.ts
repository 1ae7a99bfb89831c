import { and, isNull, not, or } from './tree/build.ts';
import type { Expression } from './tree/expression.ts';

/**
 * A test that is true only where an expression is not NULL, and that engines work out more quickly than the expression itself. Where
 * it is false or NULL, the expression may be either.
 */
export function isSound(of: Expression): Expression {
  return soundness(of) ?? not(isNull(of));
}

/** The same; undefined where the expression is never NULL. */
function soundness(of: Expression): Expression | undefined {
  switch (of.op) {
    case 'integer':
      return undefined;
    case 'case': {
      const ways: Expression[] = [];
      // Only what leads to NULL has to be ruled out for what comes after it.
      const ruledOut: Expression[] = [];
      const isClear = (then: Expression) => then.op !== 'null' && soundness(then) === undefined;
      if (of.arms.every(({ then }) => isClear(then)) && isClear(of.otherwise)) return undefined;
      for (const { when, then } of of.arms) {
        if (then.op !== 'null') ways.push(and(...ruledOut, when, ...listed(soundness(then))));
        if (!isClear(then)) ruledOut.push(not(when));
      }
      if (of.otherwise.op !== 'null') ways.push(and(...ruledOut, ...listed(soundness(of.otherwise))));
      return ways.length === 0 ? not(isNull(of)) : or(...ways);
    }
    default:
      return not(isNull(of));
  }
}

function listed(test: Expression | undefined): readonly Expression[] {
  return test === undefined ? [] : [test];
}
