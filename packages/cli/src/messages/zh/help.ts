import type { HelpMessages } from '../help.ts';

/** Help in Chinese. */
export const help: HelpMessages = {
  summary: '在某一日期，依据某项限制，这笔交易能否进行？为什么？',
  commands: {
    decide: {
      summary: '判断交易能否进行，并说明理由',
      description: '依据规则书判断一笔交易能否进行。未给出的事实保持未知：只有当它们不会改变结论时，才给出确定的结论。',
      examples: [
        ['proviso decide --rulebook us/wechat --as-of 2020-09-21 facts.json', '事实来自文件'],
        [
          'proviso decide --rulebook us/wechat --as-of 2020-09-21 --known-on 2020-09-18 activity=internet_hosting territory=US share=?',
          '逐项给出事实；? 表示“不知道”；依据当时的已知情况',
        ],
        [
          'proviso decide --rulebook us/wechat --reading transit_scope=strict --json - < facts.json',
          '事实来自标准输入，采用某一解释，输出 JSON',
        ],
      ],
    },
    explain: {
      summary: '以树形展示结论的论证',
      description: '展示结论如何得出：每条规则及其条件、所依据的事实、效力状态和出处。',
      examples: [
        ['proviso explain --rulebook us/wechat --as-of 2020-09-21 facts.json', '起决定作用的规则'],
        ['proviso explain --rulebook us/wechat --as-of 2020-09-21 --detail full facts.json', '每条规则'],
        ['proviso explain --rulebook us/wechat --as-of 2020-09-21 --lang zh facts.json', '用中文'],
      ],
    },
    ask: {
      summary: '问答：只问仍有影响的问题，然后给出结论',
      description: '每次提出一个最能确定结论的问题，最后给出结论。命令行中已给出的事实不再提问。',
      examples: [
        ['proviso ask --rulebook us/wechat --as-of 2020-09-21', '从一无所知开始'],
        ['proviso ask --rulebook us/wechat --as-of 2020-09-21 territory=US', '已知部分事实'],
      ],
    },
    timeline: {
      summary: '绘出各条规定的效力状态随时间的变化',
      description: '以横条绘出各条规定何时有效、被禁止执行、被撤销等。',
      examples: [
        ['proviso timeline --rulebook us/wechat', '依据全部已知情况'],
        ['proviso timeline --rulebook us/wechat --known-on 2020-09-18 --json', '依据该日的已知情况，输出 JSON'],
      ],
    },
    test: {
      summary: '运行规则书中的示例和案例文件',
      description:
        '运行规则书中的示例及其旁边的案例（cases.jsonl）。不带 --rulebook 和 --cases 时，运行所有随附规则书的示例和案例。有任何一项未通过时退出码为 1。',
      examples: [
        ['proviso test', '所有随附内容'],
        ['proviso test --rulebook us/wechat', '一本规则书的示例和案例'],
        ['proviso test --cases cases.jsonl', '案例文件，每行使用其所指明的规则书'],
      ],
    },
    check: {
      summary: '查找规则书中的错误、漏洞和冲突',
      description:
        '检查规则书文件：错误、警告、漏洞和冲突，并指明位置。有错误时退出码为 1。不给出文件时，检查找到的所有规则书。',
      examples: [
        ['proviso check rulebooks/us/wechat/rulebook.md', '一个文件'],
        ['proviso check --json', '所有规则书，输出 JSON'],
      ],
    },
    screen: {
      summary: '逐行判断一张表：文件或数据库',
      description:
        '判断 CSV、JSON Lines、Parquet 或 Excel 文件、DuckDB 文件或 PostgreSQL 查询的每一行，结论与单独用 decide 判断相同。空单元格表示“不知道”。无法读取的行写入单独的文件；各项计数之和始终等于总行数。',
      examples: [
        [
          'proviso screen book.csv --rulebook us/wechat --as-of 2020-09-21 --known-on 2020-09-18 -o verdicts.csv',
          '每一行一个结论，并汇总需要处理的事项',
        ],
        [
          'proviso screen book.csv --rulebook us/wechat --as-of column:booking_date --map map.json -o verdicts.parquet --summary summary.html',
          '每行按自己的日期；列的对应关系取自映射文件；生成可转交的页面',
        ],
        [
          'proviso screen book.csv --rulebook us/wechat --as-of 2020-09-21 --known-on 2020-09-20 --against known-on=2020-09-19 -o changed.csv',
          '只列出因法院命令而改变结论的行及原因',
        ],
        [
          'proviso screen postgresql://localhost/shop --query payments --rulebook us/wechat --in-place payment_verdicts',
          '在数据库内完成：数据不离开数据库',
        ],
        ['proviso screen book.parquet --rulebook us/wechat --sql spark --query book', '输出 SQL，供自有引擎使用'],
      ],
    },
    serve: {
      summary: '启动网页应用和 HTTP API',
      description:
        '启动一个包含全部功能的进程：网页应用在 /，API 在 /v1，文档在 /docs。未提供令牌文件时只供本机访问。保存的结论写入数据文件夹（启动时会显示其名称），或写入 PostgreSQL 数据库。',
      examples: [
        ['proviso serve', '会显示可打开的地址'],
        ['proviso serve --port 8080 --data ./decisions', '另选端口和文件夹'],
        ['proviso serve --database postgresql://proviso@db.example.com/decisions', '结论保存在 PostgreSQL 中'],
        ['proviso serve --host 0.0.0.0 --token-file tokens.json', '供其他机器访问：必须有令牌'],
      ],
    },
    mcp: {
      summary: '通过标准输入输出为智能体提供工具',
      description:
        '在标准输入输出上使用 Model Context Protocol：decide、explain、what_is_missing、status_of、read_rulebook。不保存任何内容，也不打开端口。',
      examples: [['proviso mcp', '由智能体启动']],
    },
    replay: {
      summary: '重新提出已记录的问题并比较',
      description: '依据记录所附或所指的规则书，离线重新提出已保存结论的问题。有任何差异时退出码为 1。',
      examples: [['proviso replay decision.json', '相同的结论，或差异所在']],
    },
    format: {
      summary: '以统一版式写出规则书文件',
      description: '统一规则书文件中各代码块的版式；正文和含义不变。有错误的文件不作改动。',
      examples: [
        ['proviso format my/rulebook.md', '改写文件'],
        ['proviso format --check my/rulebook.md', '只报告是否会有改动；若有则退出码为 1'],
      ],
    },
  },
  options: {
    rulebook: '规则书：标识（如 us/wechat）或 .md 文件的路径',
    rulebooks: '首先查找的规则书文件夹（或 PROVISO_RULEBOOKS）',
    'as-of': '交易发生的时间：日期（指该日结束时）或时刻；screen 还可用 column:列名；不给出则为现在',
    'known-on': '只考虑截至该时已知的情况；不给出则考虑全部已知情况',
    reading: '采用某一解释；可重复',
    facts: '事实的 JSON 文件；可重复',
    cases: '案例文件（每行一个 JSON）；可重复',
    detail: 'short：只列起决定作用的规则；full：列出每条规则的每项要件；不给出则为 short',
    check: '不作改动；若文件会有改动则退出码为 1',
    sizes: '同时报告各规则书决策图的大小与编译用时',
    output:
      '带结论的行写到何处：.csv、.parquet、.jsonl、.xlsx；多个输入时为文件夹；与 --sql 同用时为写入 SQL 的文件，不再输出到标准输出',
    overwrite: '覆盖已有文件',
    map: '说明哪一列提供哪项事实的映射文件',
    'save-map': '写下哪一列提供了哪项事实，供 --map 使用',
    column: '提供某项事实的列；优先于映射文件；可重复',
    'empty-word': '单元格中表示“不知道”的词，适用于所有列或某项事实的列；可重复',
    query: '数据库中的表或 SELECT 语句；与 --sql 同用时为该 SQL 读取的表',
    errors:
      '无法读取的行写到何处（CSV）；缺省时写在输出文件旁；与 --sql 同用时为写入列出这些行的 SQL 的文件，给出时才写',
    summary: '写出汇总：.json 或 .html；可重复',
    amount: '要汇总的金额列',
    unit: '金额的单位，例如 USD',
    against: '与 as-of=、known-on=、reading= 或 rulebook= 比较：只列出结论不同的行；可重复',
    prefix: '加在新增列名之前',
    preflight: '只检查输入：行、列、无法读取的单元格',
    format: '输入的格式；缺省时由文件名判断；标准输入（-）必须说明',
    encoding: 'CSV 文件的编码，例如 gb18030；缺省时自动识别',
    delimiter: 'CSV 文件的分隔符；缺省时自动识别',
    sheet: 'Excel 文件的工作表；缺省时为第一张',
    'keep-formulas': '电子表格会当作公式执行的单元格按原样写出',
    sql: '只输出适用于某引擎的 SQL，不执行',
    'in-place': '仅限 PostgreSQL：在数据库内建立结论表',
    threads: '使用的核心数；缺省时为全部',
    memory: '转用磁盘之前可用的内存，例如 2GB；缺省时为 512MB',
    port: '监听的端口；缺省为 4180；0 表示任一空闲端口',
    host: '监听的地址；缺省为 127.0.0.1',
    data: '保存结论和批量判断的文件夹；启动时显示其名称',
    database:
      '保存结论的 PostgreSQL 数据库（postgresql://用户@主机/库名），代替文件夹；含密码时请改用 PROVISO_DATABASE',
    'token-file': '令牌及其角色（ask、screen、author、admin）的文件',
    'host-name': '前面有代理时可应答的主机名；可重复',
    'keep-uploads': '上传后没有批量判断使用的文件保留多少小时；缺省为 24',
    log: '向标准错误输出 JSON 日志，绝不含事实；缺省为 warn',
    lang: '输出语言；不给出则取自 LC_ALL 或 LANG',
    json: '在标准输出上只输出机器可读的结果',
    'no-color': '不用颜色（也可用 NO_COLOR）',
  },
  operands: {
    FACTS: 'name=value、name=?（不知道）、party.name=value、JSON 文件，或 - 表示标准输入',
    FILES: '规则书文件（.md）',
    RECORDS: '结论的记录（.json），即 API 所返回的内容',
    INPUT:
      '文件（.csv、.jsonl、.parquet、.xlsx；也可为压缩文件，如 .csv.gz）、-（标准输入）、DuckDB 文件（.duckdb）或 PostgreSQL 数据库地址',
  },
  showHelp: '显示此帮助',
  showVersion: '显示版本',
  examples: '示例：',
  exitCodes: '退出码：0 已给出结论（无论是何结论）；1 输入或规则书有错误；2 用法错误。',
  headings: {
    'Usage:': '用法：',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Arguments:': '参数：',
  },
  choices: '可选',
  misuse: {
    unknownOption: (option, near) => `没有选项 \`${option}\`。${near === undefined ? '' : `您是否想写 \`${near}\`？`}`,
    unknownCommand: (command, near) =>
      `没有命令 \`${command}\`。${near === undefined ? '' : `您是否想写 \`${near}\`？`}`,
    missingValue: (option) => `选项 \`${option}\` 需要一个值。`,
    wrongChoice: (option, given, choices) => `\`${option}\` 不能为 \`${given}\`；应为：${choices}。`,
    tooMany: (command) => `\`${command}\` 不接受更多参数。`,
    twice: (option) => `选项 \`${option}\` 给出了两次。`,
    other: (detail) => detail,
    seeHelp: (command) => `请参阅 \`${command} --help\`。`,
  },
};
