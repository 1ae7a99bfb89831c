import type {
  DatedList,
  Enumeration,
  EnumerationValue,
  Fact,
  Group,
  Parameter,
  Party,
  ScalarType,
  ValueType,
} from '@proviso/model';
import { isName } from '../lexer/words.ts';
import { clauseTexts } from './law.ts';
import { anyValue, commaList, isWord, quoted, scalar, texts, WIDTH } from './lines.ts';
import type { PrintScope } from './scope.ts';

/** `enumeration NAME` and its values: one per line when they have texts, else separated by commas. */
export function printEnumeration({ name, values }: Enumeration): string {
  return `enumeration ${name}${choices(values, '  ')}`;
}

function choices(values: readonly EnumerationValue[], indent: string): string {
  if (values.every(({ label }) => label === undefined)) {
    const names = values.map(({ name }) => name);
    return ` ${commaList('', names).replaceAll('\n', `\n${indent}`)}`;
  }
  return values
    .map((value, index) => {
      const next = values[index + 1];
      const line = value.label === undefined ? `${indent}${value.name}` : texts(`${indent}${value.name}`, value.label);
      // Without a comma, only a text tells a value from the next, and a word of the language from a clause.
      const comma = next !== undefined && (value.label === undefined || isWord(next.name));
      return `\n${line}${comma ? ',' : ''}`;
    })
    .join('');
}

/** `fact NAME TYPE ...`: short clauses on the first line, texts below. */
export function printFact(fact: Fact, scope: PrintScope): string {
  const { presumed, sample, type } = fact;
  const inline = inlineValues(type, scope);
  const short = [
    ...(presumed === undefined ? [] : [`presumed ${anyValue(presumed, type)}`]),
    ...(fact.decidesNothing === true ? ['decides nothing'] : []),
    ...(sample === undefined ? [] : [`sample ${scalar(sample, elementType(type))}`]),
  ];
  const head = `fact ${fact.name} ${inline === undefined ? typeText(type) : `one of${choices(inline, '    ')}`}`;
  const multiline = head.includes('\n');
  return [
    multiline ? head : [head, ...short].join(' '),
    ...(multiline ? short.map((clause) => `  ${clause}`) : []),
    ...clauseTexts('label', fact.label),
    ...clauseTexts('question', fact.question),
    ...clauseTexts('help', fact.help),
  ].join('\n');
}

function elementType(type: ValueType): ScalarType {
  return type.kind === 'list' || type.kind === 'set' ? type.of : type;
}

function inlineValues(type: ValueType, scope: PrintScope): readonly EnumerationValue[] | undefined {
  if (type.kind !== 'enumeration') return undefined;
  const enumeration = scope.declarations.enumerations.find(({ name }) => name === type.enumeration);
  return enumeration?.inline === true ? enumeration.values : undefined;
}

function typeText(type: ValueType): string {
  if (type.kind === 'enumeration') return `of ${type.enumeration}`;
  return type.kind === 'list' || type.kind === 'set'
    ? `${type.kind} of ${scalarTypeText(type.of)}`
    : scalarTypeText(type);
}

function scalarTypeText(type: ScalarType): string {
  switch (type.kind) {
    case 'boolean':
      return 'yes or no';
    case 'enumeration':
      return type.enumeration;
    case 'integer':
    case 'decimal':
    case 'fraction': {
      const { maximum, minimum, unit } = type;
      const from = minimum === undefined ? '' : ` from ${minimum}`;
      const to = maximum === undefined ? '' : ` to ${maximum}`;
      const measure = unit === undefined ? '' : ` unit ${isName(unit) ? unit : quoted(unit)}`;
      return `${type.kind}${from}${to}${measure}`;
    }
    default:
      return type.kind;
  }
}

/** `group NAME` with its facts below. */
export function printGroup(group: Group, scope: PrintScope): string {
  const facts = group.facts.map((fact) => `  ${printFact(fact, scope).replaceAll('\n', '\n  ')}`);
  return [`group ${group.name}`, ...clauseTexts('label', group.label), ...facts].join('\n');
}

/** `party NAME is GROUP label ...` */
export function printParty({ group, label, name }: Party): string {
  const head = `party ${name} is ${group}`;
  if (label === undefined) return head;
  const line = texts(`${head} label`, label);
  return line.includes('\n') ? [head, ...clauseTexts('label', label)].join('\n') : line;
}

/** `list NAME of TYPE VALUES`, dated values one per line. */
export function printList({ label, name, per, type, values }: DatedList): string {
  const [first] = values;
  const undated = first !== undefined && first.from === undefined ? first : undefined;
  const dated = values.filter((entry) => entry !== undefined && entry.from !== undefined);
  const head = `list ${name} of ${scalarTypeText(type)}`;
  return [
    undated === undefined ? head : listed(head, undated.values, type),
    ...clauseTexts('label', label),
    ...(per.length === 0 ? [] : [commaList('  per', per)]),
    ...dated.map((entry) => listed(`  from ${entry.from}:`, entry.values, type)),
  ].join('\n');
}

function listed(head: string, values: DatedList['values'][number]['values'], type: ScalarType): string {
  const items = values.map((value) => scalar(value, type));
  const [first] = values;
  if (first !== undefined && !isWord(first)) return commaList(head, items);
  const line = commaList(`${head} (`, items).replace('( ', '(');
  return `${line})`;
}

/** `parameter NAME TYPE per ...`, dated values one per line. */
export function printParameter({ label, name, per, type, values }: Parameter): string {
  const [first] = values;
  const undated = first !== undefined && first.from === undefined ? ` ${parameterValue(first.value, type)}` : '';
  const typed = type.kind === 'enumeration' ? `of ${type.enumeration}` : scalarTypeText(type);
  const head = `parameter ${name} ${typed}${undated}`;
  const line = per.length === 0 ? head : commaList(`${head} per`, per);
  const oneLine = line.length <= WIDTH && !line.includes('\n');
  return [
    ...(oneLine ? [line] : [head, commaList('  per', per)]),
    ...clauseTexts('label', label),
    ...values.flatMap(({ from, value }) => (from === undefined ? [] : [`  from ${from}: ${scalar(value, type)}`])),
  ].join('\n');
}

function parameterValue(value: string | boolean, type: ScalarType): string {
  const text = scalar(value, type);
  return isWord(value) ? `(${text})` : text;
}
