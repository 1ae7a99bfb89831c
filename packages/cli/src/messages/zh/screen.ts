import type { ScreenErrorCode } from '@proviso/screen';
import type { Trouble } from '../contract.ts';
import type { ScreenMessages, ScreenTrouble } from '../screen.ts';

type Teller = (parts: ScreenTrouble) => Trouble;

const named = (values: Readonly<Record<string, string>>, name: string) => values[name] ?? '';
const near = (values: Readonly<Record<string, string>>) =>
  values.near === undefined || values.near === '' ? undefined : `是否指 ${values.near}？`;

/** What is wrong with a map, by the word in `values.problem`. */
const MAP_PROBLEMS: Readonly<Record<string, (values: Readonly<Record<string, string>>) => string>> = {
  not_json: () => '不是有效的 JSON',
  unknown_member: (values) => `不认识成员 ${named(values, 'member')}`,
  missing_member: (values) => `缺少成员 ${named(values, 'member')}`,
  repeated_member: (values) => `成员 ${named(values, 'member')} 出现了两次`,
  wrong_kind: () => '此处值的类型不对',
  other_rulebook: (values) => `它属于规则书 ${named(values, 'other')}，而非 ${named(values, 'rulebook')}`,
  both_mapped_and_not: (values) => `事实 ${named(values, 'fact')} 既对应了列，又声明为不对应`,
  repeated_word: (values) =>
    named(values, 'word').trim() === '' ? '空单元格无需写明' : `词 ${named(values, 'word')} 出现了两次`,
  empty_word_is_value: (values) =>
    `词 ${named(values, 'word')} 是事实 ${named(values, 'fact')} 的值，不能又表示“不知道”`,
  empty_without_column: (values) => `没有列提供事实 ${named(values, 'fact')}，其中的词无从谈起`,
  zone_without_time: () => '只有没有时区的时刻才需要 zone',
  entry_without_column: () => '没有写明列名；应为 事实=列名',
};

