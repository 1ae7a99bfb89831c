/** What stops a screening, by the code that the service gives it, and what to do. */
type Teller = (values: Values) => Told;
type Values = Readonly<Record<string, string | undefined>>;
/** What went wrong and what to do next, in Chinese; no next step where there is none. */
export interface Told {
  readonly what: string;
  readonly next?: string | undefined;
}

/** What is wrong with a map of columns, by the word in `problem`. */
const MAP_PROBLEMS: Readonly<Record<string, (values: Values) => string>> = {
  not_json: () => '内容不是有效的 JSON',
  unknown_member: ({ member }) => `其中的成员${quoted(member)}不是列对应文件的成员`,
  missing_member: ({ member }) => `缺少成员${quoted(member)}`,
  repeated_member: ({ member }) => `成员${quoted(member)}出现了两次`,
  wrong_kind: () => '有一个值的类型不对',
  other_rulebook: ({ other, rulebook }) => `它属于规则书${quoted(other)}，而不是${quoted(rulebook)}`,
  both_mapped_and_not: ({ fact }) => `事实${quoted(fact)}既有对应的列，又声明为没有`,
  repeated_word: ({ word }) => `词语${quoted(word)}出现了两次`,
  empty_word_is_value: ({ word, fact }) => `词语${quoted(word)}是事实${quoted(fact)}的值，不能同时表示空白`,
  empty_without_column: ({ fact }) => `没有列提供事实${quoted(fact)}，却写明了其中表示空白的词语`,
  zone_without_time: () => '只有不带时区的时刻才写时区',
  entry_without_column: () => '有一项没有写列名',
};

const NOT_READABLE: Readonly<Record<string, Told>> = {
  protected: { what: '该工作簿有密码保护，或是旧版 Excel 的格式。', next: '请不加密码另存为 .xlsx 后重新上传。' },
};

