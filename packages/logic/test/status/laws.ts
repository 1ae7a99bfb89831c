import type { LegalEvent } from '@proviso/model';
import fc from 'fast-check';
import { type EventParts, event, type LawText } from './model.ts';

/** Random laws. Orders act downwards only, so that no status depends on itself: COURT on ORDER, both on BASE and LIST. */
const KINDS = [
  'effective',
  'identified',
  'enjoined',
  'suspended',
  'revived',
  'revoked',
  'rescinded',
  'expired',
  'voided',
  'not_enforced',
] as const;
const ALWAYS = [
  event('base_out', 'issued', 'BASE', '2020-01-02', { known: '2020-01-02' }),
  event('list_out', 'issued', 'LIST', '2020-01-03', { known: '2020-01-03' }),
];

/** The law that the events happen to: LIST hangs on BASE, L-2 also on B-1, which needs an identification; S-1 is saved. */
export function law(events: readonly LegalEvent[]): LawText {
  return {
    instruments: ['BASE', { name: 'LIST', hangsOn: 'BASE' }, 'ORDER', 'COURT'],
    provisions: [
      { name: 'B-1', instrument: 'BASE', identifiedUnder: 'B-1' },
      { name: 'L-1', instrument: 'LIST' },
      { name: 'L-2', instrument: 'LIST', hangsOn: 'B-1' },
      { name: 'S-1', instrument: 'LIST', hangsOn: 'B-1', survives: true },
    ],
    readings: { scope: ['narrow', 'wide'] },
    events: [...ALWAYS, ...events],
  };
}

/** The n-th day of 2020. */
export const date = (number: number) => new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10);

/** Everything happens within these. */
export const FIRST = Date.UTC(2019, 11, 28);
export const LAST = Date.UTC(2020, 1, 20);
export const someInstant = fc.integer({ min: FIRST, max: LAST });

const day = fc.integer({ min: 1, max: 40 });

/** Random events; `doubtful` ones may lie between two instants, be unsettled, or stand under a reading. */
export function someEvents(doubtful: boolean): fc.Arbitrary<LegalEvent[]> {
  const one = fc
    .record({
      kind: doubtful ? fc.constantFrom(...KINDS, 'unsettled' as const) : fc.constantFrom(...KINDS),
      touches: fc.constantFrom('ORDER', 'LIST', 'BASE', 'L-1', 'B-1'),
      by: fc.constantFrom('ORDER', 'COURT', undefined),
      on: day,
      width: doubtful ? fc.constantFrom(0, 0, 0, 3) : fc.constant(0),
      known: day,
      from: fc.option(day, { nil: undefined }),
      until: fc.option(day, { nil: undefined }),
      lapses: fc.boolean(),
      under: doubtful
        ? fc.constantFrom(undefined, undefined, 'scope is narrow', 'scope is wide')
        : fc.constant(undefined),
    })
    .map(({ kind, touches, by, on, width, known, from, until, lapses, under }) => {
      const parts: EventParts = { known: date(known) };
      if (by !== undefined && (touches !== 'ORDER' || by === 'COURT')) parts.by = by;
      if (from !== undefined && from < on) parts.from = date(from);
      if (until !== undefined && until > on && ['enjoined', 'suspended', 'not_enforced', 'unsettled'].includes(kind)) {
        Object.assign(parts, { until: `end ${date(until)}`, lapses });
      }
      if (under !== undefined) parts.under = under;
      const moment = width === 0 ? date(on) : `${date(on)} .. ${date(on + width)}`;
      return (name: string) => event(name, kind, touches, moment, parts);
    });
  return fc.array(one, { maxLength: 8 }).map((makers) => makers.map((make, index) => make(`e${index}`)));
}