const TROUBLES: Readonly<Record<ScreenErrorCode, Teller>> = {
  file_not_found: () => ({ what: '没有这个文件。', next: '请检查路径。' }),
  file_unreadable: () => ({ what: '无法读取该文件。', next: '请确认它是文件且您有读取权限。' }),
  empty_file: () => ({ what: '文件是空的。', next: '第一行应为列名。' }),
  no_rows: () => ({ what: '没有任何行。' }),
  unknown_format: () => ({ what: '无法从文件名判断格式。', next: '可用的格式：.csv、.jsonl、.parquet、.xlsx。' }),
  unknown_encoding: ({ values }) => ({
    what: values.encoding === undefined ? '无法识别文本的编码。' : `没有编码 ${values.encoding}。`,
    next: '请用 --encoding 说明，例如 --encoding gb18030。',
  }),
  file_changed: () => ({ what: '读取期间文件被改动。', next: '请在没有人写入该文件时重新运行。' }),
  not_readable: ({ values }) =>
    values.reason === 'gzip_cut'
      ? { what: '文件被截断：压缩数据不完整。', next: '请重新获取完整的文件。' }
      : values.reason === 'gzip'
        ? { what: '不是 gzip 文件，或已损坏。', next: '请重新获取该文件；未压缩的文件名不应以 .gz 结尾。' }
        : { what: '无法读取其内容。', next: '请确认文件完整，格式与名称相符。' },
  duplicate_columns: ({ values }) => ({
    what: `有重复的列名：${named(values, 'columns').replace(/ \(columns ([\d, ]+)\)/g, '（第 $1 列）')}。`,
    next: '请使每个列名各不相同。',
  }),
  too_many_columns: ({ values }) => ({ what: `列数过多（${named(values, 'columns')}）。`, next: '请只保留需要的列。' }),
  different_columns: () => ({ what: '各文件的列不相同。', next: '请分别处理列不同的文件。' }),
  no_sheet: ({ values }) => ({ what: `没有工作表 ${named(values, 'sheet')}。`, next: near(values) }),
  no_column: ({ values }) => ({
    what: `输入中没有列 ${named(values, 'column')}。`,
    next: near(values) ?? (values.columns === undefined ? undefined : `现有的列：${values.columns}。`),
  }),
  unknown_fact: ({ values }) => ({ what: `规则书中没有事实 ${named(values, 'fact')}。`, next: near(values) }),
  fact_mapped_twice: ({ values }) => ({ what: `事实 ${named(values, 'fact')} 对应了两列。`, next: '请只保留一列。' }),
  column_mapped_twice: ({ values }) => ({ what: `列 ${named(values, 'column')} 对应了两项事实。` }),
  wrong_map: ({ values }) => ({
    what: `映射文件有误：${(MAP_PROBLEMS[named(values, 'problem')] ?? (() => '内容不合格式'))(values)}。`,
    next: near(values) ?? '格式见 docs/reference/map-file.md。',
  }),
  wrong_type: ({ values }) => ({
    what: `列 ${named(values, 'column')} 的类型不能提供事实 ${named(values, 'fact')}。`,
    next: '请换一列，或先转换该列。',
  }),
  no_zone: ({ values }) => ({
    what: `列 ${named(values, 'column')} 是没有时区的时刻。`,
    next: '请在映射文件中写明 zone，例如 "zone": "America/New_York"。',
  }),
  unknown_value: ({ values }) => ({
    what: `${named(values, 'value')} 不是事实 ${named(values, 'fact')} 的值。`,
    next: near(values) ?? (values.expectedZh === undefined ? undefined : `应为：${values.expectedZh}。`),
  }),
  column_clash: ({ values }) => ({
    what: `输入中已有列 ${named(values, 'column')}。`,
    next: '请用 --prefix 为新增的列加上前缀，例如 --prefix new_。',
  }),
  nothing_mapped: ({ values }) => ({
    what: `没有一列提供事实。${values.columns === undefined || values.columns === '' ? '' : `现有的列：${values.columns}。`}`,
    next: '请用 --column 事实=列名 或映射文件说明。',
  }),
  output_exists: () => ({ what: '该文件已存在。', next: '加上 --overwrite 可覆盖，或另取名称。' }),
  output_unwritable: ({ values }) =>
    values.reason === 'input'
      ? { what: '这就是输入文件本身。', next: '请写到另一个文件。' }
      : values.reason === 'folder'
        ? { what: '这是一个文件夹。', next: '请给出文件名。' }
        : { what: '无法写入。', next: '请确认文件夹存在且您有写入权限。' },
  disk_full: ({ values }) =>
    values.bytes === undefined
      ? { what: '磁盘已满；没有留下写了一半的文件。', next: '请腾出空间。' }
      : {
          what: `解压后超过 ${values.bytes} 字节，临时文件放不下。`,
          next: '请在存放临时文件处（TMPDIR）腾出空间，或直接给出解压后的文件。',
        },
  not_enough_memory: () => ({ what: '内存不足以处理该输入。', next: '请给出更多内存，例如 --memory 4GB。' }),
  too_many_rows: () => ({ what: '行数超过该格式的上限。', next: '请改用 .csv 或 .parquet。' }),
  database_unreachable: ({ values }) =>
    values.reason === 'wrong_password'
      ? {
          what: '数据库拒绝登录：密码不对，或没有该用户。',
          next: '请检查地址（或 PGUSER、PGPASSWORD）中的用户和密码。',
        }
      : values.reason === 'no_password'
        ? { what: '数据库要求密码，而没有给出密码。', next: '请在地址中或以 PGPASSWORD 给出密码。' }
        : { what: '无法连接数据库。', next: '请检查地址、用户和密码。' },
  database_query: ({ message }) => ({ what: `数据库拒绝了查询：${message}`, next: '请检查 --query。' }),
  database_lost: () => ({ what: '与数据库的连接中断；没有留下写了一半的结果。', next: '请重新运行。' }),
  cannot_in_dialect: ({ message }) => ({ what: `该引擎的 SQL 做不到：${message}` }),
  cancelled: () => ({ what: '已停止；没有写入任何文件。' }),
};

