import { describe, expect, it } from 'vitest';
import { event, Law } from './model.ts';

const EVENTS = [
  event('base_signed', 'issued', 'BASE', '2019-01-01'),
  event('order_signed', 'issued', 'ORDER', '2020-01-01'),
  event('order_starts', 'effective', 'ORDER', '2020-03-01', { known: '2020-01-01' }),
  event('list_out', 'issued', 'LIST', '2020-02-01'),
];
const CHAIN = {
  instruments: ['BASE', { name: 'ORDER', hangsOn: 'BASE' }, 'LIST', 'SAVED'],
  provisions: [
    { name: 'O-1', instrument: 'ORDER' },
    { name: 'L-1', instrument: 'LIST', hangsOn: 'O-1' },
    { name: 'L-2', instrument: 'LIST', hangsOn: 'O-1', survives: true },
  ],
};

describe('hanging', () => {
  it('follows a chain of three down from the base', () => {
    const law = new Law({ ...CHAIN, events: [...EVENTS, event('repeal', 'revoked', 'BASE', '2021-01-01')] });
    expect(law.report('L-1', '2021-06-01')).toMatchObject({
      status: 'revoked',
      own: 'in_force',
      through: 'BASE',
      event: 'repeal',
      since: '2021-01-01T00:00:00-05:00',
    });
    expect(law.report('O-1', '2021-06-01')).toMatchObject({ status: 'revoked', through: 'BASE' });
    expect(law.subject('LIST', '2021-06-01').status).toBe('in_force');
  });

  it('waits for what it hangs on', () => {
    const law = new Law({ ...CHAIN, events: EVENTS });
    expect(law.report('L-1', '2020-02-15')).toMatchObject({
      status: 'not_yet_effective',
      own: 'in_force',
      through: 'O-1',
      event: 'order_starts',
    });
    expect(law.report('L-1', '2020-01-15')).toMatchObject({ status: 'not_yet_effective', own: 'not_yet_issued' });
    expect(law.report('L-1', '2020-04-01')).toMatchObject({
      status: 'in_force',
      through: 'L-1',
      event: 'order_starts',
      since: '2020-03-01T00:00:00-05:00',
    });
  });

  it('reports the strongest along the way, its own when equal', () => {
    const law = new Law({
      ...CHAIN,
      events: [
        ...EVENTS,
        event('own', 'enjoined', 'L-1', '2021-01-01'),
        event('above', 'enjoined', 'O-1', '2020-06-01'),
        event('base', 'suspended', 'BASE', '2020-06-01'),
      ],
    });
    expect(law.report('L-1', '2020-07-01')).toMatchObject({ status: 'enjoined', through: 'O-1', event: 'above' });
    expect(law.report('L-1', '2021-07-01')).toMatchObject({ status: 'enjoined', through: 'L-1', event: 'own' });
  });

  it('stops at a saving clause', () => {
    const dead = [...EVENTS, event('repeal', 'revoked', 'BASE', '2021-01-01')];
    expect(new Law({ ...CHAIN, events: dead }).status('L-2', '2021-06-01')).toBe('in_force');
    const instruments = ['BASE', { name: 'ORDER', hangsOn: 'BASE', survives: true }, 'LIST', 'SAVED'];
    const saved = new Law({ ...CHAIN, instruments, events: dead });
    expect(saved.status('O-1', '2021-06-01')).toBe('in_force');
    expect(saved.status('L-1', '2021-06-01')).toBe('in_force');
  });

  it('a void base makes the acts of what hangs on it void as well', () => {
    const law = new Law({
      instruments: ['BASE', { name: 'ORDER', hangsOn: 'BASE' }, 'OTHER'],
      provisions: ['X-1 of OTHER'],
      events: [
        event('repeal', 'revoked', 'OTHER', '2020-06-01', { by: 'ORDER' }),
        event('vacated', 'voided', 'BASE', '2021-01-01'),
      ],
    });
    expect(law.status('X-1', '2020-07-01', '2020-07-01')).toBe('revoked');
    expect(law.status('X-1', '2020-07-01')).toBe('in_force');
  });
});
