import type { LegalEvent } from '@proviso/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventParts, event, Law, type LawText } from './model.ts';

// Orders act downwards only, so that no status depends on itself: COURT on ORDER, both on what hangs on BASE.
const TOUCHED = { ORDER: ['COURT'], LIST: ['ORDER', 'COURT'], BASE: ['ORDER', 'COURT'] } as const;
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
  'unsettled',
] as const;
const ALWAYS = [event('base_out', 'issued', 'BASE', '2020-01-02'), event('list_out', 'issued', 'LIST', '2020-01-03')];

function law(events: readonly LegalEvent[]): LawText {
  return {
    instruments: ['BASE', { name: 'LIST', hangsOn: 'BASE' }, 'ORDER', 'COURT'],
    provisions: [
      { name: 'B-1', instrument: 'BASE', identifiedUnder: 'B-1' },
      { name: 'L-1', instrument: 'LIST' },
      { name: 'L-2', instrument: 'LIST', hangsOn: 'B-1' },
    ],
    readings: { scope: ['narrow', 'wide'] },
    events: [...ALWAYS, ...events],
  };
}

const day = fc.integer({ min: 1, max: 40 });
const date = (number: number) => new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10);
const FIRST = Date.UTC(2019, 11, 28);
const LAST = Date.UTC(2020, 1, 20);
const someInstant = fc.integer({ min: FIRST, max: LAST });

const someEvent = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    touches: fc.constantFrom('ORDER', 'LIST', 'BASE', 'L-1', 'B-1'),
    by: fc.constantFrom('ORDER', 'COURT', undefined),
    on: day,
    width: fc.constantFrom(0, 0, 0, 3),
    known: day,
    from: fc.option(day, { nil: undefined }),
    until: fc.option(day, { nil: undefined }),
    lapses: fc.boolean(),
    under: fc.constantFrom(undefined, undefined, 'scope is narrow', 'scope is wide'),
  })
  .map(({ kind, touches, by, on, width, known, from, until, lapses, under }) => {
    const actors: readonly string[] =
      touches === 'ORDER' ? TOUCHED.ORDER : touches === 'LIST' || touches === 'L-1' ? TOUCHED.LIST : TOUCHED.BASE;
    const parts: EventParts = { known: date(known) };
    if (by !== undefined && actors.includes(by)) parts.by = by;
    if (from !== undefined && from < on) parts.from = date(from);
    if (until !== undefined && until > on) Object.assign(parts, { until: `end ${date(until)}`, lapses });
    if (under !== undefined) parts.under = under;
    const on_ = width === 0 ? date(on) : `${date(on)} .. ${date(on + width)}`;
    return (name: string) => event(name, kind, touches, on_, parts);
  });
const someEvents = fc
  .array(someEvent, { maxLength: 7 })
  .map((makers) => makers.map((make, index) => make(`e${index}`)));

/** Every status under every choice, as text. */
function everything(subject: Law, asOf: number, knownOn: number | null): string {
  const vantage = { asOf, knownOn };
  const unknowns = subject.engine.unknowns(vantage);
  let choices: number[][] = [[]];
  for (const { alternatives } of unknowns) {
    choices = choices.flatMap((choice) => alternatives.map((_, index) => [...choice, index]));
  }
  const tables = choices.map((choice) =>
    [...subject.engine.under(vantage, choice).values()]
      .filter(({ provision }) => provision.includes('-'))
      .map(({ provision, status, enforced }) => [provision, status, enforced]),
  );
  return JSON.stringify([unknowns, tables]);
}

describe('status, for any events', () => {
  it('seen from a knowledge time does not change by events that become known later', () => {
    fc.assert(
      fc.property(
        someEvents,
        someEvents,
        someInstant,
        fc.integer({ min: 1, max: 39 }),
        (before, more, asOf, knownDay) => {
          const knownOn = Date.UTC(2020, 0, knownDay, 12);
          const later = more
            .filter(({ known }) => known?.kind === 'date' && known.date > date(knownDay))
            .map((one) => ({ ...one, name: `later_${one.name}` }));
          expect(everything(new Law(law([...before, ...later])), asOf, knownOn)).toBe(
            everything(new Law(law(before)), asOf, knownOn),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is constant between boundaries', () => {
    fc.assert(
      fc.property(someEvents, someInstant, fc.option(someInstant), (events, asOf, knownOn) => {
        const subject = new Law(law(events));
        const boundaries = subject.engine.boundaries(knownOn);
        const start = boundaries.filter((boundary) => boundary <= asOf).at(-1) ?? FIRST - 1;
        const end = boundaries.find((boundary) => boundary > asOf) ?? LAST + 1;
        const here = everything(subject, asOf, knownOn);
        expect(everything(subject, start, knownOn)).toBe(here);
        expect(everything(subject, end - 1, knownOn)).toBe(here);
      }),
      { numRuns: 400 },
    );
  });

  it('is constant between knowledge boundaries', () => {
    fc.assert(
      fc.property(someEvents, someInstant, someInstant, (events, asOf, knownOn) => {
        const subject = new Law(law(events));
        const boundaries = subject.engine.knowledgeBoundaries();
        const start = boundaries.filter((boundary) => boundary <= knownOn).at(-1) ?? FIRST - 1;
        const end = boundaries.find((boundary) => boundary > knownOn) ?? LAST + 1;
        const here = everything(subject, asOf, knownOn);
        expect(everything(subject, asOf, start)).toBe(here);
        expect(everything(subject, asOf, end - 1)).toBe(here);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the document', () => {
    fc.assert(
      fc.property(
        someEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        someInstant,
        fc.option(someInstant),
        ([events, shuffled], asOf, knownOn) => {
          const vantage = { asOf, knownOn };
          const tables = [events, shuffled].map((order) => {
            const { engine } = new Law(law(order));
            const unknowns = engine.unknowns(vantage);
            return [
              unknowns,
              [
                ...engine.under(
                  vantage,
                  unknowns.map(() => 0),
                ),
              ],
            ];
          });
          expect(tables[1]).toEqual(tables[0]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('lists every unknown that matters, and none that does not', () => {
    fc.assert(
      fc.property(someEvents, someInstant, fc.option(someInstant), (events, asOf, knownOn) => {
        const { engine } = new Law(law(events));
        const vantage = { asOf, knownOn };
        const unknowns = engine.unknowns(vantage);
        const result = (choice: readonly number[]) =>
          JSON.stringify(
            [...engine.under(vantage, choice).values()]
              .filter(({ provision }) => provision.includes('-'))
              .map(({ status, enforced }) => [status, enforced]),
          );
        let choices: number[][] = [[]];
        for (const { alternatives } of unknowns)
          choices = choices.flatMap((choice) => alternatives.map((_, index) => [...choice, index]));
        unknowns.forEach((_, position) => {
          const differs = choices.some((choice) => result(choice) !== result(choice.with(position, 0)));
          expect(differs).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});
