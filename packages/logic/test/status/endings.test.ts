import { describe, expect, it } from 'vitest';
import { event, Law } from './model.ts';

const SIGNED = event('signed', 'issued', 'ACT', '2020-01-01');

describe('endings', () => {
  it('known later reach back from then on', () => {
    const law = new Law({
      instruments: ['ACT', 'RESC'],
      provisions: ['A-1 of ACT'],
      events: [
        SIGNED,
        event('rescission', 'rescinded', 'ACT', '2021-06-21', {
          by: 'RESC',
          from: '2021-06-16',
          known: '2021-06-21T20:27-04:00',
        }),
      ],
    });
    expect(law.status('A-1', '2021-06-17')).toBe('rescinded');
    expect(law.status('A-1', '2021-06-17', '2021-06-21T20:26-04:00')).toBe('in_force');
    expect(law.status('A-1', '2021-06-17', '2021-06-21T20:27-04:00')).toBe('rescinded');
    expect(law.status('A-1', '2021-06-15T23:59:59-04:00')).toBe('in_force');
    expect(law.report('A-1', '2022-01-01')).toMatchObject({
      event: 'rescission',
      since: '2021-06-16T00:00:00-04:00',
    });
  });

  it('of several the strongest is reported', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT'],
      events: [
        SIGNED,
        event('sunset', 'expired', 'ACT', '2021-01-01'),
        event('repeal', 'revoked', 'ACT', '2022-01-01'),
        event('again', 'revoked', 'ACT', '2022-06-01'),
        event('undone', 'rescinded', 'ACT', '2023-01-01'),
        event('held', 'enjoined', 'ACT', '2020-06-01'),
      ],
    });
    expect(law.status('A-1', '2020-12-01')).toBe('enjoined');
    expect(law.status('A-1', '2021-06-01')).toBe('expired');
    expect(law.report('A-1', '2022-07-01')).toMatchObject({ status: 'revoked', event: 'repeal' });
    expect(law.status('A-1', '2023-06-01')).toBe('rescinded');
  });

  it('are undone by a later revival, not by an earlier one', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT', 'A-2 of ACT'],
      events: [
        SIGNED,
        event('repeal', 'revoked', 'ACT', '2021-01-01'),
        event('back', 'revived', 'A-1', '2021-06-01'),
        event('second', 'revoked', 'A-1', '2022-01-01'),
      ],
    });
    expect(law.status('A-1', '2021-03-01')).toBe('revoked');
    expect(law.report('A-1', '2021-07-01')).toMatchObject({ status: 'in_force', event: 'back' });
    expect(law.status('A-2', '2021-07-01')).toBe('revoked');
    expect(law.report('A-1', '2022-07-01')).toMatchObject({ status: 'revoked', event: 'second' });
  });

  it('by an instrument that is void do not count; by one that is later revoked they do', () => {
    const text = { instruments: ['ACT', 'REPEAL', 'LATER'], provisions: ['A-1 of ACT'] };
    const repeal = event('repeal', 'revoked', 'ACT', '2021-01-01', { by: 'REPEAL' });
    const fate = (kind: 'voided' | 'revoked') =>
      new Law({ ...text, events: [SIGNED, repeal, event('fate', kind, 'REPEAL', '2022-01-01', { by: 'LATER' })] });
    expect(fate('revoked').status('A-1', '2023-01-01')).toBe('revoked');
    expect(fate('voided').status('A-1', '2023-01-01')).toBe('in_force');
    expect(fate('voided').status('A-1', '2021-06-01')).toBe('in_force');
    expect(fate('voided').status('A-1', '2021-06-01', '2021-06-01')).toBe('revoked');
  });

  it('sleep while the instrument that ended it is stayed', () => {
    const law = new Law({
      instruments: ['ACT', 'REPEAL', 'STAY'],
      provisions: ['A-1 of ACT'],
      events: [
        SIGNED,
        event('repeal', 'revoked', 'ACT', '2021-01-01', { by: 'REPEAL' }),
        event('stay', 'enjoined', 'REPEAL', '2021-02-01', { by: 'STAY', until: 'end 2021-02-28' }),
      ],
    });
    expect(law.status('A-1', '2021-01-15')).toBe('revoked');
    expect(law.status('A-1', '2021-02-15')).toBe('in_force');
    expect(law.status('A-1', '2021-03-15')).toBe('revoked');
  });
});

