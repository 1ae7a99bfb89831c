import type { DeclarationKind, Declarations } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import { type Declared, kindOf, nameOf } from '../build/declarations.ts';
import { firstWordOf, nameRangeOf, rangeOf } from '../diagnostic.ts';
import type { Scope } from './scope.ts';

/** Kinds whose names must differ from each other, because they can stand in the same place. */
const SPACES: Readonly<Partial<Record<DeclarationKind, string>>> = {
  fact: 'condition',
  term: 'condition',
  reading: 'condition',
  open: 'condition',
  parameter: 'condition',
  instrument: 'law',
  provision: 'law',
};

const TYPE_WORDS: ReadonlySet<string> = new Set([
  'integer',
  'decimal',
  'fraction',
  'date',
  'instant',
  'text',
  'country',
]);

/** Reports names that are declared twice, in the document or in the vocabularies it uses. */
export function checkDuplicates(
  declared: readonly Declared[],
  vocabularies: readonly (Declarations & { readonly id: string })[],
  context: BuildContext,
): void {
  const first = new Map<string, string>();
  for (const vocabulary of vocabularies) {
    for (const [kind, name] of namesOf(vocabulary))
      first.set(`${SPACES[kind] ?? kind} ${name}`, `${kind} of vocabulary \`${vocabulary.id}\``);
  }
  for (const { node } of declared) {
    const kind = kindOf(node);
    if (kind === 'header') continue;
    if (node.$type === 'Residual') {
      if (first.has('residual'))
        context.diagnostics.report(
          'PV4010',
          firstWordOf(node),
          'a second `residual`',
          'keep one; it may cite several provisions',
        );
      first.set('residual', '');
      continue;
    }
    const name = nameOf(node);
    if (kind === 'enumeration' && TYPE_WORDS.has(name))
      context.diagnostics.report('PV2028', nameRangeOf(node), `\`${name}\` is a type`, 'rename the enumeration');
    declareOnce(`${SPACES[kind] ?? kind} ${name}`, node, `${kind} in line ${rangeOf(node).line}`);
    if (node.$type === 'Fact' && node.type.$type === 'OneOfType')
      declareOnce(`enumeration ${name}`, node, `enumeration of fact in line ${rangeOf(node).line}`);
    if (node.$type === 'Group') checkGroup(node.facts);
  }

  function declareOnce(key: string, node: Declared['node'], where: string): void {
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, where);
      return;
    }
    const message = `\`${nameOf(node)}\` is already declared (${other})`;
    context.diagnostics.report('PV2001', nameRangeOf(node), message, 'rename one of the two');
  }

  function checkGroup(facts: readonly Extract<Declared['node'], { $type: 'Fact' }>[]): void {
    const names = new Set<string>();
    for (const fact of facts) {
      if (names.has(fact.name)) {
        const message = `\`${fact.name}\` is already declared in this group`;
        context.diagnostics.report('PV2001', nameRangeOf(fact), message, 'rename one of the two');
      } else if (fact.type.$type === 'OneOfType')
        declareOnce(`enumeration ${fact.name}`, fact, `enumeration of fact in line ${rangeOf(fact).line}`);
      names.add(fact.name);
    }
  }
}

function namesOf(from: Declarations): readonly (readonly [DeclarationKind, string])[] {
  const names: (readonly [DeclarationKind, string])[] = [];
  const add = (kind: DeclarationKind, list: readonly { readonly name: string }[]): void => {
    for (const { name } of list) names.push([kind, name]);
  };
  add('enumeration', from.enumerations);
  add('list', from.lists);
  add('parameter', from.parameters);
  add('fact', from.facts);
  add('group', from.groups);
  add('party', from.parties);
  add('term', from.terms);
  add('assumption', from.assumptions);
  add('reading', from.readings);
  return names;
}

/** Makes what a vocabulary declares known. */
export function addVocabulary(scope: Scope, vocabulary: Declarations): void {
  for (const enumeration of vocabulary.enumerations) scope.enumerations.set(enumeration.name, enumeration);
  for (const list of vocabulary.lists) scope.lists.set(list.name, list);
  for (const parameter of vocabulary.parameters) scope.parameters.set(parameter.name, parameter);
  for (const fact of vocabulary.facts) scope.facts.set(fact.name, fact);
  for (const group of vocabulary.groups) scope.groups.set(group.name, group);
  for (const party of vocabulary.parties) {
    scope.parties.set(party.name, party);
    scope.addPartyFacts(party);
  }
  for (const { name, parameter } of vocabulary.terms)
    scope.terms.set(name, parameter === undefined ? {} : { group: parameter.group });
  for (const { name } of vocabulary.assumptions) scope.assumptions.add(name);
  for (const reading of vocabulary.readings) scope.readings.set(reading.name, reading);
}
