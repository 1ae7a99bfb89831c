import { describe, expect, it } from 'vitest';
import { event, Law } from './model.ts';

describe('readings', () => {
  const law = new Law({
    instruments: ['LIST', 'PI'],
    provisions: ['W-1 of LIST', 'W-7 of LIST'],
    readings: { injunction_scope: ['one_to_six', 'whole'], effective_moment: ['start_of_day', 'end_of_day'] },
    events: [
      event('announced', 'issued', 'LIST', '2020-09-18T10:20-04:00'),
      event('at_start', 'effective', 'LIST', '2020-09-20', {
        known: '2020-09-18',
        under: 'effective_moment is start_of_day',
      }),
      event('at_end', 'effective', 'LIST', 'end 2020-09-20', {
        known: '2020-09-18',
        under: 'effective_moment is end_of_day',
      }),
      event('injunction', 'enjoined', 'W-1', '2020-09-19T17:43-04:00 .. 2020-09-20T03:00-04:00', {
        by: 'PI',
        known: '2020-09-20T09:23-04:00',
      }),
      event('wide_injunction', 'enjoined', 'LIST', '2020-09-20T03:00-04:00', {
        by: 'PI',
        known: '2020-09-20T09:23-04:00',
        under: 'injunction_scope is whole',
      }),
    ],
  });

  it('matter only where their alternatives differ', () => {
    expect(law.unknowns('2020-09-19', '2020-09-19')).toEqual([]);
    expect(law.unknowns('2020-09-20', '2020-09-19')).toEqual(['effective_moment']);
    expect(law.unknowns('2020-09-21', '2020-09-19')).toEqual([]);
    expect(law.unknowns('2020-09-21')).toEqual(['injunction_scope']);
    expect(law.unknowns('2020-09-20T12:00-04:00')).toEqual(['injunction_scope', 'effective_moment']);
  });

  it('and events in their bracket, as questions of status', () => {
    expect(law.unknowns('2020-09-19T17:42:59-04:00')).toEqual([]);
    expect(law.unknowns('2020-09-19T17:43-04:00')).toEqual(['injunction']);
    expect(law.unknowns('2020-09-20T02:59:59-04:00')).toEqual(['effective_moment', 'injunction']);
    expect(law.unknowns('2020-09-20T02:59:59-04:00', '2020-09-20T09:22-04:00')).toEqual(['effective_moment']);
    expect(law.unknowns('2020-09-20T03:00-04:00')).toEqual(['injunction_scope', 'effective_moment']);
  });

  it('leave the status unknown, with what each alternative would make it', () => {
    const report = law.report('W-1', '2020-09-20T01:00-04:00');
    expect(report).toMatchObject({ status: 'unknown', event: null, through: 'W-1' });
    expect(report.alternatives?.map(({ readings, events, status }) => ({ ...readings, ...events, status }))).toEqual([
      { effective_moment: 'start_of_day', injunction: 'no', status: 'in_force' },
      { effective_moment: 'start_of_day', injunction: 'yes', status: 'enjoined' },
      { effective_moment: 'end_of_day', injunction: 'no', status: 'not_yet_effective' },
      { effective_moment: 'end_of_day', injunction: 'yes', status: 'enjoined' },
    ]);
  });

  it('settled as given are no longer asked', () => {
    const readings = { effective_moment: 'end_of_day' };
    expect(law.status('W-7', '2020-09-20T12:00-04:00', '2020-09-19', readings)).toBe('not_yet_effective');
    expect(law.status('W-7', '2020-09-21', null, { injunction_scope: 'whole' })).toBe('enjoined');
    expect(law.report('W-7', '2020-09-21').alternatives).toEqual([
      {
        readings: { injunction_scope: 'one_to_six' },
        events: {},
        status: 'in_force',
        event: 'at_start',
        enforced: true,
      },
      {
        readings: { injunction_scope: 'whole' },
        events: {},
        status: 'enjoined',
        event: 'wide_injunction',
        enforced: true,
      },
    ]);
  });

  it('that change no status still decide which event is cited', () => {
    const cited = (alternative: string) =>
      law.report('W-1', '2020-09-19', '2020-09-19', { effective_moment: alternative }).event;
    expect(cited('start_of_day')).toBe('at_start');
    expect(cited('end_of_day')).toBe('at_end');
  });

  it('that do not exist are refused with a hint', () => {
    expect(() => law.report('W-1', '2020-09-20', null, { effective_momnet: 'x' })).toThrow(
      expect.objectContaining({ code: 'unknown_reading', hint: expect.stringContaining('effective_moment?') }),
    );
    expect(() => law.report('W-1', '2020-09-20', null, { effective_moment: 'end_of_dya' })).toThrow(
      expect.objectContaining({ code: 'unknown_alternative', field: 'effective_moment' }),
    );
  });
});

