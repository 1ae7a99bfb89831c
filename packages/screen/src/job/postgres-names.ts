import { ScreenError } from '../errors.ts';
import { identifier } from '../source/sql-text.ts';

const SELECT = /^\s*(?:\(|--|\/\*|(?:select|with|values|table)\b)/i;
const PART = /\s*(?:"((?:[^"]|"")+)"|([^".]*[^".\s]))\s*(\.|$)/y;

/** Whether a text is a query and not the name of a table. */
export function isQuery(text: string): boolean {
  return SELECT.test(text);
}

/**
 * A table's name, perhaps with its schema (`audit.verdicts`, `audit."July 2024"`), quoted. Names are taken as they are written:
 * upper case is not folded.
 * @throws ScreenError `database_query` when it is no name
 */
export function quoteTable(name: string): string {
  const parts: string[] = [];
  for (let at = 0; at < name.length || parts.length === 0; ) {
    PART.lastIndex = at;
    const [found, quoted, plain, dot] = PART.exec(name) ?? [];
    const goesOn = dot === '.';
    if (found === undefined || (goesOn && at + found.length === name.length))
      throw new ScreenError('database_query', `${name} is no name of a table`, {
        where: name,
        hint: 'write table, schema.table, or "a name with a . in it" in double quotes',
      });
    parts.push(identifier(quoted?.replaceAll('""', '"') ?? plain ?? ''));
    at += found.length;
  }
  return parts.join('.');
}

/** A query without what would end it. */
export function wholeQuery(query: string): string {
  return query.replace(/[;\s]+$/, '');
}
