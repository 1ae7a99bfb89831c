import type { BuildContext } from '../build/context.ts';
import type { Declared } from '../build/declarations.ts';
import { nameRangeOf } from '../diagnostic.ts';
import { type Kind, kindName } from '../link/kinds.ts';

/** Warns of facts, terms, lists, parameters and sources that the rulebook declares and never uses. */
export function checkUnused(declared: readonly Declared[], context: BuildContext): void {
  const { diagnostics, scope } = context;
  const check = (kind: Kind, name: string, node: Declared['node']): void => {
    if (scope.used.has(`${kind} ${name}`)) return;
    diagnostics.report(
      'PV2023',
      nameRangeOf(node),
      { en: `${kind} \`${name}\` is not used`, zh: `${kindName(kind).zh} \`${name}\` 未被使用` },
      { en: 'use it or delete it', zh: '请使用它，或将其删去' },
    );
  };
  for (const { facts, node } of declared) {
    if (node.$type === 'Fact' && !decidesNothing(node)) check('fact', node.name, node);
    else if (node.$type === 'Term') check('term', node.name, node);
    else if (node.$type === 'DatedList') check('list', node.name, node);
    else if (node.$type === 'Parameter') check('parameter', node.name, node);
    else if (node.$type === 'Source') check('source', node.name, node);
    for (const fact of facts) if (!decidesNothing(fact)) check('fact', `${nameOfGroup(node)}.${fact.name}`, fact);
  }
}

function decidesNothing(node: Extract<Declared['node'], { $type: 'Fact' }>): boolean {
  return node.clauses.some(({ $type }) => $type === 'DecidesNothing');
}

function nameOfGroup(node: Declared['node']): string {
  return node.$type === 'Group' ? node.name : '';
}
