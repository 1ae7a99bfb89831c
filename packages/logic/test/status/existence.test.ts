import { describe, expect, it } from 'vitest';
import { event, Law } from './model.ts';

describe('issue', () => {
  it('comes before everything else, and a text without an issue has always been there', () => {
    const law = new Law({
      instruments: ['ACT', 'OLD'],
      provisions: ['A-1 of ACT', 'O-1 of OLD'],
      events: [event('signed', 'issued', 'ACT', '2020-08-06T18:00-04:00')],
    });
    expect(law.report('A-1', '2020-08-06T17:59:59-04:00')).toMatchObject({ status: 'not_yet_issued', event: 'signed' });
    expect(law.report('A-1', '2020-08-06T18:00-04:00')).toMatchObject({ status: 'in_force', event: 'signed' });
    expect(law.report('O-1', '1990-01-01')).toMatchObject({ status: 'in_force', event: null, since: null });
  });

  it('unknown at the knowledge time is no issue at all', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT'],
      events: [event('signed', 'issued', 'ACT', '2020-08-06', { known: '2020-08-11' })],
    });
    expect(law.report('A-1', '2020-08-20', '2020-08-10')).toMatchObject({ status: 'not_yet_issued', event: null });
    expect(law.status('A-1', '2020-08-07', '2020-08-11')).toBe('in_force');
  });

  it('of a provision added later is its own', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT', 'A-2 of ACT'],
      events: [event('signed', 'issued', 'ACT', '2020-01-01'), event('added', 'issued', 'A-2', '2022-01-01')],
    });
    expect(law.status('A-1', '2021-01-01')).toBe('in_force');
    expect(law.status('A-2', '2021-01-01')).toBe('not_yet_issued');
  });
});

describe('the effective date', () => {
  const moved = new Law({
    instruments: ['LIST', 'DELAY', 'PRINT'],
    provisions: ['T-1 of LIST'],
    events: [
      event('announced', 'issued', 'LIST', '2020-09-18'),
      event('first_date', 'effective', 'LIST', '2020-09-20', { known: '2020-09-18' }),
      event('delayed', 'effective', 'T-1', '2020-09-27T23:59-04:00', { by: 'DELAY', known: '2020-09-19' }),
      event('printed', 'effective', 'T-1', '2020-09-24', { by: 'PRINT', known: '2020-09-23' }),
    ],
  });

  it('moved twice is another one from each of three knowledge times', () => {
    expect(moved.status('T-1', '2020-09-21', '2020-09-18')).toBe('in_force');
    expect(moved.status('T-1', '2020-09-25', '2020-09-20')).toBe('not_yet_effective');
    expect(moved.status('T-1', '2020-09-28', '2020-09-20')).toBe('in_force');
    expect(moved.status('T-1', '2020-09-23', '2020-09-23')).toBe('not_yet_effective');
    expect(moved.status('T-1', '2020-09-25', '2020-09-23')).toBe('in_force');
  });

  it('names the event that sets the coming date', () => {
    expect(moved.report('T-1', '2020-09-19', '2020-09-18').event).toBe('first_date');
    expect(moved.report('T-1', '2020-09-21', '2020-09-20').event).toBe('delayed');
    expect(moved.report('T-1', '2020-09-21')).toMatchObject({
      event: 'printed',
      since: '2020-09-18T00:00:00-04:00',
    });
  });

  it('set by an instrument that is void does not count, nor while that instrument is stayed', () => {
    const events = [
      event('announced', 'issued', 'LIST', '2020-01-01'),
      event('first_date', 'effective', 'LIST', '2020-02-01', { known: '2020-01-01' }),
      event('delayed', 'effective', 'LIST', '2021-01-01', { by: 'DELAY', known: '2020-01-15' }),
    ];
    const text = { instruments: ['LIST', 'DELAY', 'COURT'], provisions: ['L-1 of LIST'] };
    expect(new Law({ ...text, events }).status('L-1', '2020-06-01')).toBe('not_yet_effective');
    const vacated = event('vacated', 'voided', 'DELAY', '2020-07-01', { by: 'COURT' });
    expect(new Law({ ...text, events: [...events, vacated] }).status('L-1', '2020-06-01')).toBe('in_force');
    const stayed = event('stayed', 'suspended', 'DELAY', '2020-05-01', { by: 'COURT', until: 'end 2020-05-31' });
    const law = new Law({ ...text, events: [...events, stayed] });
    expect(law.status('L-1', '2020-04-30')).toBe('not_yet_effective');
    expect(law.status('L-1', '2020-05-15')).toBe('in_force');
    expect(law.status('L-1', '2020-06-01')).toBe('not_yet_effective');
  });

  it('that does not say when it was known stood in the text', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT'],
      events: [
        event('signed', 'issued', 'ACT', '2020-08-06'),
        event('day_45', 'effective', 'ACT', '45 days after signed'),
      ],
    });
    expect(law.report('A-1', '2020-08-10', '2020-08-10')).toMatchObject({
      status: 'not_yet_effective',
      event: 'day_45',
    });
    expect(law.status('A-1', '2020-09-19T23:59:59-04:00', '2020-08-10')).toBe('not_yet_effective');
    expect(law.status('A-1', '2020-09-20T00:00-04:00', '2020-08-10')).toBe('in_force');
    expect(law.status('A-1', '2020-08-10', '2020-08-01')).toBe('not_yet_issued');
  });
});

