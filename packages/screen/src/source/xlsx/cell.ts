import { type CellObject, SSF } from '@e965/xlsx';

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/**
 * A cell as text: dates and times as ISO, numbers by the shortest text that tells them exactly (never with an
 * exponent), booleans as `true` and `false`, errors as Excel names them (`#N/A`). A formula gives the value that was
 * stored with it.
 */
export function cellText(cell: CellObject | undefined, date1904: boolean): string {
  if (cell === undefined) return '';
  switch (cell.t) {
    case 's':
      return String(cell.v ?? '');
    case 'b':
      return cell.v === true ? 'true' : 'false';
    case 'n':
      return typeof cell.v === 'number' ? numberText(cell.v, cell.z, date1904) : '';
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString() : '';
    case 'e':
      return ERRORS.get(Number(cell.v)) ?? '#ERROR!';
    default:
      return '';
  }
}

function numberText(value: number, format: string | number | undefined, date1904: boolean): string {
  if (format === undefined || !SSF.is_date(String(format))) return plainNumber(value);
  const code: unknown = SSF.parse_date_code(value, { date1904 });
  if (!isDateCode(code)) return plainNumber(value);
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(code.H)}:${two(code.M)}:${two(Math.floor(code.S))}`;
  if (value < 1) return time;
  const day = `${String(code.y).padStart(4, '0')}-${two(code.m)}-${two(code.d)}`;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

interface DateCode {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

function isDateCode(code: unknown): code is DateCode {
  return typeof code === 'object' && code !== null && 'y' in code && typeof code.y === 'number';
}

/** A number without an exponent. */
export function plainNumber(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return point >= all.length ? sign + all.padEnd(point, '0') : `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}
