import { type EpochMilliseconds, offsetAt, type ZoneTable } from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';
import type { Ladder, Slot } from './ladder.ts';
import { unknownZone } from './problems.ts';

const NEAR = 2 * 86_400_000;

/**
 * A ladder of instants as one of clock times in a zone. A clock time that the zone shows twice has a slot only where both
 * instants have the same one; a clock time that it skips counts as the instants on both sides of the gap.
 * @throws ScreenError when the zone does not exist
 */
export function localLadder(ladder: Ladder<EpochMilliseconds>, zone: string, column: string): Ladder<number> {
  const table = tableOf(zone, column);
  const points = new Set<number>();
  for (const point of ladder.points) {
    for (const offset of offsetsNear(table, point)) points.add(point + offset);
    for (const [change, before, after] of changesNear(table, point)) points.add(change + before).add(change + after);
  }
  const sorted = [...points].sort((a, b) => a - b);
  const slots: Slot[] = [slotAt(ladder, table, (sorted[0] ?? 0) - 0.5)];
  for (const point of sorted) slots.push(slotAt(ladder, table, point), slotAt(ladder, table, point + 0.5));
  return { points: sorted, slots };
}

/** A zone by its name. @param column the column whose zone it is @throws ScreenError when it does not exist */
export function tableOf(zone: string, column: string): ZoneTable {
  try {
    return zoneTable(zone);
  } catch (error) {
    if (error instanceof RangeError) throw unknownZone(column, zone);
    throw error;
  }
}

/** The one slot of all instants that a clock time may mean. */
function slotAt(ladder: Ladder<EpochMilliseconds>, table: ZoneTable, local: number): Slot {
  const meant = [...offsetsNear(table, local)].map((offset) => local - offset);
  const shown = meant.filter((instant) => instant + offsetAt(table, instant) * 60_000 === local);
  const slots = new Set((shown.length > 0 ? shown : meant).map((instant) => slotOf(ladder, instant)));
  const [slot] = slots;
  return slots.size === 1 ? slot : null;
}

function slotOf({ points, slots }: Ladder<EpochMilliseconds>, instant: number): Slot {
  const above = points.findIndex((point) => point >= instant);
  if (above < 0) return slots[2 * points.length];
  return slots[points[above] === instant ? 2 * above + 1 : 2 * above];
}

/** The offsets, in milliseconds, that the zone has around a moment. */
function offsetsNear(table: ZoneTable, moment: number): ReadonlySet<number> {
  const offsets = changesNear(table, moment).flatMap(([, before, after]) => [before, after]);
  return new Set([offsetAt(table, moment) * 60_000, ...offsets]);
}

function changesNear(table: ZoneTable, moment: number): readonly (readonly [number, number, number])[] {
  return table.offsets.flatMap(([from, minutes], index) => {
    const before = table.offsets[index - 1];
    const near = Math.abs(from * 1000 - moment) <= NEAR;
    return before === undefined || !near ? [] : [[from * 1000, before[1] * 60_000, minutes * 60_000] as const];
  });
}