/** Screening in Chinese. */
export const screen: ScreenMessages = {
  noInput: {
    what: '没有要判断的输入。',
    next: '请给出文件（.csv、.jsonl、.parquet、.xlsx）、DuckDB 文件或 PostgreSQL 数据库地址。',
  },
  noQuery: { what: '没有说明要从数据库读取什么。', next: '请给出表名或 SELECT 语句：--query payments' },
  noFormat: { what: '没有说明标准输入的格式。', next: '请说明：--format csv（或 jsonl、parquet、xlsx）。' },
  standardInputAlone: { what: '标准输入不能与其他输入一起判断。', next: '请单独给出 -，或只给出文件。' },
  phases: {
    opening: '正在打开输入',
    judging: '正在判断各行',
    writing: '正在写出各行',
    bad_rows: '正在查看无法读取的行',
  },
  fileDone: (done, all, file) => `已完成 ${done}/${all}：${file}`,
  preflight: {
    title: '输入',
    rows: (rows, source) => `${source}：${rows} 行。`,
    malformed: (lines) => `有 ${lines} 行文本不成其为一行数据。`,
    detected: { encoding: '编码', delimiter: '分隔符', sheet: '工作表' },
    facts: '事实',
    column: '列',
    constant: '所有行',
    suggested: '按名称识别',
    filled: '有值',
    empty: '空',
    bad: '有误',
    wanting: '规则需要而没有任何列提供的事实',
    presumed: '因没有列提及而推定',
    unused: '不提供事实的列',
    likely: (fact, column) => `${fact} 可能在列 ${column} 中；如是，请加上 --column "${fact}=${column}"`,
    unread: (column, words) => `列 ${column} 中有些词不是该事实的值：${words}；请在映射文件中说明其含义`,
    emptyWords: (column, words, option) =>
      `列 ${column} 中有些词可能表示“不知道”：${words}；如是，请加上 ${option}，或在映射文件中写入 "empty"`,
    badCells: (fact, column, count, first) => `${fact}（列 ${column}）：${count} 个单元格无法读取。${first}`,
    atLine: (line, cell) => `第 ${line} 行：${cell}`,
    unreadAmounts: (count) => `有 ${count} 个金额不是单纯的数字，未计入任何合计。`,
    contradictions: (count) => `有 ${count} 行的事实与规则书对每笔交易的假设相矛盾。`,
  },
  written: (path, rows, size) => `${rows} 行及其结论：${path}（${size}）`,
  changedWritten: (path, rows, size) => `${rows} 行结论不同：${path}（${size}）`,
  badWritten: (path, rows) => `${rows} 行无法判断，行号和原因见：${path}`,
  badNotWritten: (rows) => `有 ${rows} 行无法判断。用 --errors 文件 可逐行列出行号和原因。`,
  mapSaved: (path, proposes) =>
    proposes
      ? `列与事实的对应关系，以及 "empty" 中可能表示“不知道”的词（请核对）：${path}`
      : `列与事实的对应关系：${path}`,
  summaryWritten: (path) => `汇总：${path}`,
  wrongSummary: (path) => `汇总写为 .json 或 .html；\`${path}\` 两者都不是。`,
  inPlace: (table, rows) => `${rows} 行及其结论在数据库的表 ${table} 中。`,
  firstRows: (shown, all) => `以上为前 ${shown} 行，共 ${all} 行；用 -o 文件 可写出全部。`,
  badRows: {
    cell: '{fact}：“{cell}”不是允许的值',
    contradiction: '该行的事实与规则书对每笔交易的假设相矛盾',
    malformed: (reason) =>
      ({
        too_few_cells: '该行的单元格过少',
        too_many_cells: '该行的单元格过多',
        broken_quotes: '该行的引号不成对',
        not_text: '该行的字节不是这种编码的文本',
        zero_byte: '该行含有零字节',
        stray_return: '该行含有多余的回车符',
        too_long: '该行过长',
        not_an_object: '该行不是 JSON 对象',
        repeated_name: '该对象有重复的名称',
      })[reason] ?? reason,
  },
  wrongNumber: (option, given) => ({ what: `\`${given}\` 不是大于 0 的整数。`, next: `例如：${option} 2` }),
  wrongMemory: (given) => ({ what: `\`${given}\` 不是内存大小。`, next: '例如：--memory 2GB' }),
  wrongAgainst: (given) => ({
    what: `无法与 \`${given}\` 比较。`,
    next: '请写 as-of=日期、known-on=日期、reading=名称=选项 或 rulebook=标识或路径。',
  }),
  wrongFolder: (path) => ({
    what: `\`${path}\` 不是文件夹。`,
    next: '请先建立该文件夹；如要把所有文件合写为一个，请给出文件名。',
  }),
  sameOutput: (path) => ({
    what: `有两个文件都要写为 \`${path}\`。`,
    next: '请分别命名；有多个输入时，文件名不能相同。',
  }),
  sameInput: (path) => ({ what: `\`${path}\` 给出了两次。`, next: '每个文件只给一次。' }),
  noMap: (path) => ({
    what: `没有文件 \`${path}\`。`,
    next: '请给出映射文件的路径；可先用 --save-map 文件 写出一个。',
  }),
  doneSoFar: (done, left) =>
    done.length === 0
      ? `均未完成：${left.join('、')}。`
      : `已完成并保留：${done.join('、')}。未完成：${left.join('、')}。`,
  notTogether: (one, other) => ({ what: `${one} 与 ${other} 不能同时使用。`, next: '请只用其一。' }),
  onlyPostgres: {
    what: '--in-place 只适用于 PostgreSQL 数据库。',
    next: '请以其地址为输入：postgresql://主机/数据库',
  },
  sqlNeedsTable: { what: '没有说明该 SQL 要读取的表。', next: '请给出您引擎中的表：--query book' },
  trouble: (parts) => TROUBLES[parts.code](parts),
};
