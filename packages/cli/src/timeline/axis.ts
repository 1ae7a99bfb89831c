const DAY = 86_400_000;
const MONTH = 30.4 * DAY;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];
const LABEL_WIDTH = 10;

/** A stretch of time drawn over so many columns. */
export interface Axis {
  readonly from: number;
  readonly until: number;
  readonly columns: number;
}

/** The axis that shows all moments, with some room at both ends. */
export function axisOver(moments: readonly number[], columns: number): Axis {
  const first = moments.length === 0 ? 0 : Math.min(...moments);
  const last = moments.length === 0 ? 0 : Math.max(...moments);
  const room = Math.max((last - first) * 0.06, 7 * DAY);
  return { from: first - room, until: last + room, columns };
}

/** The column in which a moment lies, not bounded to the axis. */
export function columnOf(axis: Axis, moment: number): number {
  return ((moment - axis.from) / (axis.until - axis.from)) * axis.columns;
}

/** Two lines: marks at round dates, and the dates. */
export function axisLines(axis: Axis): readonly [marks: string, labels: string] {
  const marks = Array.from({ length: axis.columns }, () => '─');
  const labels = Array.from({ length: axis.columns }, () => ' ');
  let free = 0;
  for (const { moment, label } of ticks(axis)) {
    const column = Math.floor(columnOf(axis, moment));
    if (column < free || column + label.length > axis.columns) continue;
    marks[column] = '┬';
    for (const [offset, character] of [...label].entries()) labels[column + offset] = character;
    free = column + label.length + 1;
  }
  return [marks.join(''), labels.join('').trimEnd()];
}

function ticks(axis: Axis): { moment: number; label: string }[] {
  const perLabel = ((axis.until - axis.from) / axis.columns) * LABEL_WIDTH;
  return perLabel < MONTH / 2 ? dayTicks(axis, perLabel) : monthTicks(axis, perLabel);
}

function dayTicks(axis: Axis, perLabel: number): { moment: number; label: string }[] {
  const step = Math.ceil(perLabel / DAY + 1) * DAY;
  const found = [];
  for (let moment = Math.ceil(axis.from / DAY) * DAY; moment < axis.until; moment += step)
    found.push({ moment, label: new Date(moment).toISOString().slice(0, 10) });
  return found;
}

function monthTicks(axis: Axis, perLabel: number): { moment: number; label: string }[] {
  const step = MONTH_STEPS.find((months) => months * MONTH > perLabel) ?? 600;
  const start = new Date(axis.from);
  const found = [];
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (let month = first; ; month += step) {
    const moment = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (moment >= axis.until) return found;
    if (moment >= axis.from)
      found.push({ moment, label: new Date(moment).toISOString().slice(0, step % 12 === 0 ? 4 : 7) });
  }
}
