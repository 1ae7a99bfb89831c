import {
  compareRational,
  type Enumeration,
  type EnumerationValue,
  formatRational,
  type NumberType,
  parseRational,
  type ScalarType,
  type ValueType,
} from '@proviso/model';
import { firstWordOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { noSuch, second } from '../link/kinds.ts';
import { type AstNode, stretchOf } from '../parser/span.ts';
import { type BuildContext, optional } from './context.ts';
import { optionalText } from './texts.ts';

/** The values of an enumeration. */
export function buildEnumeration(
  name: string,
  node: ast.Enumeration | ast.OneOfType,
  context: BuildContext,
): Enumeration {
  const { diagnostics } = context;
  const values: EnumerationValue[] = [];
  for (const [index, choice] of node.values.entries()) {
    const previous = node.values[index - 1];
    if (previous !== undefined && previous.texts.length === 0 && !separated(node, previous, choice))
      diagnostics.report(
        'PV1009',
        choice,
        { en: `a comma is missing before \`${choice.name}\``, zh: `\`${choice.name}\` 之前缺少逗号` },
        { en: 'put a comma between values', zh: '请用英文逗号分隔各值' },
      );
    if (values.some((value) => value.name === choice.name))
      diagnostics.report('PV2001', firstWordOf(choice), second('value', choice.name), {
        en: 'keep one of the two',
        zh: '请只保留其中一个',
      });
    values.push({ name: choice.name, ...optionalText('label', choice.texts, context) });
  }
  return { name, inline: node.$type === 'OneOfType', values };
}

function separated(node: ast.Enumeration | ast.OneOfType, before: AstNode, after: AstNode): boolean {
  const from = stretchOf(before).end;
  const to = stretchOf(after).start;
  return node.separators.map(stretchOf).some(({ end, start }) => start >= from && end <= to);
}

/** The type of a fact; its inline enumeration bears its name. */
export function valueType(name: string, node: ast.FactType, context: BuildContext): ValueType {
  switch (node.$type) {
    case 'OneOfType':
      return { kind: 'enumeration', enumeration: name };
    case 'CollectionType':
      return { kind: node.kind, of: scalarType(node.of, context) };
    default:
      return scalarType(node, context);
  }
}

/** A type with single values. */
export function scalarType(node: ast.ScalarType | ast.ParameterType, context: BuildContext): ScalarType {
  switch (node.$type) {
    case 'YesNoType':
      return { kind: 'boolean' };
    case 'SimpleType':
      return { kind: node.kind };
    case 'NumberType':
      return numberType(node, context);
    case 'OfType':
    case 'NamedType': {
      const { enumeration } = node;
      if (!context.scope.enumerations.has(enumeration.name)) {
        const hint = proposal(enumeration.name, context.scope.enumerations.keys());
        context.diagnostics.report('PV2002', enumeration, noSuch('enumeration', enumeration.name), hint);
      }
      return { kind: 'enumeration', enumeration: enumeration.name };
    }
  }
}

function numberType(node: ast.NumberType, context: BuildContext): NumberType {
  const minimum = bound(node.minimum, node, context);
  const maximum = bound(node.maximum, node, context);
  const low = minimum === undefined ? undefined : parseRational(minimum);
  const high = maximum === undefined ? undefined : parseRational(maximum);
  if (low !== undefined && high !== undefined && compareRational(low, high) > 0) {
    const message = {
      en: `the range from ${minimum} to ${maximum} holds no number`,
      zh: `从 ${minimum} 到 ${maximum} 的范围内没有任何数`,
    };
    const hint = { en: 'put the smaller number first', zh: '请把较小的数写在前面' };
    context.diagnostics.report('PV2027', node, message, hint);
  }
  return {
    kind: node.kind,
    ...optional('minimum', minimum),
    ...optional('maximum', maximum),
    ...optional('unit', node.unit?.name ?? node.unit?.text),
  };
}

function bound(text: string | undefined, node: ast.NumberType, context: BuildContext): string | undefined {
  const value = text === undefined ? undefined : parseRational(text);
  if (value === undefined) return undefined;
  const canonical = formatRational(value);
  const fits = node.kind === 'fraction' || (node.kind === 'integer' ? value.d === 1n : !canonical.includes('/'));
  if (!fits)
    context.diagnostics.report(
      'PV2014',
      node,
      { en: `the bound ${text} is not of the type \`${node.kind}\``, zh: `界限 ${text} 不属于类型 \`${node.kind}\`` },
      { en: 'mend the bound', zh: '请更正该界限' },
    );
  return canonical;
}
