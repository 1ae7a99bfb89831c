import { LANGUAGES } from '@proviso/model';

/** How an option is written. Its description is in the help messages. */
export interface OptionDefinition {
  /** The word for its value in the help; absent for a switch. */
  readonly value?: string;
  /** One letter that may be written instead of the name. */
  readonly short?: string;
  /** May be given more than once. */
  readonly repeatable?: true;
  readonly choices?: readonly string[];
}

/** Every option of every command, by its name without dashes: the one table that help, full and quick parsing share. */
export const OPTIONS = {
  rulebook: { value: 'ID|PATH' },
  rulebooks: { value: 'DIR' },
  'as-of': { value: 'DATE' },
  'known-on': { value: 'DATE' },
  reading: { value: 'NAME=ALTERNATIVE', repeatable: true },
  facts: { value: 'FILE', repeatable: true },
  cases: { value: 'FILE', repeatable: true },
  detail: { value: 'DETAIL', choices: ['short', 'full'] },
  check: {},
  sizes: {},
  output: { value: 'FILE|DIR', short: 'o' },
  overwrite: {},
  map: { value: 'FILE' },
  'save-map': { value: 'FILE' },
  column: { value: 'FACT=COLUMN', repeatable: true },
  'empty-word': { value: '[FACT=]WORD', repeatable: true },
  query: { value: 'TABLE|SQL' },
  errors: { value: 'FILE' },
  summary: { value: 'FILE', repeatable: true },
  amount: { value: 'COLUMN' },
  unit: { value: 'WORD' },
  against: { value: 'NAME=VALUE', repeatable: true },
  prefix: { value: 'TEXT' },
  preflight: {},
  format: { value: 'FORMAT', choices: ['csv', 'jsonl', 'parquet', 'xlsx'] },
  encoding: { value: 'NAME' },
  delimiter: { value: 'CHARACTER' },
  sheet: { value: 'NAME' },
  'keep-formulas': {},
  sql: { value: 'DIALECT', choices: ['duckdb', 'postgresql', 'spark', 'clickhouse'] },
  'in-place': { value: 'TABLE' },
  threads: { value: 'NUMBER' },
  memory: { value: 'SIZE' },
  port: { value: 'NUMBER' },
  host: { value: 'ADDRESS' },
  data: { value: 'DIR' },
  database: { value: 'ADDRESS' },
  'token-file': { value: 'FILE' },
  'host-name': { value: 'NAME', repeatable: true },
  'keep-uploads': { value: 'HOURS' },
  log: { value: 'LEVEL', choices: ['info', 'warn', 'error', 'silent'] },
  lang: { value: 'LANG', choices: LANGUAGES },
  json: {},
  'no-color': {},
} as const satisfies Readonly<Record<string, OptionDefinition>>;

/** The name of an option. */
export type OptionName = keyof typeof OPTIONS;

/** The definition of an option. */
export function optionDefinition(name: OptionName): OptionDefinition {
  return OPTIONS[name];
}

/** What a command takes. */
export interface CommandDefinition {
  readonly name: string;
  /** What its operands are, as the help writes them; absent when it has none. */
  readonly operands?: string;
  readonly options: readonly OptionName[];
}

const OUTPUT = ['lang', 'json', 'no-color'] as const;
const VANTAGE = ['rulebook', 'as-of', 'known-on', 'reading'] as const;

/** The commands. */
export const COMMANDS = {
  decide: { name: 'decide', operands: 'FACTS', options: [...VANTAGE, 'facts', ...OUTPUT, 'rulebooks'] },
  explain: { name: 'explain', operands: 'FACTS', options: [...VANTAGE, 'facts', 'detail', ...OUTPUT, 'rulebooks'] },
  ask: { name: 'ask', operands: 'FACTS', options: [...VANTAGE, 'facts', ...OUTPUT, 'rulebooks'] },
  timeline: { name: 'timeline', options: ['rulebook', 'known-on', 'reading', ...OUTPUT, 'rulebooks'] },
  test: { name: 'test', options: ['rulebook', 'cases', ...OUTPUT, 'rulebooks'] },
  check: { name: 'check', operands: 'FILES', options: ['rulebook', 'sizes', ...OUTPUT, 'rulebooks'] },
  screen: {
    name: 'screen',
    operands: 'INPUT',
    options: [
      ...VANTAGE,
      'output',
      'overwrite',
      'map',
      'save-map',
      'column',
      'empty-word',
      'query',
      'errors',
      'summary',
      'amount',
      'unit',
      'against',
      'prefix',
      'preflight',
      'format',
      'encoding',
      'delimiter',
      'sheet',
      'keep-formulas',
      'sql',
      'in-place',
      'threads',
      'memory',
      ...OUTPUT,
      'rulebooks',
    ],
  },
  serve: {
    name: 'serve',
    options: [
      'port',
      'host',
      'data',
      'database',
      'token-file',
      'host-name',
      'keep-uploads',
      'log',
      'lang',
      'json',
      'no-color',
      'rulebooks',
    ],
  },
  mcp: { name: 'mcp', options: ['lang', 'rulebooks'] },
  replay: { name: 'replay', operands: 'RECORDS', options: [...OUTPUT, 'rulebooks'] },
  format: { name: 'format', operands: 'FILES', options: ['check', 'lang', 'no-color'] },
} as const satisfies Readonly<Record<string, CommandDefinition>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The definition of a command. */
export function commandDefinition(name: CommandName): CommandDefinition {
  return COMMANDS[name];
}
