import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, FIRST, LAST, law, someEvents, someInstant } from './laws.ts';
import { instant, Law } from './model.ts';
import { plainStatus } from './oracle.ts';

const DOUBTFUL = someEvents(true);
const CERTAIN = someEvents(false);

/** Every choice at a vantage. */
function choices({ engine }: Law, vantage: { asOf: number; knownOn: number | null }): readonly (readonly number[])[] {
  let found: number[][] = [[]];
  for (const { alternatives } of engine.unknowns(vantage)) {
    found = found.flatMap((choice) => alternatives.map((_, index) => [...choice, index]));
  }
  return found;
}

/** Status and enforcement of the provisions under one choice, as text. */
function outcome(
  { engine }: Law,
  vantage: { asOf: number; knownOn: number | null },
  choice: readonly number[],
): string {
  return [...engine.under(vantage, choice).values()]
    .filter(({ provision }) => provision.includes('-'))
    .map(({ provision, status, enforced }) => `${provision} ${status} ${enforced}`)
    .join();
}

/** The unknowns, and what every choice among them comes to. */
function everything(subject: Law, asOf: number, knownOn: number | null): string {
  const vantage = { asOf, knownOn };
  const outcomes = choices(subject, vantage).map((choice) => outcome(subject, vantage, choice));
  return JSON.stringify([subject.engine.unknowns(vantage), outcomes]);
}

describe('status, for any events', () => {
  it('is what the rules say when they are told plainly', () => {
    fc.assert(
      fc.property(CERTAIN, fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 45 }), (events, asOf, known) => {
        const subject = new Law(law(events));
        const vantage = { asOf: instant(date(asOf)), knownOn: instant(date(known)) };
        expect(subject.engine.unknowns(vantage)).toEqual([]);
        for (const [name, { status, enforced }] of subject.engine.under(vantage, [])) {
          const plain = plainStatus(subject.rulebook, name, date(asOf), date(known));
          expect(`${name} ${status} ${enforced}`).toBe(`${name} ${plain}`);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('seen from a knowledge time does not change by events that become known later', () => {
    fc.assert(
      fc.property(DOUBTFUL, DOUBTFUL, someInstant, fc.integer({ min: 1, max: 39 }), (before, more, asOf, knownDay) => {
        const knownOn = Date.UTC(2020, 0, knownDay, 12);
        const later = more
          .filter(({ known }) => known?.kind === 'date' && known.date > date(knownDay))
          .map((one) => ({ ...one, name: `later_${one.name}` }));
        expect(everything(new Law(law([...before, ...later])), asOf, knownOn)).toBe(
          everything(new Law(law(before)), asOf, knownOn),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is constant between boundaries', () => {
    fc.assert(
      fc.property(DOUBTFUL, someInstant, fc.option(someInstant), (events, asOf, knownOn) => {
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
      fc.property(DOUBTFUL, someInstant, someInstant, (events, asOf, knownOn) => {
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
    const shuffled = DOUBTFUL.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, someInstant, fc.option(someInstant), (orders, asOf, knownOn) => {
        const vantage = { asOf, knownOn };
        const [one, other] = orders.map((order) => {
          const { engine } = new Law(law(order));
          const unknowns = engine.unknowns(vantage);
          const first = unknowns.map(() => 0);
          return [unknowns, [...engine.under(vantage, first)]];
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 400 },
    );
  });

  it('depends on every unknown that is listed', () => {
    fc.assert(
      fc.property(DOUBTFUL, someInstant, fc.option(someInstant), (events, asOf, knownOn) => {
        const subject = new Law(law(events));
        const vantage = { asOf, knownOn };
        subject.engine.unknowns(vantage).forEach((_, position) => {
          const differs = choices(subject, vantage).some(
            (choice) => outcome(subject, vantage, choice) !== outcome(subject, vantage, choice.with(position, 0)),
          );
          expect(differs).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on a reading that is not listed', () => {
    fc.assert(
      fc.property(DOUBTFUL, someInstant, fc.option(someInstant), (events, asOf, knownOn) => {
        const subject = new Law(law(events));
        const vantage = { asOf, knownOn };
        const unknowns = subject.engine.unknowns(vantage);
        if (unknowns.some(({ kind }) => kind === 'reading')) return;
        for (const choice of choices(subject, vantage)) {
          const [narrow, wide] = ['narrow', 'wide'].map((scope) =>
            [...subject.engine.under(vantage, choice, { scope }).values()]
              .filter(({ provision }) => provision.includes('-'))
              .map(({ status, enforced }) => `${status} ${enforced}`),
          );
          expect(wide).toEqual(narrow);
        }
      }),
      { numRuns: 300 },
    );
  });
});
