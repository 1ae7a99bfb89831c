import { RESERVED } from '../lexer/words.ts';

const LABELS: Readonly<Record<string, string>> = {
  NAME: 'a name',
  ID: 'a name',
  STRING: 'a text in double quotes',
  TAG: 'a language and a text, such as `en "..."`',
  DATE: 'a date such as 2020-09-20',
  INSTANT: 'an instant such as 2020-09-20T23:59-04:00',
  NUMBER: 'a number',
  MONTHDAY: 'a month and a day such as 03-01',
};

/** What is wrong, and what would be right. */
export interface Words {
  readonly message: string;
  readonly hint: string;
}

/** Says in the words of the language what could have stood where a token stands. */
export function wordsFor(found: string, expected: readonly string[]): Words {
  if (RESERVED.has(found) && (expected.includes('NAME') || expected.includes('ID')))
    return { message: `\`${found}\` is reserved and cannot be a name`, hint: 'use another name' };
  return { message: `\`${found}\` cannot stand here`, hint: hintFor(expected) };
}

/** What could have stood there. */
export function hintFor(expected: readonly string[]): string {
  const labels = [...new Set(expected.map((kind) => LABELS[kind] ?? `\`${kind}\``))];
  return `expected ${labels.length <= 8 ? either(labels) : `${labels.slice(0, 8).join(', ')} or the like`}`;
}

function either(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} or ${last}`;
}
