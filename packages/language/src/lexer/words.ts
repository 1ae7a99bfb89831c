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

/** Every word of the language, as the grammar has them. */
export const WORDS: ReadonlySet<string> = new Set(
  (
    'after all alternative and any argued as assume at back before between by citation cites confidence count ' +
    'country date day days decides decimal duty each end enforced enumeration event every example exemption ' +
    'expect fact for fraction from gist given group hangs held help holder identified if implies in instant ' +
    'instrument integer is issuer it kind known label least leaves less licence lifts link list may means ' +
    'month months more most must needs no not nothing of on one only open or otherwise parameter party per ' +
    'possible presumed proceed prohibited prohibition provision question reading residual restricted ' +
    'restriction rulebook sample set situation source start survives term text than then title to under unit ' +
    'unknown until uses valid vocabulary when where within year years yes zone'
  ).split(' '),
);
