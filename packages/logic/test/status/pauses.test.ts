import { describe, expect, it } from 'vitest';
import { event, Law } from './model.ts';

const BASE = [
  event('signed', 'issued', 'ACT', '2020-01-01'),
  event('start', 'effective', 'ACT', '2020-02-01', { known: '2020-01-01' }),
];

describe('a pause that ends by itself', () => {
  const law = new Law({
    instruments: ['ACT', 'GAZETTE'],
    provisions: ['A-1 of ACT', 'A-2 of ACT'],
    events: [
      ...BASE,
      event('pause', 'suspended', 'A-1', '2025-01-20', { by: 'GAZETTE', until: 'end 2025-04-05' }),
      event('trial', 'suspended', 'A-2', '2025-01-20', { by: 'GAZETTE', until: 'end 2025-04-05', lapses: true }),
    ],
  });

  it('covers its last second and nothing after it', () => {
    expect(law.status('A-1', '2025-01-19T23:59:59-05:00')).toBe('in_force');
    expect(law.status('A-1', '2025-01-20T00:00:00-05:00')).toBe('suspended');
    expect(law.status('A-1', '2025-04-05T23:59:59-04:00')).toBe('suspended');
    expect(law.status('A-1', '2025-04-05T23:59:59.999-04:00')).toBe('suspended');
    expect(law.status('A-1', '2025-04-06T00:00:00-04:00')).toBe('in_force');
  });

  it('leaves the provision in force since the end, by the pause that ended', () => {
    expect(law.report('A-1', '2025-05-01')).toMatchObject({ event: 'pause', since: '2025-04-06T00:00:00-04:00' });
  });

  it('lapses into expiry when the text says so', () => {
    expect(law.status('A-2', '2025-04-05T23:59:59-04:00')).toBe('suspended');
    expect(law.report('A-2', '2025-04-06T00:00:00-04:00')).toMatchObject({
      status: 'expired',
      event: 'trial',
      since: '2025-04-06T00:00:00-04:00',
    });
  });

  it('shows in the time line with the instants of change', () => {
    expect(law.segments('A-1').map(({ from, until, status }) => [from, until, status])).toEqual([
      [null, '2020-01-01T00:00:00-05:00', 'not_yet_issued'],
      ['2020-01-01T00:00:00-05:00', '2020-02-01T00:00:00-05:00', 'not_yet_effective'],
      ['2020-02-01T00:00:00-05:00', '2025-01-20T00:00:00-05:00', 'in_force'],
      ['2025-01-20T00:00:00-05:00', '2025-04-06T00:00:00-04:00', 'suspended'],
      ['2025-04-06T00:00:00-04:00', null, 'in_force'],
    ]);
  });
});

