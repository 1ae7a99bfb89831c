import { nearest, type Said } from '@proviso/model';

/** What to do about a name that is not there: the nearest one, or all when there are few. */
export function proposal(name: string, names: Iterable<string>): Said {
  const all = [...names];
  const near = nearest(name, all);
  if (near !== undefined) return didYouMean(near);
  if (all.length === 0) return { en: 'none is declared', zh: '尚未声明任何此类名称' };
  if (all.length > 12) return { en: 'declare it first', zh: '请先声明' };
  const known = listed(all);
  return { en: `known are ${known.en}`, zh: `已知的有 ${known.zh}` };
}

/** What to do about a word that is none of those there are: the nearest one, or all of them. */
export function choice(word: string, words: readonly string[]): Said {
  const near = nearest(word, words);
  return near === undefined ? useOneOf(words) : didYouMean(near);
}

/** The words there are. */
export function useOneOf(words: readonly string[]): Said {
  const quoted = words.map((word) => `\`${word}\``);
  return { en: `use one of ${spoken(quoted, 'and').en}`, zh: `请用下列之一：${quoted.join('、')}` };
}

/** Perhaps another name was meant. */
export function didYouMean(near: string): Said {
  return { en: `did you mean \`${near}\`?`, zh: `您是否想写 \`${near}\`？` };
}

/** `a`, `b` and `c`. */
export function listed(names: readonly string[]): Said {
  return spoken(
    names.map((name) => `\`${name}\``),
    'and',
  );
}

/** Words in a row: a, b or c. A Chinese word of `last` stands apart from names. */
export function spoken(words: readonly string[], last: 'and' | 'or'): Said {
  const [end = '', ...before] = words.toReversed();
  if (before.length === 0) return { en: end, zh: end };
  const rest = before.toReversed();
  const chinese = CHINESE_LAST[last];
  const joint = end.startsWith('`') ? ` ${chinese} ` : chinese;
  return { en: `${rest.join(', ')} ${last} ${end}`, zh: `${rest.join('、')}${joint}${end}` };
}

const CHINESE_LAST = { and: '和', or: '或' } as const;
