import type { TypeMessages } from '../contract.ts';

const NUMBERS = { integer: '整数', decimal: '小数', fraction: '数字或分数（如 1/3）' };

/** What may be given, in Chinese. */
export const types: TypeMessages = {
  boolean: 'yes（是）或 no（否）',
  oneOf: (values) => `下列之一：${values}`,
  number(kind, minimum, maximum) {
    if (minimum !== undefined && maximum !== undefined) return `${minimum} 至 ${maximum} 的${NUMBERS[kind]}`;
    if (minimum !== undefined) return `不小于 ${minimum} 的${NUMBERS[kind]}`;
    return maximum === undefined ? NUMBERS[kind] : `不大于 ${maximum} 的${NUMBERS[kind]}`;
  },
  date: '日期，例如 2020-09-20',
  instant: '带时区偏移的时刻，例如 2020-09-20T23:59-04:00',
  text: '文本',
  country: '国家或地区代码（ISO 3166-1），例如 US 或 CN',
  several: (of) => `若干项，以逗号分隔；每项为${of}`,
};
