import type { Token } from './token.ts';
import { LANGUAGE_TAG, RESERVED, TEXT_WORDS, WORDS } from './words.ts';

/**
 * Settles by their neighbours what words mean: a language tag stands before a text; a word of the language that stands
 * before a comma, a colon or a text of its own is a name.
 */
export function settleWords(tokens: readonly Token[]): readonly Token[] {
  const tagged = tokens.map((token, index) =>
    isLanguageTag(token, index, tokens) ? { ...token, kind: 'TAG', isName: true } : token,
  );
  return tagged.map((token, index) => (standsForName(token, index, tagged) ? { ...token, kind: 'ID' } : token));
}

function isText(token: Token | undefined): boolean {
  return token?.kind === 'STRING';
}

function isLanguageTag(token: Token, index: number, tokens: readonly Token[]): boolean {
  if (!isText(tokens[index + 1])) return false;
  if (token.kind === 'ID') return LANGUAGE_TAG.test(token.text);
  // Italian, Norwegian, Icelandic and Odia share their tags with reserved words.
  if (token.text === 'it' || token.text === 'no') return true;
  if (token.text !== 'is' && token.text !== 'or') return false;
  const before = tokens[index - 1];
  if (isText(before)) return true;
  return before !== undefined && opensTexts(before, index - 1, tokens);
}

/** Whether a word opens a text in languages, rather than being a name that is compared with a text. */
function opensTexts(word: Token, index: number, tokens: readonly Token[]): boolean {
  // Another language follows.
  const [tag, text] = tokens.slice(index + 3, index + 5);
  if (tag !== undefined && LANGUAGE_TAG.test(tag.text) && isText(text)) return true;
  return TEXT_WORDS.has(word.kind) && word.kind !== 'source' && !beginsCondition(index, tokens);
}

const BEFORE_CONDITION: ReadonlySet<string> = new Set('when means implies and or not where given ( : ,'.split(' '));

function beginsCondition(index: number, tokens: readonly Token[]): boolean {
  const kindAt = (back: number): string => tokens[index - back]?.kind ?? '';
  if (BEFORE_CONDITION.has(kindAt(1)) || kindAt(2) === 'assume' || kindAt(2) === 'situation') return true;
  return kindAt(2) === 'in' && kindAt(4) === 'situation';
}

function standsForName(token: Token, index: number, tokens: readonly Token[]): boolean {
  if (!WORDS.has(token.kind) || RESERVED.has(token.kind)) return false;
  let next = index + 1;
  while (tokens[next]?.kind === 'TAG' && isText(tokens[next + 1])) next += 2;
  const after = tokens[next]?.kind;
  if (after === ':' || (after === ',' && next === index + 1)) return true;
  if (next === index + 1) return false;
  if (!TEXT_WORDS.has(token.kind)) return true;
  return token.kind === 'source' && /^(en|zh)$/.test(tokens[index + 1]?.text ?? '');
}
