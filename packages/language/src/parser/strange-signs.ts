import type { Said } from '@proviso/model';
import type { Words } from './error-messages.ts';

/** Says of a sign without a meaning which plain one is meant. */
export function strangeSign(found: string): Words {
  const plain = PLAIN.find(([signs]) => [...signs].some((sign) => found.includes(sign)))?.[1];
  return {
    message: { en: `\`${found}\` has no meaning here`, zh: `\`${found}\` 在此处没有含义` },
    hint: plain ?? NAMES,
  };
}

const NAMES: Said = {
  en: 'names use A to Z, digits, `_` and inner hyphens',
  zh: '名称只用字母 A 至 Z、数字、`_` 以及中间的连字符',
};

/** What to write in place of signs that look like plain ones. */
const PLAIN: readonly (readonly [string, Said])[] = [
  ['“”„「', { en: 'write the plain quote `"`', zh: '请写英文引号 `"`' }],
  ['，、', { en: 'write the plain comma `,`', zh: '请写英文逗号 `,`' }],
  ['：', { en: 'write the plain colon `:`', zh: '请写英文冒号 `:`' }],
  ['（', { en: 'write the plain parenthesis `(`', zh: '请写英文括号 `(`' }],
  ['）', { en: 'write the plain parenthesis `)`', zh: '请写英文括号 `)`' }],
  ['≥', { en: 'write `>=`', zh: '请写 `>=`' }],
  ['≤', { en: 'write `<=`', zh: '请写 `<=`' }],
  ['≠', { en: 'write `is not`', zh: '请写 `is not`' }],
  [
    '%',
    {
      en: 'write `unit percent` at the fact, and the bare number here',
      zh: '请在事实处写 `unit percent`，此处只写数字',
    },
  ],
  ["'", { en: 'write the double quote `"`', zh: '请写双引号 `"`' }],
];
