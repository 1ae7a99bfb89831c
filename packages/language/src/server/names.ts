import {
  type Language,
  type LocalizedText,
  type Rulebook,
  type Said,
  STATUSES,
  textIn,
  type ValueType,
  VERDICTS,
  type Vocabulary,
} from '@proviso/model';
import { NAME, RESERVED, WORDS } from '../lexer/words.ts';
import { type Kind, kindName } from '../link/kinds.ts';
import type { Position, PositionMap } from '../positions.ts';
import { describeType } from '../type/describe.ts';

/** The name at an offset of a text, with its party if it is a path; undefined where no name stands. */
export function nameAtOffset(text: string, offset: number): string | undefined {
  const before = /[A-Za-z0-9_.-]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const after = /^[A-Za-z0-9_-]*/.exec(text.slice(offset))?.[0] ?? '';
  const path = `${before}${after}`.replace(/^[.-]+|[.-]+$/g, '');
  return path.split('.').every((part) => NAME.test(part) && !RESERVED.has(part)) && path !== '' ? path : undefined;
}

/** Where a name is declared in the document: as a path, by itself, or as a fact of the group of its party. */
export function declarationOf(
  name: string,
  positions: PositionMap,
  document: Rulebook | Vocabulary | undefined,
): Position | undefined {
  const [first = '', second] = name.split('.');
  if (second === undefined) return positions.all.find((position) => position.name === name);
  const group = document?.parties.find((party) => party.name === first)?.group;
  return (
    (group === undefined ? undefined : positions.find('fact', `${group}.${second}`)) ??
    positions.all.find((position) => position.kind === 'fact' && position.name.endsWith(`.${second}`))
  );
}

/** What to say of a name: kind and type in the language asked for, and words in all their languages, in Markdown. */
export function describeName(
  name: string,
  document: Rulebook | Vocabulary,
  language: Language = 'en',
): string | undefined {
  for (const part of document.kind === 'rulebook' ? [document, ...document.vocabularies] : [document]) {
    const described = describeIn(name, part, language);
    if (described !== undefined) return described;
  }
  return undefined;
}

function describeIn(name: string, document: Rulebook | Vocabulary, language: Language): string | undefined {
  const told = (kind: Kind, shown: string, text: LocalizedText | undefined, more: string): string =>
    tell(kindName(kind)[language], shown, text, more);
  const typeWords = (type: ValueType): string => describeType(type)[language];
  const [first = '', second] = name.split('.');
  if (second !== undefined) {
    const group = document.parties.find((party) => party.name === first)?.group;
    const fact = document.groups
      .find((candidate) => candidate.name === group)
      ?.facts.find((candidate) => candidate.name === second);
    return fact === undefined ? undefined : told('fact', name, fact.label, typeWords(fact.type));
  }
  const by = <T extends { readonly name: string }>(list: readonly T[]): T | undefined =>
    list.find((item) => item.name === name);
  const fact = by(document.facts);
  if (fact !== undefined) return told('fact', name, fact.label ?? fact.question, typeWords(fact.type));
  const term = by(document.terms);
  if (term !== undefined) return told('term', name, term.label, term.per.join(', '));
  const reading = by(document.readings);
  if (reading !== undefined)
    return told(
      'reading',
      name,
      reading.question,
      reading.alternatives.map((alternative) => `\`${alternative.name}\``).join(', '),
    );
  const parameter = by(document.parameters);
  if (parameter !== undefined) return told('parameter', name, parameter.label, typeWords(parameter.type));
  const list = by(document.lists);
  if (list !== undefined) return told('list', name, list.label, typeWords(list.type));
  const party = by(document.parties);
  if (party !== undefined) return told('party', name, party.label, party.group);
  if (document.kind === 'vocabulary') return undefined;
  const provision = by(document.provisions);
  if (provision !== undefined) {
    const instrument = document.instruments.find((candidate) => candidate.name === provision.instrument);
    return told(
      'provision',
      name,
      provision.gist,
      [instrument?.title, provision.pinpoint]
        .map((text) => textIn(text, language))
        .join(language === 'zh' ? '，' : ', '),
    );
  }
  const instrument = by(document.instruments);
  if (instrument !== undefined)
    return told('instrument', name, instrument.title, instrument.citation ?? instrument.kind);
  const event = by(document.events);
  if (event !== undefined) return told('event', name, event.label, `${event.kind} ${event.touches.join(', ')}`);
  const rule = by(document.rules);
  if (rule !== undefined) return told(rule.kind, name, rule.label, rule.per.join(', '));
  const open = by(document.opens);
  if (open !== undefined) return told('open point', name, open.text, open.per.join(', '));
  const source = by(document.sources);
  return source === undefined ? undefined : told('source', name, { en: source.title }, source.link ?? '');
}

function tell(kind: string, name: string, text: LocalizedText | undefined, more: string): string {
  const words = Object.values(text ?? {}).filter((word) => word !== '');
  return [`**${kind}** \`${name}\``, ...words, ...(more === '' ? [] : [`*${more}*`])].join('\n\n');
}

/** A proposal for the word that is being typed. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'name' | 'word';
  readonly detail: string;
}

/** The names of the document and its vocabularies, and the words of the language; what they are, in the language asked for. */
export function proposals(
  positions: PositionMap,
  document: Rulebook | Vocabulary | undefined,
  language: Language = 'en',
): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  const add = (label: string, kind: Proposal['kind'], detail: Said): void => {
    if (label !== '' && !found.has(label)) found.set(label, { label, kind, detail: detail[language] });
  };
  for (const { kind, name } of positions.all) if (!name.includes('.')) add(name, 'name', kindName(kind));
  if (document !== undefined) {
    const parts = document.kind === 'rulebook' ? [document, ...document.vocabularies] : [document];
    for (const part of parts) {
      for (const { name } of part.facts) add(name, 'name', kindName('fact'));
      for (const { name } of part.terms) add(name, 'name', kindName('term'));
      for (const { group, name } of part.parties) {
        const facts = part.groups.find((candidate) => candidate.name === group)?.facts ?? [];
        for (const fact of facts) add(`${name}.${fact.name}`, 'name', kindName('fact'));
      }
      for (const { name, values } of part.enumerations)
        for (const value of values) add(value.name, 'name', { en: `value of ${name}`, zh: `枚举 ${name} 的值` });
      for (const { alternatives, name } of part.readings)
        for (const alternative of alternatives)
          add(alternative.name, 'name', { en: `alternative of ${name}`, zh: `解释问题 ${name} 的选项` });
    }
  }
  for (const word of WORDS) add(word, 'word', { en: 'word of the language', zh: '规则语言的词' });
  for (const verdict of VERDICTS) add(verdict, 'word', { en: 'verdict', zh: '结论' });
  for (const status of STATUSES) add(status, 'word', { en: 'status', zh: '效力状态' });
  return [...found.values()];
}
