import type { Expression } from '@proviso/model';
import type { World } from './world.ts';

/** The expression with every defined term replaced by what it means. */
export function expand(world: World, expression: Expression): Expression {
  return rewrite(world, expression, (name) => name);
}

function rewrite(world: World, expression: Expression, party: (name: string) => string): Expression {
  const inside = (part: Expression) => rewrite(world, part, party);
  const path = (fact: string) => {
    const dot = fact.indexOf('.');
    return dot < 0 ? fact : `${party(fact.slice(0, dot))}${fact.slice(dot)}`;
  };
  switch (expression.op) {
    case 'fact':
      return { op: 'fact', fact: path(expression.fact) };
    case 'term': {
      const term = world.declarations.terms.find((candidate) => candidate.name === expression.term);
      if (term === undefined) throw new Error(`no term ${expression.term}`);
      const given = expression.party === undefined ? undefined : party(expression.party);
      return rewrite(world, term.means, (name) => (name === term.parameter?.name ? (given ?? name) : name));
    }
    case 'not':
      return { op: 'not', operand: inside(expression.operand) };
    case 'and':
    case 'or':
      return { op: expression.op, operands: expression.operands.map(inside) };
    case 'implies':
    case 'compare':
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case 'member':
      return { ...expression, operand: inside(expression.operand) };
    case 'any':
    case 'all':
      return { op: expression.op, list: path(expression.list), where: inside(expression.where) };
    case 'count': {
      const counted = { op: 'count', list: path(expression.list) } as const;
      return expression.where === undefined ? counted : { ...counted, where: inside(expression.where) };
    }
    default:
      return expression;
  }
}
