import type { HelpMessages } from '../help.ts';

/** Help in English. */
export const help: HelpMessages = {
  summary: 'May this transaction go ahead, under this restriction, on this date, and why?',
  commands: {
    decide: {
      summary: 'decide whether a transaction may go ahead, and say why',
      description:
        'Decides whether a transaction may go ahead under a rulebook. Facts that are not given stay open: the answer is determined only when they cannot change it.',
      examples: [
        ['proviso decide --rulebook us/wechat --as-of 2020-09-21 facts.json', 'facts from a file'],
        [
          'proviso decide --rulebook us/wechat --as-of 2020-09-21 --known-on 2020-09-18 activity=internet_hosting territory=US share=?',
          'facts one by one; ? means "don\'t know"; on what was known then',
        ],
        [
          'proviso decide --rulebook us/wechat --reading transit_scope=strict --json - < facts.json',
          'facts from standard input, under one reading, as JSON',
        ],
      ],
    },
    explain: {
      summary: 'show the proof of the answer as a tree',
      description:
        'Shows how the answer follows: each rule with its conditions, the facts they rest on, its status and its citation.',
      examples: [
        ['proviso explain --rulebook us/wechat --as-of 2020-09-21 facts.json', 'what decides'],
        ['proviso explain --rulebook us/wechat --as-of 2020-09-21 --detail full facts.json', 'every rule'],
        ['proviso explain --rulebook us/wechat --as-of 2020-09-21 --lang zh facts.json', 'in Chinese'],
      ],
    },
    ask: {
      summary: 'interview: ask only for what still matters, then answer',
      description:
        'Asks one question at a time, the one that settles most, and ends with the answer. Facts given on the command line are not asked.',
      examples: [
        ['proviso ask --rulebook us/wechat --as-of 2020-09-21', 'start with nothing known'],
        ['proviso ask --rulebook us/wechat --as-of 2020-09-21 territory=US', 'some facts are known already'],
      ],
    },
    timeline: {
      summary: 'draw the status of every provision over time',
      description: 'Draws when each provision was in force, enjoined, revoked and so on, as bars over time.',
      examples: [
        ['proviso timeline --rulebook us/wechat', 'with all that is known'],
        ['proviso timeline --rulebook us/wechat --known-on 2020-09-18 --json', 'as it looked on that day, as JSON'],
      ],
    },
    test: {
      summary: 'run the examples in rulebooks and files of cases',
      description:
        'Runs the examples in rulebooks and the cases beside them (cases.jsonl). Without --rulebook and --cases: those of all shipped rulebooks. Exit code 1 when any fails.',
      examples: [
        ['proviso test', 'everything that ships'],
        ['proviso test --rulebook us/wechat', 'examples and cases of one rulebook'],
        ['proviso test --cases cases.jsonl', 'a file of cases, each under the rulebook it names'],
      ],
    },
    check: {
      summary: 'find errors, gaps and conflicts in rulebooks',
      description:
        'Checks rulebook files: errors, warnings, gaps and conflicts, each with its place. Exit code 1 on errors. Without files: all rulebooks that are found.',
      examples: [
        ['proviso check rulebooks/us/wechat/rulebook.md', 'one file'],
        ['proviso check --json', 'all rulebooks, as JSON'],
      ],
    },
    screen: {
      summary: 'judge every row of a table: a file, a database',
      description:
        'Judges every row of a CSV, JSON lines, Parquet or Excel file, a DuckDB file or a PostgreSQL query, as decide would judge it alone. An empty cell is "don\'t know". Rows that cannot be read go to a file of their own; the counts always add up to the rows.',
      examples: [
        [
          'proviso screen book.csv --rulebook us/wechat --as-of 2020-09-21 --known-on 2020-09-18 -o verdicts.csv',
          'a verdict for every row, and a summary of what to do',
        ],
        [
          'proviso screen book.csv --rulebook us/wechat --as-of column:booking_date --map map.json -o verdicts.parquet --summary summary.html',
          'each row at its own date; columns as a map file says; a page to hand on',
        ],
        [
          'proviso screen book.csv --rulebook us/wechat --as-of 2020-09-21 --known-on 2020-09-20 --against known-on=2020-09-19 -o changed.csv',
          'only the rows whose answer a court order changed, and why',
        ],
        [
          'proviso screen postgresql://localhost/shop --query payments --rulebook us/wechat --in-place payment_verdicts',
          'in the database: no row leaves it',
        ],
        [
          'proviso screen book.parquet --rulebook us/wechat --sql spark --query book',
          'the SQL, for an engine of your own',
        ],
      ],
    },
    serve: {
      summary: 'start the web app and the HTTP API',
      description:
        'Starts one process with everything in it: the web app at /, the API under /v1, the documentation at /docs. It listens on this machine alone unless it is given a file of tokens. Decisions that are saved go to a data folder, whose name is shown, or to a PostgreSQL database.',
      examples: [
        ['proviso serve', 'the address to open is shown'],
        ['proviso serve --port 8080 --data ./decisions', 'another port, and a folder of your own'],
        ['proviso serve --database postgresql://proviso@db.example.com/decisions', 'saved decisions in PostgreSQL'],
        ['proviso serve --host 0.0.0.0 --token-file tokens.json', 'for other machines: only with tokens'],
      ],
    },
    mcp: {
      summary: 'serve the tools for agents on standard input and output',
      description:
        'Speaks the Model Context Protocol on standard input and output: decide, explain, what_is_missing, status_of, read_rulebook. Nothing is saved and no port is opened.',
      examples: [['proviso mcp', 'to be started by an agent']],
    },
    replay: {
      summary: 'ask recorded decisions again and compare',
      description:
        'Asks the question of a saved decision again, of the rulebook that the record carries or names, without any network. Exit code 1 when anything differs.',
      examples: [['proviso replay decision.json', 'the same answer, or what differs']],
    },
    format: {
      summary: 'write rulebook files in the house layout',
      description:
        'Lays out the blocks of rulebook files in one way; prose and meaning stay as they are. A file with errors is left alone.',
      examples: [
        ['proviso format my/rulebook.md', 'rewrite a file'],
        ['proviso format --check my/rulebook.md', 'only say whether it would change; exit code 1 if so'],
      ],
    },
  },
  options: {
    rulebook: 'the rulebook: an id such as us/wechat, or the path of a .md file',
    rulebooks: 'folder of rulebooks to look in first (or PROVISO_RULEBOOKS)',
    'as-of':
      'when the transaction happens: a date (its end) or an instant; with screen also column:NAME; now, if absent',
    'known-on': 'count only what was known by then; all that is known, if absent',
    reading: 'suppose an alternative of a reading; may be repeated',
    facts: 'a JSON file of facts; may be repeated',
    cases: 'a file of cases (JSON lines); may be repeated',
    detail: 'short: what decides; full: every rule with every element; short, if absent',
    check: 'change nothing; exit code 1 if a file would change',
    sizes: 'also tell how large the diagrams of each rulebook are and how long it took to compile',
    output:
      'where the rows with their verdicts go: .csv, .parquet, .jsonl, .xlsx, or a folder for several inputs; with --sql: the file for the SQL, in place of standard output',
    overwrite: 'replace files that are there',
    map: 'a file that says which column gives which fact',
    'save-map': 'write down which column gave which fact, to be used with --map',
    column: 'which column gives a fact; before the map; may be repeated',
    'empty-word': 'a word in cells that means an empty cell, in all columns or in that of a fact; may be repeated',
    query: 'of a database: a table, or a SELECT; with --sql: the table that the SQL is to read',
    errors:
      'where rows go that could not be read, as CSV; beside the output, if absent; with --sql: the file for the SQL that gives these rows, written only if named',
    summary: 'write the summary: .json or .html; may be repeated',
    amount: 'a column of money to add up',
    unit: 'the word for its unit, such as USD',
    against: 'compare with as-of=, known-on=, reading= or rulebook=: only rows whose answer differs; may be repeated',
    prefix: 'put before the names of the added columns',
    preflight: 'only look at the input: rows, columns, cells that cannot be read',
    format: 'format of the input; by the ending of its name, if absent; needed for standard input (-)',
    encoding: 'encoding of a CSV file, such as gb18030; detected, if absent',
    delimiter: 'what separates the cells of a CSV file; detected, if absent',
    sheet: 'the sheet of an Excel file; the first, if absent',
    'keep-formulas': 'write cells that a spreadsheet would run as formulas as they are',
    sql: 'print the SQL for an engine and run nothing',
    'in-place': 'PostgreSQL only: make a table of verdicts in the database',
    threads: 'cores to use; all, if absent',
    memory: 'memory before the disk is used, such as 2GB; 512MB, if absent',
    port: 'the port to listen on; 4180, if absent; 0 for any that is free',
    host: 'the address to listen on; 127.0.0.1, if absent',
    data: 'the folder for saved decisions and for screenings; named at the start',
    database:
      'postgresql://USER@HOST/NAME for saved decisions, instead of the folder; set PROVISO_DATABASE instead if it has a password',
    'token-file': 'a file of bearer tokens with their roles (ask, screen, author, admin)',
    'host-name': 'a host name to answer to, where a proxy stands in front; may be repeated',
    'keep-uploads': 'hours until a file that was sent in and that no screening uses is removed; 24, if absent',
    log: 'log JSON lines to standard error, never facts; warn, if absent',
    lang: 'language of the output; from LC_ALL or LANG, if absent',
    json: 'machine output on standard output, and nothing else',
    'no-color': 'no colours (also NO_COLOR)',
  },
  operands: {
    FACTS: "name=value, name=? (don't know), party.name=value, a JSON file, or - for standard input",
    FILES: 'rulebook files (.md)',
    RECORDS: 'records of decisions (.json), as the API gives them',
    INPUT:
      'files (.csv, .jsonl, .parquet, .xlsx; also packed, such as .csv.gz), - for standard input, a DuckDB file (.duckdb), or the address of a PostgreSQL database',
  },
  showHelp: 'show this help',
  showVersion: 'show the version',
  examples: 'Examples:',
  exitCodes: 'Exit codes: 0 an answer was given, whatever it is; 1 the input or rulebook has errors; 2 wrong use.',
  headings: {},
  choices: 'choices',
  misuse: {
    unknownOption: (option, near) =>
      `there is no option \`${option}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`,
    unknownCommand: (command, near) =>
      `there is no command \`${command}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`,
    missingValue: (option) => `option \`${option}\` needs a value.`,
    wrongChoice: (option, given, choices) => `\`${given}\` is not allowed for \`${option}\`; it is one of ${choices}.`,
    tooMany: (command) => `\`${command}\` takes no further words.`,
    twice: (option) => `option \`${option}\` is given twice.`,
    other: (detail) => detail,
    seeHelp: (command) => `See \`${command} --help\`.`,
  },
};
