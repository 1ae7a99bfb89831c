import { nearest, type Said } from '@proviso/model';
import type { Declaration } from '../generated/ast.ts';
import { DECLARATION_WORDS, RESERVED } from '../lexer/words.ts';
import { didYouMean, spoken } from '../link/find.ts';
import { CLAUSE_WORDS } from './clause-words.ts';

const A_NAME: Said = { en: 'a name', zh: '名称' };

const LABELS: Readonly<Record<string, Said>> = {
  NAME: A_NAME,
  ID: A_NAME,
  STRING: { en: 'a text in double quotes', zh: '带英文双引号的文本' },
  TAG: { en: 'a language and a text, such as `en "..."`', zh: '语言和文本，例如 `en "..."`' },
  DATE: { en: 'a date such as 2020-09-20', zh: '日期，例如 2020-09-20' },
  INSTANT: { en: 'an instant such as 2020-09-20T23:59-04:00', zh: '时刻，例如 2020-09-20T23:59-04:00' },
  NUMBER: { en: 'a number', zh: '数字' },
  MONTHDAY: { en: 'a month and a day such as 03-01', zh: '月和日，例如 03-01' },
};

/** What is wrong, and what would be right. */
export interface Words {
  readonly message: Said;
  readonly hint: Said;
}

/** A `proviso` fence stands where none is read. */
export const MISPLACED_BLOCK: Words = {
  message: {
    en: 'a `proviso` block inside a list or a quotation is not read',
    zh: '列表项或引文之中的 `proviso` 代码块不会被读取',
  },
  hint: {
    en: 'move it out of the list or quotation, to the start of the line',
    zh: '请将其移出列表项或引文，从行首开始',
  },
};

/** A block has no closing fence. */
export const BLOCK_NOT_CLOSED: Words = {
  message: { en: 'this block is never closed', zh: '此代码块没有结束' },
  hint: { en: 'close it with a line of backticks: ```', zh: '请用一行反引号结束：```' },
};

/** A text has no closing quote. */
export const TEXT_NOT_CLOSED: Words = {
  message: { en: 'this text is not closed on its line', zh: '此文本在本行内没有结束' },
  hint: { en: 'close it with `"`', zh: '请用 `"` 结束' },
};

/** A declaration is nested too deeply. */
export const TOO_DEEP: Words = {
  message: { en: 'this is nested too deeply to be read', zh: '此处嵌套过深，无法读取' },
  hint: { en: 'split the condition into terms', zh: '请将该条件拆分为若干术语' },
};

/** What to do about a backslash that says nothing. */
export const ESCAPES: Said = {
  en: 'write `\\\\` for a backslash, `\\"` for a quote, `\\n` for a line break',
  zh: '反斜杠请写 `\\\\`，引号请写 `\\"`，换行请写 `\\n`',
};

/** A word that neither goes on with the declaration before it nor begins one. */
export function outOfPlace(found: string, before: Declaration['$type'] | undefined): Words {
  const clauses = before === undefined ? [] : CLAUSE_WORDS[before];
  const near = nearest(found, [...clauses, ...DECLARATION_WORDS]);
  const words = clauses.map((word) => `\`${word}\``);
  return {
    message: {
      en: `\`${found}\` begins no clause${before === undefined ? '' : ' of this declaration'} and no declaration`,
      zh: `\`${found}\` 既不是${before === undefined ? '' : '此声明的'}子句的开头，也不是声明的开头`,
    },
    hint:
      near === undefined
        ? {
            en: `expected ${words.length === 0 ? '' : `${words.join(', ')}, or `}the next declaration`,
            zh: `此处应为${words.length === 0 ? '' : ` ${words.join('、')}，或`}下一个声明`,
          }
        : didYouMean(near),
  };
}

/** Says in the words of the language what could have stood where a token stands. */
export function wordsFor(found: string, expected: readonly string[]): Words {
  if (RESERVED.has(found) && (expected.includes('NAME') || expected.includes('ID')))
    return {
      message: {
        en: `\`${found}\` is reserved and cannot be a name`,
        zh: `\`${found}\` 是保留字，不能用作名称`,
      },
      hint: { en: 'use another name', zh: '请换一个名称' },
    };
  return {
    message: { en: `\`${found}\` cannot stand here`, zh: `\`${found}\` 不能出现在此处` },
    hint: hintFor(expected),
  };
}

/** What could have stood there. */
export function hintFor(expected: readonly string[]): Said {
  const labels = expected.map((kind) => LABELS[kind] ?? { en: `\`${kind}\``, zh: `\`${kind}\`` });
  const english = [...new Set(labels.map(({ en }) => en))];
  const chinese = [...new Set(labels.map(({ zh }) => zh))];
  return english.length <= MOST_EXPECTED
    ? {
        en: `expected ${spoken(english, 'or').en}`,
        zh: `此处应为${chinese.length > 1 ? '下列之一：' : '：'}${chinese.join('；')}`,
      }
    : {
        en: `expected ${english.slice(0, MOST_EXPECTED).join(', ')} or the like`,
        zh: `此处应为下列之一：${chinese.slice(0, MOST_EXPECTED).join('；')}；或类似内容`,
      };
}

/** More are not told one by one. */
const MOST_EXPECTED = 8;
