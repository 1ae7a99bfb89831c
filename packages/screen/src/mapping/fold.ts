/** Words in which two spellings of a name are the same: `ServiceType`, `service_type`, `Service types` and `ＳＥＲＶＩＣＥ－ＴＹＰＥ`. */
export function nameWords(text: string): readonly string[] {
  return cellWords(text).map(singular);
}

/** The same words in one piece, for comparing; empty when there is no letter or digit. */
export function nameKey(text: string): string {
  return nameWords(text).join('');
}

/** Like {@link nameKey} for the words of a cell, where a plural stays what it is. */
export function cellKey(text: string): string {
  return cellWords(text).join('');
}

function cellWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .replace(/['’ʼ]/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
  return plain.match(/\p{Script=Han}+|\p{N}+|[^\P{L}\p{Script=Han}]+/gu) ?? [];
}

/** An English word without its plural ending. */
function singular(word: string): string {
  if (word.length < 4 || !/^[a-z]+s$/.test(word) || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(sh|ch|x|z|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Small words that say nothing about which fact is meant. */
const SMALL = new Set(
  (
    'a an the of is are was be been being in on at or and to for from by with without as any its it that this these those which ' +
    'what who where when how do does did done has have not no than other one if s'
  ).split(' '),
);

/**
 * What of a text can be compared piece by piece: English words without the small ones, and the pairs of neighbouring
 * characters of Chinese, which writes no spaces between words.
 */
export function pieces(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of nameWords(text)) {
    if (!/^\p{Script=Han}/u.test(word)) {
      if (!SMALL.has(word)) found.add(word);
      continue;
    }
    const characters = [...word.replace(/^是否/, '')];
    if (characters.length === 1) found.add(characters[0] ?? '');
    for (let index = 1; index < characters.length; index++) {
      found.add(`${characters[index - 1] ?? ''}${characters[index] ?? ''}`);
    }
  }
  return found;
}
