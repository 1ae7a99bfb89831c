import type { Screening } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { writeOut } from '../output/write.ts';
import type { Report } from './report.ts';

const DIALECTS = ['duckdb', 'postgresql', 'spark', 'clickhouse'] as const;

/** Prints the statements that judge a table of another engine; its columns are those of the input. */
export function printSql(screening: Screening, context: Context): Report {
  const dialect = DIALECTS.find((one) => one === context.arguments.text('sql')) ?? 'duckdb';
  const table = context.arguments.text('query');
  if (table === undefined)
    throw new Failure('no_table', screenMessagesIn(context.language).sqlNeedsTable, {
      exit: EXIT.misuse,
      where: '--query',
    });
  const sql = screening.sql({ dialect, source: table });
  const statements = [
    ...sql.setup,
    sql.decided({ lists: 'list', columns: screening.source.columns.map(({ name }) => name) }),
  ];
  const text = `${statements.join(';\n\n')};\n`;
  if (!context.json) writeOut(text);
  return { source: screening.source.shown, sql: text };
}
