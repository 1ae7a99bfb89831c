import { dayOf, formatDate, formatInstant, offsetAt, parseInstant, type ZoneTable } from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';

/** How the column of a cell is stored, and the zone of its clock times. */
export interface TimedColumn {
  readonly stored: string;
  readonly zone?: string;
}

const CELL = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,3})\d*)?(?:([+-]\d{2})(?::?(\d{2}))?)?$/;
const UTC: ZoneTable = { id: 'UTC', offsets: [[0, 0]] };

/**
 * The instant of a cell of clock times or instants, as a question has it: `2020-09-20T23:30:00-04:00`. Of a clock time that is
 * shown twice, the earlier instant: where the two differ in law the row has no verdict. Any other cell stays as it is.
 */
export function instantOfCell(cell: unknown, { stored, zone }: TimedColumn): unknown {
  const instant = epochOf(cell, stored, zone);
  return instant === undefined ? cell : formatInstant(tableOf(stored === 'timestamp' ? zone : undefined), instant);
}

/** The day of a cell of clock times or instants: of an instant in the zone of its column. Any other cell stays as it is. */
export function dayOfCell(cell: unknown, { stored, zone }: TimedColumn): unknown {
  if (stored === 'timestamp') return typeof cell === 'string' && CELL.test(cell) ? cell.slice(0, 10) : cell;
  const instant = epochOf(cell, stored, zone);
  return instant === undefined ? cell : formatDate(dayOf(tableOf(zone), instant));
}

function epochOf(cell: unknown, stored: string, zone: string | undefined): number | undefined {
  if (typeof cell !== 'string' || (stored !== 'timestamp' && stored !== 'instant')) return undefined;
  const match = CELL.exec(cell);
  if (match === null) return undefined;
  const [, date, clock, fraction = '0', hours, minutes = '00'] = match;
  // The database writes instants with an offset and clock times without one.
  if ((hours === undefined) !== (stored === 'timestamp')) return undefined;
  const written = parseInstant(`${date}T${clock}.${fraction}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return written === undefined || hours !== undefined ? written : earliestShowing(written, tableOf(zone));
}

/** The first instant at which clocks in the zone show a time; of a time that they skip, one beside the gap. */
function earliestShowing(local: number, table: ZoneTable): number {
  const day = 86_400_000;
  const meant = [local - day, local + day].map((near) => local - offsetAt(table, near) * 60_000);
  const shown = meant.filter((instant) => instant + offsetAt(table, instant) * 60_000 === local);
  return Math.min(...(shown.length > 0 ? shown : meant));
}

const tables = new Map<string, ZoneTable>();

function tableOf(zone: string | undefined): ZoneTable {
  if (zone === undefined) return UTC;
  const known = tables.get(zone);
  if (known !== undefined) return known;
  const made = zoneTable(zone);
  tables.set(zone, made);
  return made;
}
