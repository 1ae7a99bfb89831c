import { describe, expect, it } from 'vitest';
import { event, Law } from './model.ts';

const text = { instruments: ['ACT', 'EO1', 'EO2', 'COURT'], provisions: ['A-1 of ACT', 'A-2 of ACT'] };
const CHAIN = [
  event('passed', 'issued', 'ACT', '2024-04-24'),
  event('starts', 'effective', 'A-1', '2025-01-19', { known: '2024-04-24' }),
  event('first', 'not_enforced', 'A-1', '2025-01-20', { by: 'EO1', from: '2025-01-19', until: 'end 2025-04-05' }),
  event('second', 'not_enforced', 'ACT', '2025-04-04', { by: 'EO2', until: 'end 2025-06-19' }),
];

describe('enforcement', () => {
  it('is another axis: the provision stays in force', () => {
    const law = new Law({ ...text, events: CHAIN });
    expect(law.report('A-1', '2025-02-01')).toMatchObject({
      status: 'in_force',
      enforced: false,
      enforcement: 'first',
    });
    expect(law.report('A-2', '2025-02-01')).toMatchObject({ status: 'in_force', enforced: true, enforcement: null });
  });

  it('covers earlier conduct once it is known', () => {
    const law = new Law({ ...text, events: CHAIN });
    expect(law.report('A-1', '2025-01-19', '2025-01-19').enforced).toBe(true);
    expect(law.report('A-1', '2025-01-19', '2025-01-20').enforced).toBe(false);
  });

  it('chains overlap: the last direction is cited, and conduct is covered throughout', () => {
    const law = new Law({ ...text, events: CHAIN });
    const cited = (asOf: string) => law.report('A-1', asOf).enforcement;
    expect(cited('2025-04-03')).toBe('first');
    expect(cited('2025-04-05')).toBe('second');
    expect(cited('2025-06-19T23:59:59-04:00')).toBe('second');
    expect(cited('2025-06-20T00:00:00-04:00')).toBe(null);
    expect(law.report('A-1', '2025-05-01', '2025-04-03').enforced).toBe(true);
  });

  it('a gap between directions is not covered', () => {
    const late = event('second', 'not_enforced', 'ACT', '2025-04-08', { by: 'EO2' });
    const law = new Law({ ...text, events: [...CHAIN.slice(0, 3), late] });
    expect(law.segments('A-1').map(({ from, enforced }) => [from?.slice(0, 10) ?? null, enforced])).toEqual([
      [null, true],
      ['2024-04-24', true],
      ['2025-01-19', false],
      ['2025-04-06', true],
      ['2025-04-08', false],
    ]);
  });

  it('ends with its instrument: from then on when revoked, altogether when void', () => {
    const revoked = new Law({ ...text, events: [...CHAIN, event('end', 'revoked', 'EO1', '2025-03-01')] });
    expect(revoked.report('A-1', '2025-02-01').enforced).toBe(false);
    expect(revoked.report('A-1', '2025-03-02').enforced).toBe(true);
    const vacated = event('end', 'voided', 'EO1', '2025-03-01', { by: 'COURT' });
    const voided = new Law({ ...text, events: [...CHAIN, vacated] });
    expect(voided.report('A-1', '2025-02-01').enforced).toBe(true);
    expect(voided.report('A-1', '2025-02-01', '2025-02-01').enforced).toBe(false);
  });

  it('reaches back to before its instrument existed', () => {
    const issued = event('signed', 'issued', 'EO1', '2025-01-20');
    const law = new Law({ ...text, events: [...CHAIN, issued] });
    expect(law.report('A-1', '2025-01-19').enforced).toBe(false);
  });
});
