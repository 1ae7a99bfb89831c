import type { Declarations, Expression, Term } from '@proviso/model';

/** The facts that a defined term is computed from, by path, each once. A term over a party is computed from those of every such party. */
export function factsOfTerm(declarations: Declarations, term: Term): readonly string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  const follow = (next: Term, party: string | undefined): void => {
    const visit = `${next.name} ${party ?? ''}`;
    if (visited.has(visit)) return;
    visited.add(visit);
    const bound = (name: string) => (party !== undefined && name === next.parameter?.name ? party : name);
    eachName(next.means, {
      fact: (path) => {
        const [first = '', ...rest] = path.split('.');
        found.add(rest.length === 0 ? path : [bound(first), ...rest].join('.'));
      },
      term: (name, argument) => {
        const inner = declarations.terms.find((candidate) => candidate.name === name);
        if (inner !== undefined) follow(inner, argument === undefined ? undefined : bound(argument));
      },
    });
  };
  const { parameter } = term;
  if (parameter === undefined) follow(term, undefined);
  else for (const { name, group } of declarations.parties) if (group === parameter.group) follow(term, name);
  return [...found];
}

interface Visitor {
  fact(path: string): void;
  term(name: string, party: string | undefined): void;
}

function eachName(expression: Expression, visitor: Visitor): void {
  switch (expression.op) {
    case 'fact':
      visitor.fact(expression.fact);
      break;
    case 'term':
      visitor.term(expression.term, expression.party);
      break;
    case 'not':
    case 'member':
      eachName(expression.operand, visitor);
      break;
    case 'and':
    case 'or':
      for (const operand of expression.operands) eachName(operand, visitor);
      break;
    case 'implies':
    case 'compare':
      eachName(expression.left, visitor);
      eachName(expression.right, visitor);
      break;
    case 'any':
    case 'all':
    case 'count':
      visitor.fact(expression.list);
      if (expression.where !== undefined) eachName(expression.where, visitor);
      break;
    default:
      break;
  }
}
