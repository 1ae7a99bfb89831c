import type { Said } from '@proviso/model';
import { spoken } from './find.ts';

/** What a document declares, by what it is called in English, with what it is called in Chinese. */
const CHINESE = {
  rulebook: '规则书',
  vocabulary: '词汇表',
  header: '文件头',
  source: '来源',
  instrument: '法律文件',
  provision: '规定',
  event: '事件',
  enumeration: '枚举',
  list: '清单',
  parameter: '参数',
  fact: '事实',
  group: '组',
  party: '当事方',
  term: '术语',
  assumption: '假设',
  reading: '解释问题',
  open: '未决问题',
  'open point': '未决问题',
  rule: '规则',
  prohibition: '禁止规则',
  restriction: '限制规则',
  exemption: '豁免规则',
  licence: '许可规则',
  duty: '义务规则',
  residual: '剩余条款',
  situation: '情形',
  example: '示例',
  condition: '条件',
  alternative: '选项',
  value: '值',
} as const satisfies Readonly<Record<string, string>>;

/** What a name can stand for. */
export type Kind = keyof typeof CHINESE;

/** What a kind of thing is called. */
export function kindName(kind: Kind): Said {
  return { en: kind, zh: CHINESE[kind] };
}

/** There is nothing of a kind, or of some kinds, with a name. */
export function noSuch(kinds: Kind | readonly [Kind, ...Kind[]], name: string): Said {
  const names = typeof kinds === 'string' ? [kinds] : kinds;
  const { en } = spoken(names, 'or');
  const { zh } = spoken(
    names.map((kind) => CHINESE[kind]),
    'or',
  );
  return { en: `there is no ${en} \`${name}\``, zh: `没有名为 \`${name}\` 的${zh}` };
}

/** A name stands for something else than is wanted. */
export function notA(wanted: Kind, name: string, kind: Kind): Said {
  return {
    en: `\`${name}\` is ${withArticle(kind)}, not ${withArticle(wanted)}`,
    zh: `\`${name}\` 是${CHINESE[kind]}，不是${CHINESE[wanted]}`,
  };
}

/** A declaration has a second part of a kind and name. */
export function second(kind: Kind, name: string): Said {
  return { en: `a second ${kind} \`${name}\``, zh: `有第二个名为 \`${name}\` 的${CHINESE[kind]}` };
}

/** What to do about two parts of the same name. */
export const RENAME_ONE: Said = { en: 'rename one of them', zh: '请将其中一个改名' };

/** A declaration lacks a clause. */
export function lacks(kind: Kind, name: string, clause: string): Said {
  return {
    en: `${kind} \`${name}\` has no \`${clause}\``,
    zh: `${CHINESE[kind]} \`${name}\` 缺少 \`${clause}\``,
  };
}

/** A kind of thing in English: `a fact`, `an instrument`. */
export function withArticle(kind: Kind): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
