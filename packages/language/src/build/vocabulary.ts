import type { Declarations, Fact, Group } from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import type { BuildContext } from './context.ts';
import { buildList, buildParameter } from './dated.ts';
import type { Declared } from './declarations.ts';
import { buildFact, buildGroup, buildParty } from './facts.ts';
import { buildAssumption, buildReading, buildTerm } from './terms.ts';
import { buildEnumeration } from './types.ts';

/**
 * What rulebooks and vocabularies both hold, in an order in which each thing finds what it needs: enumerations first,
 * then facts, then what is computed from them.
 */
export function buildVocabularyParts(declared: readonly Declared[], context: BuildContext): Declarations {
  const { scope } = context;
  const nodes = declared.map(({ node }) => node);
  const enumerations = declared
    .flatMap(({ node, facts }) => enumerationNodes(node, facts))
    .map(({ name, node }) => buildEnumeration(name, node, context));
  for (const enumeration of enumerations) scope.enumerations.set(enumeration.name, enumeration);

  const facts: Fact[] = [];
  const groups: Group[] = [];
  for (const { node, facts: members } of declared) {
    if (node.$type === 'Fact') facts.push(buildFact(node, context));
    else if (node.$type === 'Group') groups.push(buildGroup(node, members, context));
  }
  for (const fact of facts) scope.facts.set(fact.name, fact);
  for (const group of groups) scope.groups.set(group.name, group);
  const parties = nodes.filter((node) => node.$type === 'Party').map((node) => buildParty(node, context));
  for (const party of parties) {
    scope.parties.set(party.name, party);
    scope.addPartyFacts(party);
  }
  const lists = nodes.filter((node) => node.$type === 'DatedList').map((node) => buildList(node, context));
  for (const list of lists) scope.lists.set(list.name, list);
  const parameters = nodes.filter((node) => node.$type === 'Parameter').map((node) => buildParameter(node, context));
  for (const parameter of parameters) scope.parameters.set(parameter.name, parameter);
  const readings = nodes.filter((node) => node.$type === 'Reading').map((node) => buildReading(node, context));
  for (const reading of readings) scope.readings.set(reading.name, reading);

  const termNodes = nodes.filter((node) => node.$type === 'Term');
  for (const { name, group } of termNodes) scope.terms.set(name, group === undefined ? {} : { group: group.name });
  const terms = termNodes.map((node) => buildTerm(node, context));
  const assumptions = nodes.filter((node) => node.$type === 'Assumption').map((node) => buildAssumption(node, context));
  return { enumerations, lists, parameters, facts, groups, parties, terms, assumptions, readings };
}

function enumerationNodes(
  node: ast.Declaration,
  members: readonly ast.Fact[],
): readonly { readonly name: string; readonly node: ast.Enumeration | ast.OneOfType }[] {
  if (node.$type === 'Enumeration') return [{ name: node.name, node }];
  const facts = node.$type === 'Fact' ? [node] : members;
  return facts.flatMap(({ name, type }) => (type.$type === 'OneOfType' ? [{ name, node: type }] : []));
}
