import type { Said, ValueType } from '@proviso/model';

/** A type in words: `a value of risk`, `a number`. */
export function describeType(type: ValueType): Said {
  switch (type.kind) {
    case 'boolean':
      return { en: 'yes or no', zh: '“是”或“否”（yes 或 no）' };
    case 'enumeration':
      return { en: `a value of \`${type.enumeration}\``, zh: `枚举 \`${type.enumeration}\` 的值` };
    case 'integer':
      return { en: 'a whole number', zh: '整数' };
    case 'decimal':
      return { en: 'a decimal number', zh: '小数' };
    case 'fraction':
      return { en: 'a number or fraction', zh: '数字或分数' };
    case 'date':
      return { en: 'a date (2020-09-20)', zh: '日期（2020-09-20）' };
    case 'instant':
      return {
        en: 'an instant with its offset (2020-09-20T23:59-04:00)',
        zh: '带时区偏移的时刻（2020-09-20T23:59-04:00）',
      };
    case 'text':
      return { en: 'a text in quotes', zh: '带英文双引号的文本' };
    case 'country':
      return { en: 'a country code (US)', zh: '国家或地区代码（US）' };
    case 'list':
    case 'set':
      return collection(type.kind, describeType(type.of));
  }
}

function collection(kind: 'list' | 'set', of: Said): Said {
  return { en: `a ${kind} of ${of.en}`, zh: `由${of.zh}组成的${kind === 'list' ? '列表' : '集合'}` };
}

/** Whether a type holds many values. */
export function isCollection(type: ValueType): type is Extract<ValueType, { kind: 'list' | 'set' }> {
  return type.kind === 'list' || type.kind === 'set';
}

/** Whether a type is one of the kinds of number. */
export function isNumber(type: ValueType): type is Extract<ValueType, { kind: 'integer' | 'decimal' | 'fraction' }> {
  return type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'fraction';
}

/** Whether values of the type can be compared by size. */
export function hasOrder(type: ValueType): boolean {
  return isNumber(type) || type.kind === 'date' || type.kind === 'instant';
}

/** Whether two types can be compared: the same kind, the same enumeration, or two kinds of number. */
export function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'enumeration' && b.kind === 'enumeration') return a.enumeration === b.enumeration;
  return a.kind === b.kind || (isNumber(a) && isNumber(b));
}
