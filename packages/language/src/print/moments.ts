import type { CalendarUnit, Moment, SharpMoment } from '@proviso/model';

/** A moment as it stands after `from` or `known`: a bare date is the start of its day. */
export function moment(node: Moment): string {
  if (node.kind === 'between') return `between ${sharp(node.earliest, 'start')} and ${sharp(node.latest, 'start')}`;
  return sharp(node, 'start');
}

/** A moment with its `on`, as after the provisions that an event touches and after `known`. */
export function onMoment(node: Moment): string {
  return node.kind === 'between' || node.kind === 'after' ? moment(node) : `on ${moment(node)}`;
}

/** A moment that is one point; `silent` is the edge that a bare date means where it stands. */
export function sharp(node: SharpMoment, silent: 'start' | 'end' | 'none'): string {
  if (node.kind === 'instant') return node.instant;
  const edge = node.at === silent ? '' : `${node.at} of `;
  return node.kind === 'date'
    ? `${edge}${node.date}`
    : `${edge}${duration(node.amount, node.unit)} after ${node.event}`;
}

/** `14 days`, `1 month` */
export function duration(amount: number, unit: CalendarUnit): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