describe('voiding', () => {
  it('makes it as if it had never been, once known', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT'],
      events: [SIGNED, event('vacated', 'voided', 'ACT', '2022-01-01', { known: '2022-01-03' })],
    });
    expect(law.status('A-1', '2021-01-01')).toBe('void');
    expect(law.status('A-1', '1999-01-01')).toBe('void');
    expect(law.status('A-1', '2022-06-01', '2022-01-02')).toBe('in_force');
    expect(law.report('A-1', '2021-01-01')).toMatchObject({ event: 'vacated', since: null });
  });

  it('may begin at a date', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT'],
      events: [SIGNED, event('vacated', 'voided', 'ACT', '2022-01-01', { from: '2021-07-01' })],
    });
    expect(law.status('A-1', '2021-06-30T23:59:59-04:00')).toBe('in_force');
    expect(law.status('A-1', '2021-07-01T00:00-04:00')).toBe('void');
  });

  it('of what voided it brings it back', () => {
    const law = new Law({
      instruments: ['ACT', 'DISTRICT', 'APPEAL'],
      provisions: ['A-1 of ACT'],
      events: [
        SIGNED,
        event('vacated', 'voided', 'ACT', '2022-01-01', { by: 'DISTRICT' }),
        event('reversed', 'voided', 'DISTRICT', '2023-01-01', { by: 'APPEAL' }),
      ],
    });
    expect(law.status('A-1', '2022-06-01', '2022-06-01')).toBe('void');
    expect(law.status('A-1', '2022-06-01')).toBe('in_force');
  });
});

describe('acting instruments in a circle', () => {
  it('are an error that names them', () => {
    const events = [
      event('a', 'enjoined', 'ONE', '2020-01-01', { by: 'TWO' }),
      event('b', 'enjoined', 'TWO', '2020-01-01', { by: 'THREE' }),
      event('c', 'enjoined', 'THREE', '2020-01-01', { by: 'ONE' }),
    ];
    expect(() => new Law({ instruments: ['ONE', 'TWO', 'THREE'], provisions: [], events })).toThrow(
      'ONE -> TWO -> THREE -> ONE',
    );
  });

  it('an instrument may act on itself and its own parts', () => {
    const law = new Law({
      instruments: ['ACT'],
      provisions: ['A-1 of ACT'],
      events: [
        SIGNED,
        event('sunset', 'expired', 'ACT', '2021-01-01', { by: 'ACT' }),
        event('holiday', 'suspended', 'A-1', '2020-06-01', { by: 'ACT', until: 'end 2020-06-30' }),
      ],
    });
    expect(law.status('A-1', '2020-06-15')).toBe('suspended');
    expect(law.status('A-1', '2021-06-15')).toBe('expired');
  });

  it('names that nothing bears are errors', () => {
    const text = { instruments: ['ACT'], provisions: ['A-1 of ACT'] };
    expect(() => new Law({ ...text, events: [event('e', 'issued', 'ATC', '2020-01-01')] })).toThrow('ATC');
    expect(() => new Law({ ...text, events: [event('e', 'issued', 'ACT', '2020-01-01', { by: 'X' })] })).toThrow('X');
    expect(() => new Law({ ...text, events: [event('e', 'issued', 'ACT', '2020-02-30')] })).toThrow('2020-02-30');
    const under = event('e', 'issued', 'ACT', '2020-02-03', { under: 'scope is wide' });
    expect(() => new Law({ ...text, events: [under] })).toThrow('scope is wide');
  });
});
