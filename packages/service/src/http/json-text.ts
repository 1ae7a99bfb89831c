import { isUtf8 } from 'node:buffer';
import { Problem } from './problem.ts';

const DEEPEST = 40;
const EXACT_DIGITS = 15;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Reads the body of a request as JSON.
 * @throws Problem for what is no JSON in UTF-8, a name that stands twice in an object, and a number that would lose digits.
 */
export function readJsonBody(bytes: Buffer): unknown {
  return readJson(textOfBody(bytes));
}

/** The text of a body. @throws Problem when it is not UTF-8. */
export function textOfBody(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw malformed();
}

/** Reads a text as JSON, as {@link readJsonBody} does. */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed();
  }
  if (membersWritten(text) !== membersIn(value, 0)) {
    const field = repeatedName(text);
    throw new Problem(
      400,
      'two_values',
      { en: `The member ${field} has two values.`, zh: `成员 ${field} 有两个值。` },
      { field, hint: { en: 'Give each name once.', zh: '每个名称只写一次。' } },
    );
  }
  return value;
}

function malformed(): Problem {
  return new Problem(400, 'malformed_json', {
    en: 'The body is not JSON in UTF-8.',
    zh: '请求正文不是 UTF-8 编码的 JSON。',
  });
}

/** How many members the objects of a text have, counting repeats. The text is known to be JSON. */
function membersWritten(text: string): number {
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      at = endOfText(text, at);
    } else if (character === COLON) {
      members++;
    } else if (character >= 0x30 && character <= 0x39) {
      const end = endOfNumber(text, at);
      if (end - at > EXACT_DIGITS) assertExact(text.slice(at, end));
      at = end - 1;
    }
  }
  return members;
}

function endOfText(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((at - before) % 2 === 1) return at;
  }
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && '0123456789.eE+-'.includes(text.charAt(at))) at++;
  return at;
}

function assertExact(written: string): void {
  const digits = written
    .replace(/[eE].*$/, '')
    .replace('.', '')
    .replace(/^0+/, '');
  if (digits.length <= EXACT_DIGITS || (/^\d+$/.test(written) && Number.isSafeInteger(Number(written)))) return;
  throw new Problem(
    400,
    'too_many_digits',
    { en: `The number ${written.slice(0, 40)} would lose digits.`, zh: `数字 ${written.slice(0, 40)} 会丢失位数。` },
    { hint: { en: 'Write it as text, in quotes.', zh: '请将其写成带引号的文本。' } },
  );
}

function membersIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) {
    throw new Problem(400, 'too_deep', { en: 'The body is nested too deeply.', zh: '请求正文嵌套层数过多。' });
  }
  let members = 0;
  if (Array.isArray(value)) {
    for (const element of value) members += membersIn(element, depth + 1);
    return members;
  }
  for (const member of Object.values(value)) members += 1 + membersIn(member, depth + 1);
  return members;
}

/** The first name that stands twice in one object. */
function repeatedName(text: string): string {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '}') open.pop();
    else if (character === '"') {
      const end = endOfText(text, at);
      const after = /\s*:/y;
      after.lastIndex = end + 1;
      if (after.test(text)) {
        const name: unknown = JSON.parse(text.slice(at, end + 1));
        const names = open.at(-1);
        if (typeof name === 'string' && names?.has(name)) return name;
        if (typeof name === 'string') names?.add(name);
      }
      at = end;
    }
  }
  return '';
}