const TROUBLES: Readonly<Record<string, Teller>> = {
  file_not_found: () => ({ what: '找不到上传的文件。', next: '请重新上传。' }),
  file_unreadable: () => ({ what: '服务无法读取上传的文件。', next: '请重新上传。' }),
  file_changed: () => ({ what: '文件在读取期间发生了变化。', next: '请重新判断。' }),
  empty_file: ({ sheets }) =>
    sheets === undefined
      ? { what: '文件是空的，连列名也没有。', next: '第一行应为列名。' }
      : { what: '该工作表是空的，连列名也没有。', next: '请在“如何读取文件”处另选工作表。' },
  no_rows: () => ({ what: '文件中只有列名，没有任何行。' }),
  unknown_format: () => ({
    what: '从文件名看不出格式。',
    next: '可用的文件名后缀：.csv、.tsv、.txt、.jsonl、.ndjson、.parquet、.xlsx。',
  }),
  unknown_encoding: ({ encoding }) => ({
    what:
      encoding === undefined ? '文本既不是 UTF-8，也不像 GB18030 编码的中文。' : `没有名为${quoted(encoding)}的编码。`,
    next: '请在“如何读取文件”处选择编码。',
  }),
  not_readable: ({ reason, delimiter, encoding }) =>
    NOT_READABLE[reason ?? ''] ??
    (delimiter !== undefined
      ? { what: '分隔符应为一个字符，不能是字母、数字、空格或引号。', next: '请另选分隔符。' }
      : encoding !== undefined
        ? { what: `按编码 ${encoding} 无法读出列名。`, next: '请在“如何读取文件”处选择编码。' }
        : { what: '无法读取文件的内容：文件已损坏，或格式与文件名不符。', next: '请检查文件后重新上传。' }),
  duplicate_columns: ({ columns }) => ({
    what: `有几列同名：${(columns ?? '').replace(/ \(columns ([\d, ]+)\)/g, '（第 $1 列）')}。`,
    next: '请使各列名称互不相同。',
  }),
  too_many_columns: ({ columns }) => ({
    what: columns === undefined ? '列数过多。' : `列数过多：${columns} 列。`,
    next: '请检查分隔符，或只保留需要的列。',
  }),
  different_columns: () => ({ what: '各部分的列不一致。', next: '请把列不同的部分分开上传。' }),
  no_sheet: ({ sheet, sheets }) => ({
    what: sheet === undefined || sheet === '' ? '工作簿中没有工作表。' : `没有名为${quoted(sheet)}的工作表。`,
    next: sheets === undefined || sheets === '' ? undefined : `现有的工作表：${sheets.replaceAll(' / ', '、')}。`,
  }),
  no_column: ({ column, near, columns }) => ({
    what: `文件中没有名为${quoted(column)}的列。`,
    next: meant(near) ?? (columns === undefined ? undefined : `现有的列：${columns}。`),
  }),
  unknown_fact: ({ fact, field, near }) => ({ what: `规则书中没有事实${quoted(fact ?? field)}。`, next: meant(near) }),
  fact_mapped_twice: ({ fact }) => ({ what: `事实${quoted(fact)}对应了两列。`, next: '请只保留一列。' }),
  column_mapped_twice: ({ column }) => ({ what: `列${quoted(column)}对应了两项事实。`, next: '请只保留一项。' }),
  wrong_map: (values) => ({
    what: `列对应文件有误：${(MAP_PROBLEMS[values.problem ?? ''] ?? (() => '内容不合格式'))(values)}。`,
    next: meant(values.near),
  }),
  wrong_type: ({ column, fact }) => ({
    what: `列${quoted(column)}的类型不能提供事实${quoted(fact)}。`,
    next: '请换一列，或先转换该列。',
  }),
  no_zone: ({ column, zone, near }) =>
    zone === undefined
      ? { what: `列${quoted(column)}中的时刻没有时区。`, next: '请选择时区。' }
      : { what: `没有名为${quoted(zone)}的时区。`, next: meant(near) },
  unknown_value: ({ value, fact, near, expectedZh }) => ({
    what: `${quoted(value)}不是事实${quoted(fact)}的值。`,
    next: meant(near) ?? (expectedZh === undefined ? undefined : `应为：${expectedZh}。`),
  }),
  column_clash: ({ column }) => ({
    what: `文件中已有名为${quoted(column)}的列，与判断结果要添加的列同名。`,
    next: '请填写列名的前缀，或给该列改名后重新上传。',
  }),
  nothing_mapped: ({ columns }) => ({
    what: '没有一列提供规则书所需的事实。',
    next: `${columns === undefined ? '' : `文件的列：${columns}。`}请载入列对应文件，或检查文件的读取方式。`,
  }),
  disk_full: () => ({ what: '服务所在的磁盘已满。', next: '请联系服务的管理者。' }),
  not_enough_memory: () => ({ what: '服务的内存不足以处理该文件。', next: '请拆分文件，或联系服务的管理者。' }),
  too_many_rows: () => ({ what: '文件过大，无法作为 Excel 工作簿读取。', next: '请另存为 CSV 后重新上传。' }),
  cancelled: () => ({ what: '判断已停止。' }),
  internal: () => ({ what: '服务内部出错，与您的文件无关。', next: '请重新判断；如仍然出错，请联系服务的管理者。' }),
  interrupted: () => ({ what: '判断进行时服务中断。', next: '请重新判断。' }),
  rulebook_changed: () => ({ what: '下达判断之后规则书已改动，服务也已重新启动。', next: '请重新判断。' }),
  upload_gone: () => ({ what: '上传的文件已不在服务中。', next: '请重新上传。' }),
  unknown_reading: ({ field }) => ({ what: `规则书中没有解释问题${quoted(field)}。` }),
  unknown_alternative: ({ field }) => ({ what: `解释问题${quoted(field)}没有所选的选项。` }),
  wrong_date: ({ field }) => ({ what: `${quoted(field)}的日期不正确。`, next: '日期应写作 2020-09-21。' }),
  wrong_value: ({ field }) => ({ what: `${quoted(field)}的值不正确。` }),
  contradiction: () => ({ what: '所给的事实互相矛盾。' }),
};

/** A failure in Chinese; undefined for a code that is not known here. @param field what the service names besides */
export function toldInChinese(code: string, values: Values, field: string): Told | undefined {
  return Object.hasOwn(TROUBLES, code) ? TROUBLES[code]?.({ field, ...values }) : undefined;
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `“${text}”`;
}

function meant(near: string | undefined): string | undefined {
  return near === undefined || near === '' ? undefined : `是否指“${near}”？`;
}