describe('what nobody knows', () => {
  const base = [event('signed', 'issued', 'ACT', '2020-01-01')];
  const text = { instruments: ['ACT', 'ORDER'], provisions: ['A-1 of ACT'] };

  it('may be when an event became known', () => {
    const law = new Law({
      ...text,
      events: [...base, event('repeal', 'revoked', 'ACT', '2021-01-01', { known: '2021-02-01 .. 2021-02-10' })],
    });
    expect(law.unknowns('2021-01-15', '2021-01-31')).toEqual([]);
    expect(law.status('A-1', '2021-01-15', '2021-01-31')).toBe('in_force');
    expect(law.unknowns('2021-01-15', '2021-02-05')).toEqual(['repeal']);
    expect(law.status('A-1', '2021-01-15', '2021-02-05')).toBe('unknown');
    expect(law.status('A-1', '2020-12-15', '2021-02-05')).toBe('in_force');
    expect(law.status('A-1', '2021-01-15', '2021-02-10')).toBe('revoked');
  });

  it('may be whether a text became effective, when its date lies between two', () => {
    const law = new Law({
      ...text,
      events: [...base, event('starts', 'effective', 'ACT', '2020-03-01 .. 2020-03-31')],
    });
    expect(law.status('A-1', '2020-02-15', '2020-02-15')).toBe('not_yet_effective');
    const report = law.report('A-1', '2020-03-15', '2020-03-15');
    expect(report.alternatives?.map(({ status }) => status)).toEqual(['not_yet_effective', 'in_force']);
    expect(law.status('A-1', '2020-04-15')).toBe('in_force');
  });

  it('may be when a pause ends that is counted from a disputed day', () => {
    const law = new Law({
      ...text,
      events: [
        ...base,
        event('service', 'noted', 'ACT', '2020-05-01 .. 2020-05-04'),
        event('pause', 'suspended', 'ACT', '2020-04-01', { until: 'end 10 days after service' }),
      ],
    });
    expect(law.status('A-1', '2020-05-11T23:59:59-04:00')).toBe('suspended');
    expect(
      law.report('A-1', '2020-05-12T00:00-04:00').alternatives?.map(({ events, status }) => [events, status]),
    ).toEqual([
      [{ pause: 'no' }, 'in_force'],
      [{ pause: 'yes' }, 'suspended'],
    ]);
    expect(law.status('A-1', '2020-05-15T00:00-04:00')).toBe('in_force');
  });

  it('may be the effect of an event, while it is unsettled', () => {
    const law = new Law({
      ...text,
      events: [
        ...base,
        event('doubt', 'unsettled', 'A-1', '2020-06-01', { by: 'ORDER', until: 'end 2020-06-30' }),
        event('held', 'enjoined', 'A-1', '2020-06-20'),
      ],
    });
    expect(law.status('A-1', '2020-05-31')).toBe('in_force');
    const report = law.report('A-1', '2020-06-10');
    expect(report.status).toBe('unknown');
    expect(report.alternatives?.map(({ events, status }) => [events, status])).toEqual([
      [{ doubt: 'no' }, 'suspended'],
      [{ doubt: 'yes' }, 'in_force'],
    ]);
    expect(law.report('A-1', '2020-06-25')).toMatchObject({ status: 'enjoined', event: 'held' });
    expect(law.unknowns('2020-07-01T00:00-04:00')).toEqual([]);
  });

  it('reaches what the doubtful instrument acts on', () => {
    const law = new Law({
      ...text,
      events: [
        ...base,
        event('held', 'enjoined', 'A-1', '2020-06-01', { by: 'ORDER' }),
        event('doubt', 'unsettled', 'ORDER', '2020-07-01'),
      ],
    });
    expect(law.status('A-1', '2020-06-15')).toBe('enjoined');
    expect(law.report('A-1', '2020-07-15').alternatives?.map(({ events, status }) => [events, status])).toEqual([
      [{ doubt: 'no' }, 'in_force'],
      [{ doubt: 'yes' }, 'enjoined'],
    ]);
  });

  it('may be whether violations are pursued, while the status is certain', () => {
    const law = new Law({
      ...text,
      readings: { letter: ['binding', 'mere_words'] },
      events: [...base, event('letter', 'not_enforced', 'ACT', '2020-06-01', { under: 'letter is binding' })],
    });
    expect(law.report('A-1', '2020-06-15')).toMatchObject({ status: 'in_force', enforced: true, enforcement: null });
    expect(law.report('A-1', '2020-06-15').alternatives?.map(({ enforced }) => enforced)).toEqual([false, true]);
    expect(law.report('A-1', '2020-06-15', null, { letter: 'binding' })).toMatchObject({
      enforced: false,
      enforcement: 'letter',
    });
  });

  it('beyond 4096 combinations is refused', () => {
    const names = Array.from({ length: 13 }, (_, index) => `doubt_${index}`);
    const provisions = names.map((name) => `P-${name} of ACT`);
    const apart = names.map((name) => event(name, 'unsettled', `P-${name}`, '2020-06-01'));
    const law = new Law({ ...text, provisions, events: apart });
    expect(() => law.unknowns('2020-07-01')).toThrow(/8192 combinations.*doubt_0.*4096/);
    expect(law.unknowns('2020-05-01')).toEqual([]);
    const fewer = new Law({ ...text, provisions, events: apart.slice(1) });
    expect(fewer.unknowns('2020-07-01')).toHaveLength(12);
  });

  it('a choice that does not fit is refused', () => {
    const law = new Law({ ...text, events: base });
    expect(() => law.engine.under({ asOf: 0, knownOn: null }, [0])).toThrow(RangeError);
  });
});
