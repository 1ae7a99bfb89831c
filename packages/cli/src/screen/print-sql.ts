import { existsSync } from 'node:fs';
import type { DialectName, Screening } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { replaceFile } from '../output/replace-file.ts';
import { writeOut } from '../output/write.ts';
import type { ScreenBundle } from './bundle.ts';
import type { Report } from './report.ts';
import { headerOf, originOf } from './sql-header.ts';

/** The longest query that ClickHouse takes unless told otherwise, in bytes. */
const CLICKHOUSE_QUERY = 262_144;
const SELECT = /^\s*(select|with|values)\b/i;

/**
 * Prints the statements that judge a table of another engine, or writes them to `--output`; its columns are those of the input.
 * With `--errors`, the statements that give the rows with bad cells go to that file.
 */
export function printSql(bundle: ScreenBundle, screening: Screening, context: Context): Report {
  const { arguments: given } = context;
  const dialect = bundle.DIALECTS.find((one) => one === given.text('sql')) ?? 'duckdb';
  const query = given.text('query');
  if (query === undefined)
    throw new Failure('no_table', screenMessagesIn(context.language).sqlNeedsTable, {
      exit: EXIT.misuse,
      where: '--query',
    });
  if (Object.keys(screening.resolved.constants).length > 0)
    throw new bundle.ScreenError('cannot_in_dialect', 'facts with one value for all rows are not for --sql', {
      hint: 'give them as columns of the query: --query "SELECT *, \'wechat\' AS application FROM book"',
    });
  const table = SELECT.test(query) ? `(${query.replace(/[;\s]+$/, '')}\n)` : query;
  const sql = screening.sql({ dialect, source: table });
  const origin = originOf(screening, dialect, table);
  const textOf = (select: string) => {
    const statements = [...settingsFor(dialect, select), ...sql.setup, select];
    return `${headerOf(origin)}\n${statements.join(';\n\n')};\n`;
  };
  const columns = screening.source.columns.map(({ name }) => name);
  const text = textOf(sql.decided({ lists: 'list', columns }));
  const files = [
    { path: given.text('output'), content: text },
    { path: given.text('errors'), content: textOf(sql.bad()) },
  ].flatMap(({ path, content }) => (path === undefined ? [] : [{ path, content }]));
  for (const { path } of files)
    if (existsSync(path) && !given.has('overwrite'))
      throw new bundle.ScreenError('output_exists', `${path} is there already`, {
        where: path,
        hint: 'give another name, or --overwrite',
      });
  for (const { path, content } of files) replaceFile(path, content);
  if (!context.json && given.text('output') === undefined) writeOut(text);
  return { source: screening.source.shown, sql: text, origin };
}

/** ClickHouse refuses long queries unless told of them before. */
function settingsFor(dialect: DialectName, select: string): readonly string[] {
  const bytes = Buffer.byteLength(select);
  return dialect === 'clickhouse' && bytes > CLICKHOUSE_QUERY ? [`SET max_query_size = ${2 * bytes}`] : [];
}
