type Truth = 'true' | 'false';

/** How texts say true and false, in any letter case; the usual spellings first. */
export const BOOLEAN_WORDS: ReadonlyMap<string, Truth> = new Map<string, Truth>([
  ...usual('true', 'true'),
  ...usual('false', 'false'),
  ...usual('yes', 'true'),
  ...usual('no', 'false'),
  ...inAnyCase('true').map((word): [string, Truth] => [word, 'true']),
  ...inAnyCase('false').map((word): [string, Truth] => [word, 'false']),
  ...inAnyCase('yes').map((word): [string, Truth] => [word, 'true']),
  ...inAnyCase('no').map((word): [string, Truth] => [word, 'false']),
]);

function usual(word: string, value: Truth): readonly (readonly [string, Truth])[] {
  return [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)].map((spelling) => [spelling, value]);
}

function inAnyCase(word: string): readonly string[] {
  let spellings: readonly string[] = [''];
  for (const letter of word) spellings = spellings.flatMap((start) => [start + letter, start + letter.toUpperCase()]);
  return spellings;
}
