/** Words that can never be a name. */
export const RESERVED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'is',
  'in',
  'implies',
  'it',
  'yes',
  'no',
  'any',
  'all',
  'count',
  'unknown',
]);

/** Words that a text in languages follows; any other word before such a text is a name. */
export const TEXT_WORDS: ReadonlySet<string> = new Set([
  'title',
  'issuer',
  'gist',
  'label',
  'question',
  'help',
  'holder',
  'must',
  'at',
  'residual',
  'source',
]);

/** Words that begin a declaration. */
export const DECLARATION_WORDS: ReadonlySet<string> = new Set([
  'rulebook',
  'vocabulary',
  'source',
  'instrument',
  'provision',
  'event',
  'enumeration',
  'list',
  'parameter',
  'fact',
  'group',
  'party',
  'term',
  'assume',
  'open',
  'reading',
  'prohibition',
  'restriction',
  'exemption',
  'licence',
  'duty',
  'residual',
  'situation',
  'example',
]);

/** What a name looks like. */
export const NAME = /^[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*$/;
/** What a language tag looks like. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Whether a word can be used as a name in a document (a number or a date cannot). */
export function isName(word: string): boolean {
  if (!NAME.test(word) || RESERVED.has(word)) return false;
  return !/^\d+$/.test(word) && !/^\d{4}-\d{1,2}-\d{1,2}(?:T\d+)?$/.test(word);
}
