import type { Program } from '@proviso/logic';
import { dayOf, formatDate } from '@proviso/model';

/** So many days are offered at most. */
const MOST_DAYS = 6;

/** Days on which a status of some provision changed, as it is known today: the days worth asking about. */
export function notableDays({ compiled: { status }, rulebook }: Program): readonly string[] {
  const days = status.boundaries(null).map((instant) => formatDate(dayOf(rulebook.zone, instant)));
  return [...new Set(days)].slice(0, MOST_DAYS);
}
