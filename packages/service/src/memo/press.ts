import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Language } from '@proviso/model';
import { type MemoSubject, memoContent } from './content.ts';
import { TEMPLATE } from './template.ts';
import type { MemoWords } from './words/contract.ts';
import { ENGLISH } from './words/en.ts';
import { CHINESE } from './words/zh.ts';

/** In which language a memo is written. */
export type MemoLanguage = Language | 'both';

const WORDS: Readonly<Record<MemoLanguage, readonly [MemoWords, ...MemoWords[]]>> = {
  en: [ENGLISH],
  zh: [CHINESE],
  both: [ENGLISH, CHINESE],
};
const FONT = '@expo-google-fonts/noto-sans-sc';
const FONTS = [`${FONT}/400Regular/NotoSansSC_400Regular.ttf`, `${FONT}/700Bold/NotoSansSC_700Bold.ttf`];

/** Sets memos as PDF: tagged (PDF/UA-1), with real text and embedded fonts cut down to what is used. */
export class MemoPress {
  #compiler: Promise<NodeCompiler> | undefined;

  /** The memo of an answer. */
  async print(subject: MemoSubject, language: MemoLanguage): Promise<Buffer> {
    // The compiler and its fonts are loaded with the first memo.
    this.#compiler ??= load();
    const compiler = await this.#compiler;
    const [words, ...others] = WORDS[language];
    const first = memoContent(subject, words);
    const parts = [first, ...others.map((other) => memoContent(subject, other))];
    const memo = {
      title: `${first.title}: ${first.rulebook}`,
      description: `${first.verdict}. ${first.vantage}`,
      footer: subject.record === undefined ? first.rulebook : subject.record.id,
      parts,
    };
    const pdf = compiler.pdf(
      { mainFileContent: TEMPLATE, inputs: { memo: JSON.stringify(memo) } },
      { pdfStandard: 'ua-1' },
    );
    compiler.evictCache(10);
    return pdf;
  }
}

async function load(): Promise<NodeCompiler> {
  const require = createRequire(import.meta.url);
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const folders = FONTS.map((font) => dirname(require.resolve(font)));
  // An empty workspace: a memo reads no file.
  return NodeCompiler.create({ workspace: folders[0] ?? '', fontArgs: [{ fontPaths: folders }] });
}
