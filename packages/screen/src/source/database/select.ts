const NAME = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const TABLE = new RegExp(`^\\s*${NAME}(?:\\s*\\.\\s*${NAME}){0,2}\\s*$`, 'u');

/** Whether a query is only the name of a table, possibly with its schema. */
export function isTableName(query: string): boolean {
  return TABLE.test(query);
}

/** A query as a SELECT: a table's name stands for all of its rows. A semicolon at the end is left out. */
export function asSelect(query: string): string {
  return isTableName(query) ? `SELECT * FROM ${query.trim()}` : query.trim().replace(/(?:;\s*)+$/, '');
}

/** How a query is named in messages. */
export function shownQuery(query: string): string {
  return isTableName(query) ? `table ${query.trim()}` : 'the query';
}
