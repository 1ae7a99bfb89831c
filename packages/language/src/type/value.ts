import {
  COUNTRIES,
  readScalar,
  type Said,
  type ScalarType,
  type ScalarValue,
  type Value,
  type ValueType,
} from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import { date, instant } from '../build/moments.ts';
import type { Code } from '../codes.ts';
import type * as ast from '../generated/ast.ts';
import { didYouMean, proposal } from '../link/find.ts';
import type { AstNode } from '../parser/span.ts';
import { describeType, isCollection, isNumber } from './describe.ts';

/** A constant as it is written. A name is a value of an enumeration or a country. */
export interface Written {
  readonly kind: 'boolean' | 'name' | 'number' | 'date' | 'instant' | 'text';
  readonly text: string;
  readonly at: AstNode;
}

const KINDS: Readonly<Record<ast.Value['$type'], Written['kind']>> = {
  BooleanValue: 'boolean',
  NameValue: 'name',
  NumberValue: 'number',
  DateValue: 'date',
  InstantValue: 'instant',
  TextValue: 'text',
};

/** The constant that a node holds. */
export function written(node: ast.Value): Written {
  return { kind: KINDS[node.$type], text: node.$type === 'NameValue' ? node.name : node.value, at: node };
}

function kindFor(type: ScalarType): Written['kind'] {
  if (type.kind === 'enumeration' || type.kind === 'country') return 'name';
  return isNumber(type) ? 'number' : type.kind;
}

/**
 * A constant as a value of a type, in canonical form.
 * @returns undefined after reporting that it is none; `misfit` is the code for a constant of another type.
 */
export function scalarValue(
  constant: Written,
  type: ScalarType,
  context: BuildContext,
  misfit: Code = 'PV2014',
): ScalarValue | undefined {
  const { diagnostics, scope } = context;
  const { at, text } = constant;
  const shown = constant.kind === 'text' ? `"${text}"` : text;
  if (type.kind === 'instant' && constant.kind === 'date') {
    const message = { en: `${text} is a day, not an instant`, zh: `${text} 是日期，不是时刻` };
    const hint = {
      en: `add the clock time and the offset: ${text}T00:00-04:00`,
      zh: `请加上钟点和时区偏移：${text}T00:00-04:00`,
    };
    diagnostics.report('PV2012', at, message, hint);
    return undefined;
  }
  if (constant.kind !== kindFor(type)) {
    diagnostics.report(misfit, at, isNot(shown, type), write(describeType(type)));
    return undefined;
  }
  if (type.kind === 'date') return date(text, at, context);
  if (type.kind === 'instant') return instant(text, at, context);
  if (type.kind === 'country' && !COUNTRIES.has(text)) {
    const upper = text.toUpperCase();
    const message = { en: `there is no country code \`${text}\``, zh: `没有国家或地区代码 \`${text}\`` };
    diagnostics.report('PV2013', at, message, COUNTRIES.has(upper) ? didYouMean(upper) : A_COUNTRY_CODE);
    return undefined;
  }
  if (type.kind === 'enumeration') return enumerationValue(constant, type.enumeration, context);
  const read = readScalar(type, text, scope.enumerations);
  if (read.ok) return read.value;
  const unbounded = isNumber(type) && readScalar({ kind: type.kind }, text, scope.enumerations).ok;
  const message = unbounded ? { en: `${shown} is out of range`, zh: `${shown} 超出范围` } : isNot(shown, type);
  diagnostics.report(unbounded ? 'PV2014' : misfit, at, message, write({ en: read.expected, zh: read.zh.expected }));
  return undefined;
}

const A_COUNTRY_CODE: Said = {
  en: 'use an ISO 3166-1 alpha-2 code such as US or CN',
  zh: '请用 ISO 3166-1 两位字母代码，例如 US 或 CN',
};

function isNot(shown: string, type: ValueType): Said {
  const { en, zh } = describeType(type);
  return { en: `${shown} is not ${en}`, zh: `${shown} 不是${zh}` };
}

function write(wanted: Said): Said {
  return { en: `write ${wanted.en}`, zh: `请写${/^[\d-]/.test(wanted.zh) ? ' ' : ''}${wanted.zh}` };
}

function enumerationValue({ at, text }: Written, name: string, context: BuildContext): string | undefined {
  const enumeration = context.scope.enumerations.get(name);
  if (enumeration === undefined) return undefined;
  const values = enumeration.values.map((value) => value.name);
  if (values.includes(text)) return text;
  const message = {
    en: `\`${text}\` is not a value of \`${name}\``,
    zh: `\`${text}\` 不是枚举 \`${name}\` 的值`,
  };
  context.diagnostics.report('PV2008', at, message, proposal(text, values));
  return undefined;
}

/** A value of any type: one constant, or several in parentheses for a list or set. */
export function givenValue(node: ast.GivenValue, type: ValueType, context: BuildContext): Value | undefined {
  if (!isCollection(type)) {
    if (node.$type !== 'SeveralValues') return scalarValue(written(node), type, context);
    const message = { en: 'several values for one', zh: '单个值处给出了多个值' };
    context.diagnostics.report('PV2019', node, message, write(describeType(type)));
    return undefined;
  }
  // A single value is short for a list of one.
  const nodes = node.$type === 'SeveralValues' ? node.values : [node];
  const values = scalarValues(nodes, type.of, context);
  if (values === undefined || type.kind === 'list') return values;
  return [...new Set(values)].sort();
}

/** Constants of one type. */
export function scalarValues(
  nodes: readonly ast.Value[],
  type: ScalarType,
  context: BuildContext,
  misfit: Code = 'PV2014',
): readonly ScalarValue[] | undefined {
  const values = nodes.map((node) => scalarValue(written(node), type, context, misfit));
  const sound = values.filter((value) => value !== undefined);
  return sound.length === values.length ? sound : undefined;
}
