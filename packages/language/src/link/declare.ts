import type { DeclarationKind, Declarations, Said } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import { type Declared, kindOf, nameOf } from '../build/declarations.ts';
import { firstWordOf, nameRangeOf, rangeOf } from '../diagnostic.ts';
import { kindName } from './kinds.ts';
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
  const first = new Map<string, Said>();
  for (const vocabulary of vocabularies) {
    for (const [kind, name] of namesOf(vocabulary))
      first.set(`${SPACES[kind] ?? kind} ${name}`, {
        en: `${kind} of vocabulary \`${vocabulary.id}\``,
        zh: `词汇表 \`${vocabulary.id}\` 的${kindName(kind).zh}`,
      });
  }
  for (const { node } of declared) {
    const kind = kindOf(node);
    if (kind === 'header') continue;
    if (node.$type === 'Residual') {
      if (first.has('residual'))
        context.diagnostics.report(
          'PV4010',
          firstWordOf(node),
          { en: 'a second `residual`', zh: '有第二个 `residual`' },
          { en: 'keep one; it may cite several provisions', zh: '请只保留一个；它可以引用多条规定' },
        );
      first.set('residual', kindName('residual'));
      continue;
    }
    const name = nameOf(node);
    if (kind === 'enumeration' && TYPE_WORDS.has(name))
      context.diagnostics.report(
        'PV2028',
        nameRangeOf(node),
        { en: `\`${name}\` is a type`, zh: `\`${name}\` 是类型的名称` },
        { en: 'rename the enumeration', zh: '请将该枚举改名' },
      );
    declareOnce(`${SPACES[kind] ?? kind} ${name}`, node, {
      en: `${kind} in line ${rangeOf(node).line}`,
      zh: `第 ${rangeOf(node).line} 行的${kindName(kind).zh}`,
    });
    if (node.$type === 'Fact' && node.type.$type === 'OneOfType')
      declareOnce(`enumeration ${name}`, node, enumerationOf(node));
    if (node.$type === 'Group') checkGroup(node.facts);
  }

  function declareOnce(key: string, node: Declared['node'], where: Said): void {
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, where);
      return;
    }
    const message = {
      en: `\`${nameOf(node)}\` is already declared (${other.en})`,
      zh: `\`${nameOf(node)}\` 已有声明（${other.zh}）`,
    };
    context.diagnostics.report('PV2001', nameRangeOf(node), message, RENAME_ONE_OF_TWO);
  }

  function checkGroup(facts: readonly Extract<Declared['node'], { $type: 'Fact' }>[]): void {
    const names = new Set<string>();
    for (const fact of facts) {
      if (names.has(fact.name)) {
        const message = {
          en: `\`${fact.name}\` is already declared in this group`,
          zh: `\`${fact.name}\` 在此组中已有声明`,
        };
        context.diagnostics.report('PV2001', nameRangeOf(fact), message, RENAME_ONE_OF_TWO);
      } else if (fact.type.$type === 'OneOfType') declareOnce(`enumeration ${fact.name}`, fact, enumerationOf(fact));
      names.add(fact.name);
    }
  }
}

const RENAME_ONE_OF_TWO: Said = { en: 'rename one of the two', zh: '请将其中一个改名' };

function enumerationOf(fact: Declared['node']): Said {
  const { line } = rangeOf(fact);
  return { en: `enumeration of fact in line ${line}`, zh: `第 ${line} 行事实的枚举` };
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
