import { existsSync, readFileSync } from 'node:fs';
import { compile, parse, screenSql, tabulate } from '../../dist/screen-engine.mjs';
import { path } from '../../lib/processes.mjs';
import { readMap } from './book.mjs';
import { textLiteral } from './database.mjs';

/** The question of the bench: the weekend when the list was known and the injunction was not. */
export const QUESTION = { asOf: '2020-09-21', knownOn: '2020-09-18' };
export const RULEBOOK = 'us/wechat';

const STORED = { VARCHAR: 'text', BOOLEAN: 'boolean', DATE: 'date' };

function resolveVocabulary(id) {
  const file = path(`../rulebooks/${id}/vocabulary.md`);
  if (!existsSync(file)) return undefined;
  const { document } = parse(readFileSync(file, 'utf8'), { file: id, resolveVocabulary });
  return document?.kind === 'vocabulary' ? { vocabulary: document } : undefined;
}

/** The shipped rulebook, compiled. */
export function readProgram() {
  const file = path(`../rulebooks/${RULEBOOK}/rulebook.md`);
  const { document, diagnostics } = parse(readFileSync(file, 'utf8'), { file: RULEBOOK, resolveVocabulary });
  if (document?.kind === 'rulebook') return compile(document, { digest: 'sha256:bench' });
  throw new Error(`${RULEBOOK}: ${diagnostics.find(({ severity }) => severity === 'error')?.message}`);
}

/** The rulebook as SQL for DuckDB over a Parquet file of the book. */
export async function screening(database, file, program = readProgram()) {
  const source = `read_parquet(${textLiteral(file)})`;
  const described = await database.rows(`DESCRIBE SELECT * FROM ${source}`);
  const types = new Map(described.map((column) => [column.column_name, column.column_type]));
  const facts = [...readMap()].map(([fact, { column, values }]) => {
    const type = types.get(column);
    const stored = STORED[type] ?? (type.startsWith('DECIMAL') ? 'decimal' : 'other');
    return { fact, column, stored, ...(values === undefined ? {} : { values }) };
  });
  const started = performance.now();
  const tabulation = tabulate(program, QUESTION, { facts: facts.map(({ fact }) => fact) });
  const tabulateMs = performance.now() - started;
  const sql = screenSql({ dialect: 'duckdb', tabulation, mapping: { facts }, source });
  return { source, facts, tabulation, tabulateMs, sql };
}
