import { parse } from '@proviso/language';
import { compile, type Program } from '@proviso/logic';
import { tabulate } from '@proviso/logic/tabulate';
import { isVocabulary } from '@proviso/model';
import type { ColumnMapping, MappedFact } from '../../src/columns.ts';
import { type ScreenSql, screenSql } from '../../src/sql/index.ts';
import type { Cell, Engine } from './engine.ts';

const HEAD = `rulebook test/traps
  title en "Traps"
  zone America/New_York
instrument ORDER kind statute title en "Order"
provision P of ORDER at en "s. 1"
event starts effective ORDER on start of 2020-01-01
`;

/** A program for a few declarations and rules. */
export function programOf(text: string): Program {
  const { document, diagnostics } = parse(`\`\`\`proviso\n${HEAD}${text}\n\`\`\`\n`);
  if (document === undefined || isVocabulary(document)) throw new Error(JSON.stringify(diagnostics));
  return compile(document);
}

/** A fact and how its column is stored, under the fact's own name unless told. */
export type Column = Omit<MappedFact, 'column'> & { readonly column?: string };

/** A small table to be judged. */
export interface Table {
  readonly rules: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How each row's own date is stored: the last cell of a row. Else all are judged at 2020-06-01. */
  readonly asOf?: ColumnMapping['asOf'];
}

/** What SQL says of each row: its verdict, or `bad:` and the facts whose cells are bad. */
export async function verdicts(engine: Engine, table: Table): Promise<readonly string[]> {
  const { columns, rows, asOf } = table;
  const stored = columns.map(({ fact, column = fact, stored: as }) => ({ name: column, stored: as }));
  const source = await engine.table(
    [
      { name: 'id', stored: 'integer' },
      ...stored,
      ...(asOf === undefined ? [] : [{ name: asOf.column, stored: asOf.stored }]),
    ],
    rows.map((row, id) => [String(id), ...row]),
  );
  const sql = sqlFor(engine.dialect, table, source);
  for (const statement of sql.setup) await engine.run(statement);
  try {
    const said: string[] = [];
    for (const row of await engine.rows(sql.decided({ lists: 'text' }))) said[Number(row.id)] = String(row.verdict);
    for (const row of await engine.rows(sql.bad())) said[Number(row.id)] = `bad: ${row.proviso_bad}`;
    return said;
  } finally {
    for (const statement of sql.teardown) await engine.run(statement);
  }
}

/** The SQL for a small table. */
export function sqlFor(dialect: Engine['dialect'], { rules, columns, asOf }: Table, source = 'trial'): ScreenSql {
  const facts = columns.map(({ fact, column = fact, ...rest }) => ({ ...rest, fact, column }));
  const question = asOf === undefined ? { asOf: '2020-06-01' } : { asOfPerRow: true };
  const tabulation = tabulate(programOf(rules), question, { facts: facts.map(({ fact }) => fact) });
  return screenSql({ dialect, tabulation, source, mapping: { facts, ...(asOf === undefined ? {} : { asOf }) } });
}
