import { identifier } from '../sql-text.ts';

/** A column of a query's result, as the server describes it. */
export interface ServerColumn {
  readonly name: string;
  readonly dataTypeID: number;
  readonly dataTypeModifier: number;
}

const BOOLEAN = 16;
const INTEGERS = new Set([20, 21, 23]);
const FLOATS = new Set([700, 701]);
const JSONS = new Set([114, 3802]);
const TEXT_LISTS = new Set([1009, 1015]);
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

/** The engine's type for a column. Numbers of any precision, and types that it has not, are text. */
export function engineType({ dataTypeID, dataTypeModifier }: ServerColumn): string {
  if (dataTypeID === BOOLEAN) return 'BOOLEAN';
  if (INTEGERS.has(dataTypeID)) return 'BIGINT';
  if (FLOATS.has(dataTypeID)) return 'DOUBLE';
  if (JSONS.has(dataTypeID)) return 'JSON';
  if (TEXT_LISTS.has(dataTypeID)) return 'VARCHAR[]';
  if (dataTypeID === DATE) return 'DATE';
  if (dataTypeID === TIMESTAMP) return 'TIMESTAMP';
  if (dataTypeID === TIMESTAMPTZ) return 'TIMESTAMPTZ';
  if (dataTypeID !== NUMERIC || dataTypeModifier < 4) return 'VARCHAR';
  const precision = ((dataTypeModifier - 4) >> 16) & 0xffff;
  const scale = (dataTypeModifier - 4) & 0x7ff;
  return precision <= 38 && scale <= precision ? `DECIMAL(${precision}, ${scale})` : 'VARCHAR';
}

/** The column in the server's SQL, as it is sent: lists as JSON. */
export function sentColumn(column: ServerColumn): string {
  const name = identifier(column.name);
  return TEXT_LISTS.has(column.dataTypeID) ? `array_to_json(${name})::text AS ${name}` : name;
}

/** The column in the engine's SQL, from the text that was sent. */
export function receivedColumn(column: ServerColumn): string {
  const name = identifier(column.name);
  const type = engineType(column);
  if (type === 'VARCHAR') return name;
  if (type === 'VARCHAR[]') return `from_json(${name}, '["VARCHAR"]') AS ${name}`;
  return `CAST(${name} AS ${type}) AS ${name}`;
}