describe('a pause and its acting instrument', () => {
  const injunction = event('injunction', 'enjoined', 'A-1', '2020-06-01', { by: 'PI' });

  function lawWith(...events: Parameters<typeof event>[]): Law {
    return new Law({
      instruments: ['ACT', 'PI', 'STAY', 'APPEAL'],
      provisions: ['A-1 of ACT'],
      events: [...BASE, injunction, ...events.map((parts) => event(...parts))],
    });
  }

  it('holds while the order stands', () => {
    expect(lawWith().report('A-1', '2021-01-01')).toMatchObject({
      status: 'enjoined',
      own: 'enjoined',
      through: 'A-1',
      event: 'injunction',
      since: '2020-06-01T00:00:00-04:00',
    });
  });

  it('is as if it had never been once the order is void', () => {
    const law = lawWith(['vacated', 'voided', 'PI', '2021-03-01', { by: 'APPEAL' }]);
    expect(law.status('A-1', '2020-07-01')).toBe('in_force');
    expect(law.report('A-1', '2021-06-01')).toMatchObject({ status: 'in_force', event: 'start' });
    expect(law.status('A-1', '2020-07-01', '2021-02-28')).toBe('enjoined');
  });

  it('ends for the future when the order is revoked', () => {
    const law = lawWith(['dissolved', 'revoked', 'PI', '2021-03-01', { by: 'APPEAL' }]);
    expect(law.status('A-1', '2021-02-28')).toBe('enjoined');
    expect(law.report('A-1', '2021-03-02')).toMatchObject({
      status: 'in_force',
      event: 'dissolved',
      since: '2021-03-01T00:00:00-05:00',
    });
  });

  it('sleeps while the order is stayed and resumes when the stay is lifted', () => {
    const law = lawWith(
      ['stay', 'suspended', 'PI', '2020-07-01', { by: 'STAY' }],
      ['stay_lifted', 'revived', 'PI', '2020-08-01', { by: 'APPEAL' }],
    );
    expect(law.status('A-1', '2020-06-15')).toBe('enjoined');
    expect(law.status('A-1', '2020-07-15')).toBe('in_force');
    expect(law.report('A-1', '2020-08-15')).toMatchObject({
      status: 'enjoined',
      event: 'injunction',
      since: '2020-08-01T00:00:00-04:00',
    });
  });

  it('revives at once when the stay itself is void', () => {
    const law = lawWith(
      ['stay', 'suspended', 'PI', '2020-07-01', { by: 'STAY' }],
      ['stay_vacated', 'voided', 'STAY', '2020-08-01', { by: 'APPEAL' }],
    );
    expect(law.status('A-1', '2020-07-15')).toBe('enjoined');
    expect(law.status('A-1', '2020-07-15', '2020-07-20')).toBe('in_force');
  });

  it('does not begin before its order is issued', () => {
    const law = lawWith(['filed', 'issued', 'PI', '2020-06-01T17:00-04:00']);
    expect(law.status('A-1', '2020-06-01T16:59:59-04:00')).toBe('in_force');
    expect(law.report('A-1', '2020-06-01T17:00-04:00')).toMatchObject({
      status: 'enjoined',
      since: '2020-06-01T17:00:00-04:00',
    });
  });

  it('does not lapse when its order fell before the last day', () => {
    const text = {
      instruments: ['ACT', 'GAZETTE', 'APPEAL'],
      provisions: ['A-1 of ACT'],
      events: [
        ...BASE,
        event('trial', 'suspended', 'A-1', '2021-01-01', { by: 'GAZETTE', until: 'end 2021-06-30', lapses: true }),
        event('fall', 'revoked', 'GAZETTE', '2021-03-01', { by: 'APPEAL' }),
      ],
    };
    expect(new Law(text).status('A-1', '2021-12-01')).toBe('in_force');
    const later = { ...text, events: [...text.events.slice(0, 3), event('fall', 'revoked', 'GAZETTE', '2021-08-01')] };
    expect(new Law(later).status('A-1', '2021-12-01')).toBe('expired');
  });
});

describe('several pauses', () => {
  it('the strongest is reported, of equals the first', () => {
    const law = new Law({
      instruments: ['ACT', 'PI1', 'PI2', 'GAZETTE'],
      provisions: ['A-1 of ACT'],
      events: [
        ...BASE,
        event('held', 'suspended', 'ACT', '2020-05-01', { by: 'GAZETTE' }),
        event('first', 'enjoined', 'A-1', '2020-06-01', { by: 'PI1', until: 'end 2020-08-31' }),
        event('second', 'enjoined', 'ACT', '2020-07-01', { by: 'PI2' }),
      ],
    });
    expect(law.report('A-1', '2020-05-15')).toMatchObject({ status: 'suspended', event: 'held' });
    expect(law.report('A-1', '2020-06-15')).toMatchObject({ status: 'enjoined', event: 'first' });
    expect(law.report('A-1', '2020-07-15')).toMatchObject({ status: 'enjoined', event: 'first' });
    expect(law.report('A-1', '2020-09-15')).toMatchObject({ status: 'enjoined', event: 'second' });
  });

  it('one revival ends those that began before it, and not those that come after', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT'],
      events: [
        ...BASE,
        event('first', 'suspended', 'A-1', '2020-06-01'),
        event('back', 'revived', 'A-1', '2020-07-01'),
        event('again', 'suspended', 'A-1', '2020-08-01'),
      ],
    });
    expect(law.status('A-1', '2020-06-15')).toBe('suspended');
    expect(law.report('A-1', '2020-07-15')).toMatchObject({ status: 'in_force', event: 'back' });
    expect(law.status('A-1', '2020-08-15')).toBe('suspended');
  });

  it('what happens at the same moment as a revival is undone only if it was known earlier', () => {
    const law = (known: string) =>
      new Law({
        instruments: ['ACT'],
        provisions: ['A-1 of ACT'],
        events: [
          ...BASE,
          event('held', 'suspended', 'A-1', '2020-06-01', { known }),
          event('back', 'revived', 'A-1', '2020-06-01', { known: '2020-06-01' }),
        ],
      });
    expect(law('2020-05-31').status('A-1', '2020-06-15')).toBe('in_force');
    expect(law('2020-06-01').status('A-1', '2020-06-15')).toBe('suspended');
    expect(law('2020-06-02').status('A-1', '2020-06-15')).toBe('suspended');
  });
});
