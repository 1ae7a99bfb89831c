import {
  formatDate,
  formatInstant,
  type Moment,
  parseDate,
  parseInstant,
  type SharpMoment,
  type ZoneTable,
} from '@proviso/model';
import type { Change } from './mutant.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A moment a day, and where it has a clock time an hour, earlier and later. */
export function changesOfMoment<M extends Moment>(moment: M, zone: ZoneTable): readonly Change<M>[];
export function changesOfMoment(moment: Moment, zone: ZoneTable): readonly Change<Moment>[] {
  if (moment.kind !== 'between') return sharpChanges(moment, zone);
  return [
    ...sharpChanges(moment.earliest, zone).map(({ what, to }) => ({
      what: `earliest ${what}`,
      to: { ...moment, earliest: to },
    })),
    ...sharpChanges(moment.latest, zone).map(({ what, to }) => ({
      what: `latest ${what}`,
      to: { ...moment, latest: to },
    })),
  ];
}

function sharpChanges(moment: SharpMoment, zone: ZoneTable): readonly Change<SharpMoment>[] {
  switch (moment.kind) {
    case 'date': {
      const day = parseDate(moment.date) ?? 0;
      return [
        { what: 'a day later', to: { ...moment, date: formatDate(day + 1) } },
        { what: 'a day earlier', to: { ...moment, date: formatDate(day - 1) } },
      ];
    }
    case 'after':
      return [
        { what: `a ${moment.unit.slice(0, -1)} later`, to: { ...moment, amount: moment.amount + 1 } },
        { what: `a ${moment.unit.slice(0, -1)} earlier`, to: { ...moment, amount: moment.amount - 1 } },
      ];
    case 'instant': {
      const instant = parseInstant(moment.instant) ?? 0;
      const at = (shift: number): SharpMoment => ({ kind: 'instant', instant: formatInstant(zone, instant + shift) });
      return [
        { what: 'a day later', to: at(DAY) },
        { what: 'a day earlier', to: at(-DAY) },
        { what: 'an hour later', to: at(HOUR) },
        { what: 'an hour earlier', to: at(-HOUR) },
      ];
    }
  }
}
