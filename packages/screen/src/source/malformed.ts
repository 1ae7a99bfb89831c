import type { DuckDBConnection } from '@duckdb/node-api';
import { MALFORMED_REASONS, type MalformedReason, type MalformedRow, type OpenedSource } from './contract.ts';
import { literal, pathLiteral } from './sql-text.ts';

/** A file of which malformed rows were set aside in a JSON lines file (`line`, `reason`, `text`). */
interface SetAside {
  readonly file: string;
  readonly malformed: string | undefined;
}

/** The part of an opened source that tells the malformed rows. */
export function malformedSource(
  connection: DuckDBConnection,
  files: readonly SetAside[],
): Pick<OpenedSource, 'malformed' | 'malformedRelation'> {
  const parts = files.flatMap(({ file, malformed }) =>
    malformed === undefined
      ? []
      : [
          `SELECT ${literal(file)} AS proviso_file, line AS proviso_line, reason, text FROM read_json(${pathLiteral(malformed)}, ` +
            `format = 'newline_delimited', columns = {'line': 'BIGINT', 'reason': 'VARCHAR', 'text': 'VARCHAR'})`,
        ],
  );
  if (parts.length === 0) return { malformed: async () => [], malformedRelation: undefined };
  const malformedRelation = `(${parts.join(' UNION ALL ')})`;
  const malformed = async (most?: number): Promise<readonly MalformedRow[]> => {
    const limit = most === undefined ? '' : ` LIMIT ${Math.max(0, Math.trunc(most))}`;
    const reader = await connection.runAndReadAll(`SELECT * FROM ${malformedRelation}${limit}`);
    return reader.getRows().map(([file, line, reason, text]) => ({
      file: String(file),
      line: Number(line),
      reason: reasonOf(String(reason)),
      text: String(text),
    }));
  };
  return { malformed, malformedRelation };
}

function reasonOf(word: string): MalformedReason {
  const reason = MALFORMED_REASONS.find((known) => known === word);
  if (reason === undefined) throw new Error(`there is no reason ${word}`);
  return reason;
}
