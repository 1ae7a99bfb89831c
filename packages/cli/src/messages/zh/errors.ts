import { CHINESE_TITLES } from '@proviso/language/chinese-titles';
import type { ErrorMessages, JsonTrouble } from '../contract.ts';

const JSON_TROUBLES: Readonly<Record<JsonTrouble, string>> = {
  symbol: '此处不是合法的 JSON',
  number: '此处不是合法的 JSON 数字',
  property_name: '此处应为带双引号的事实名称',
  value: '此处应有一个值',
  colon: '此处应为冒号',
  comma: '此处应为逗号',
  close_brace: '此处应为右花括号 `}`',
  close_bracket: '此处应为右方括号 `]`',
  end: '文件应在此处结束',
  comment: 'JSON 中不能有注释',
  string_end: '此文本缺少结束引号',
  unicode: '此处不是合法的 Unicode 转义（例如 \\u4e2d）',
  escape: 'JSON 中没有这种转义',
  character: '此字符不能直接出现在 JSON 文本中',
  depth: '嵌套层数过多',
  digits: '此数字的位数超出 JSON 数字能够精确表示的范围',
};

function listed(names: readonly string[]): string {
  return names.length === 0 ? '（没有找到）' : names.join('、');
}

function sentence(text: string): string {
  return /[。？！]$/.test(text) ? text : `${text}。`;
}

/** Errors in Chinese. */
export const errors: ErrorMessages = {
  error: '错误',
  warning: '警告',
  codeTitle: (code) => CHINESE_TITLES[code],
  onCommandLine: '命令行',
  onStandardInput: '标准输入',
  didYouMean: (names) => `您是否想写 ${names}？`,
  fileNotFound: (path) => ({ what: `没有文件 \`${path}\`。`, next: '请检查路径。' }),
  factsNotFound: (path) => ({
    what: `没有文件 \`${path}\`。`,
    next: '请给出含有事实的 JSON 文件路径；用 - 表示标准输入；或者写成 name=value。',
  }),
  fileIsFolder: (path) => ({ what: `\`${path}\` 是一个文件夹。`, next: '请给出其中某个文件的路径。' }),
  fileUnreadable: (path, code) => ({ what: `无法读取 \`${path}\`（${code}）。`, next: '请检查您是否有权读取该文件。' }),
  fileTooLarge: (path, size, limit) => ({
    what: `\`${path}\` 大小为 ${size}；此处最多读取 ${limit}。`,
    next: '请确认这是您要用的文件：规则书或一笔交易的事实远小于此。',
  }),
  notUtf8: (path) => ({ what: `\`${path}\` 不是 UTF-8 文本。`, next: '请将文件存为 UTF-8。' }),
  emptyFacts: (path) => ({
    what: `\`${path}\` 是空的。`,
    next: '请写一个事实的 JSON 对象，例如 {"territory": "US"}；{} 表示一无所知。',
  }),
  malformedJson: (code) => ({
    what: `${JSON_TROUBLES[code]}。`,
    next:
      code === 'digits'
        ? '请将该数字写成带引号的文本。'
        : '事实应为 JSON 对象，例如 {"territory": "US", "share": 40, "activity": null}。',
  }),
  factsNotObject: (found) => ({
    what: `事实应为 JSON 对象，此处却是 ${found}。`,
    next: '请写成 {"name": value, ...}，例如 {"territory": "US"}。',
  }),
  twoValues: (fact, first) => ({
    what: `事实 \`${fact}\` 在此处有第二个值；第一个值在：${first}。`,
    next: '请只保留其中一个。',
  }),
  twoReadings: (reading) => ({ what: `解释问题 \`${reading}\` 设置了两次。`, next: '请只保留其中一个。' }),
  wrongAssignment: (argument) => ({
    what: `\`${argument}\` 既不是事实，也不是文件。`,
    next: '事实写成 name=value；name=? 表示“不知道”；当事方的事实写成 party.name=value。',
  }),
  wrongReading: (argument) => ({
    what: `\`${argument}\` 没有写明解释问题及其选项。`,
    next: '请写 --reading NAME=ALTERNATIVE，例如 --reading transit_scope=strict。',
  }),
  rulebookMissing: (known) => ({
    what: '没有指明规则书。',
    next: `请加上 --rulebook 以及规则书的标识或文件路径。已知的规则书：${listed(known)}。`,
  }),
  unknownRulebook: (id, near, known) => ({
    what: `没有规则书 \`${id}\`。`,
    next: `${near.length > 0 ? `您是否想写 ${near.map((name) => `\`${name}\``).join('或 ')}？` : ''}已知的规则书：${listed(known)}。`,
  }),
  notARulebook: (path) => ({ what: `\`${path}\` 是词汇表，不是规则书。`, next: '请指明使用该词汇表的规则书。' }),
  noVocabulary: (id) => ({
    what: `没有找到词汇表 \`${id}\`。`,
    next: `请将其放在规则书文件夹中的 ${id}/vocabulary.md，或用 --rulebooks 指明该文件夹。`,
  }),
  rulebookHasErrors: (file, count) => ({
    what: `${file} 有 ${count} 处错误。`,
    next: '没有作出任何判断。请更正规则书；`proviso check` 会列出其中所有问题。',
  }),
  sentence,
  expected: (what) => sentence(`应为：${what}`),
  internal: (detail) => ({
    what: `Proviso 内部出错：${detail}。`,
    next: '这是 Proviso 的缺陷，与您的输入无关；没有给出任何结论。请连同所用命令一并报告。',
  }),
  notBuilt: '程序尚未构建。请在代码库文件夹中运行 `npm run build`。',
};