describe('counted moments', () => {
  const law = new Law({
    instruments: ['ACT'],
    provisions: ['A-1 of ACT'],
    events: [
      event('signed', 'issued', 'ACT', '2020-08-06T23:30-04:00'),
      event('late', 'noted', 'ACT', 'end 45 days after signed'),
    ],
  });
  const at = (text: string) => new Date(text).getTime();

  it('start from the day of the event in the rulebook zone', () => {
    const moment = { kind: 'after', amount: 45, unit: 'days', event: 'signed', at: 'start' } as const;
    expect(law.engine.resolve(moment)).toEqual([at('2020-09-20T00:00-04:00'), at('2020-09-20T00:00-04:00')]);
    const chained = { ...moment, amount: 2, event: 'late', at: 'end' } as const;
    expect(law.engine.resolve(chained)[0]).toBe(at('2020-09-22T23:59:59-04:00'));
  });

  it('count months and years by the calendar, to the last day where the month is short', () => {
    const from = (date: string) =>
      new Law({ instruments: ['X'], provisions: [], events: [event('e', 'issued', 'X', date)] });
    const after = (date: string, amount: number, unit: 'months' | 'years') =>
      from(date).engine.resolve({ kind: 'after', amount, unit, event: 'e', at: 'start' })[0];
    expect(after('2020-01-31', 1, 'months')).toBe(at('2020-02-29T00:00-05:00'));
    expect(after('2021-01-31', 1, 'months')).toBe(at('2021-02-28T00:00-05:00'));
    expect(after('2020-02-29', 1, 'years')).toBe(at('2021-02-28T00:00-05:00'));
    expect(after('2020-11-15', 3, 'months')).toBe(at('2021-02-15T00:00-05:00'));
    expect(after('2020-12-31', 12, 'months')).toBe(at('2021-12-31T00:00-05:00'));
  });

  it('of a moment that lies between two instants lie between two instants', () => {
    const wide = new Law({
      instruments: ['X'],
      provisions: [],
      events: [event('e', 'issued', 'X', '2020-01-01 .. end 2020-01-03')],
    });
    expect(wide.engine.resolve({ kind: 'after', amount: 1, unit: 'days', event: 'e', at: 'start' })).toEqual([
      at('2020-01-02T00:00-05:00'),
      at('2020-01-04T00:00-05:00'),
    ]);
  });

  it('may not run in a circle', () => {
    const events = [event('a', 'issued', 'X', '1 days after b'), event('b', 'noted', 'X', '1 days after a')];
    expect(() => new Law({ instruments: ['X'], provisions: [], events })).toThrow('b -> a -> b');
  });
});

describe('identification', () => {
  const text = {
    instruments: ['EO', 'LIST', 'COURT'],
    provisions: [
      { name: 'EO-1c', instrument: 'EO' },
      { name: 'EO-1a', instrument: 'EO', identifiedUnder: 'EO-1c' },
    ],
  };
  const events = [
    event('signed', 'issued', 'EO', '2020-08-06'),
    event('day_45', 'effective', 'EO-1a', '45 days after signed'),
  ];

  it('is missed only once the provision has become effective', () => {
    const law = new Law({ ...text, events });
    expect(law.status('EO-1a', '2020-08-05')).toBe('not_yet_issued');
    expect(law.status('EO-1a', '2020-09-19')).toBe('not_yet_effective');
    expect(law.report('EO-1a', '2020-09-20')).toMatchObject({
      status: 'not_identified',
      event: null,
      since: '2020-09-20T00:00:00-04:00',
    });
    expect(law.status('EO-1c', '2020-08-10')).toBe('in_force');
  });

  it('makes the provision bite from when it happens, if it is known', () => {
    const identified = event('listed', 'identified', 'EO-1a', '2020-10-01', { by: 'LIST', known: '2020-09-25' });
    const law = new Law({ ...text, events: [...events, identified] });
    expect(law.report('EO-1a', '2020-09-30')).toMatchObject({ status: 'not_identified', event: 'listed' });
    expect(law.report('EO-1a', '2020-09-30', '2020-09-21')).toMatchObject({ status: 'not_identified', event: null });
    expect(law.report('EO-1a', '2020-10-01')).toMatchObject({ status: 'in_force', event: 'listed' });
  });

  it('by an instrument that is void is none, even if that instrument hangs on the provision', () => {
    const identified = event('listed', 'identified', 'EO-1a', '2020-09-18', { by: 'LIST' });
    const vacated = event('vacated', 'voided', 'LIST', '2021-01-01', { by: 'COURT' });
    const hanging = { ...text, instruments: ['EO', { name: 'LIST', hangsOn: 'EO-1a' }, 'COURT'] };
    const law = new Law({ ...hanging, events: [...events, identified, vacated] });
    expect(law.status('EO-1a', '2020-12-01', '2020-12-01')).toBe('in_force');
    expect(law.status('EO-1a', '2020-12-01')).toBe('not_identified');
  });
});
