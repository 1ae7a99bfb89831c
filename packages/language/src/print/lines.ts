import type { LocalizedText, ScalarType, ScalarValue, Value, ValueType } from '@proviso/model';
import { WORDS } from '../lexer/words.ts';

/** The longest line that printing makes where it can break one. */
export const WIDTH = 120;

/** A text in double quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** A text in languages, English and Chinese first; broken by language when it does not fit behind what stands before it. */
export function texts(before: string, text: LocalizedText): string {
  const rank = (language: string): string => (language === 'en' ? '0' : language === 'zh' ? '1' : `2${language}`);
  const parts = Object.entries(text)
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([language, words]) => `${language} ${quoted(words)}`);
  const line = [before, ...parts].join(' ');
  if (line.length <= WIDTH) return line;
  // Languages stand below each other, unless what stands before them is long.
  const indent = ' '.repeat(before.length < 24 ? before.length + 1 : (/^ */.exec(before)?.[0].length ?? 0) + 4);
  return [`${before} ${parts[0] ?? ''}`, ...parts.slice(1).map((part) => `${indent}${part}`)].join('\n');
}

/** `PREFIX a, b, c`, broken after commas when it does not fit. */
export function commaList(before: string, items: readonly string[]): string {
  const indent = before.trim() === '' ? before : `${/^ */.exec(before)?.[0] ?? ''}    `;
  const lines: string[] = [];
  let line = before;
  for (const [index, item] of items.entries()) {
    const last = index === items.length - 1;
    const next = `${item}${last ? '' : ','}`;
    if (line.length + 1 + next.length > WIDTH && line !== before) {
      lines.push(line);
      line = `${indent}${next}`;
    } else line = line.trim() === '' ? `${line}${next}` : `${line} ${next}`;
  }
  return [...lines, line].join('\n');
}

/** A single value as it is written. */
export function scalar(value: ScalarValue, type: ScalarType): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return type.kind === 'text' ? quoted(value) : value;
}

/** A value as it is written; the values of a list or set in parentheses. */
export function anyValue(value: Value, type: ValueType): string {
  if (type.kind === 'list' || type.kind === 'set') {
    const values = typeof value === 'object' ? value : [value];
    return `(${values.map((element) => scalar(element, type.of)).join(', ')})`;
  }
  return typeof value === 'object' ? `(${value.map(String).join(', ')})` : scalar(value, type);
}

/** Whether a value needs parentheses where a lone word of the language would begin a clause. */
export function isWord(value: ScalarValue): boolean {
  return typeof value === 'string' && WORDS.has(value);
}
