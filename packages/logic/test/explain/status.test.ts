import type { Rulebook } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/index.ts';
import { event, instrument, prohibition, provision, reading } from '../arbitrary/build.ts';
import { chinese, english, told } from './told.ts';
import { stepsOf } from './walk.ts';

describe('status', () => {
  const COURT = instrument('COURT', { title: { en: 'Users v. State', zh: '用户诉国家案' } });
  const UPPER = instrument('UPPER', { title: { en: 'Users v. State, appeal', zh: '用户诉国家案（上诉）' } });
  const law: Partial<Rulebook> = {
    instruments: [instrument('LAW'), COURT, UPPER],
    provisions: [provision('P-1'), provision('UPPER-1', { instrument: 'UPPER' })],
    events: [
      event('issue', 'issued', ['LAW'], '2020-01-01'),
      event('stop', 'enjoined', ['P-1'], '2020-03-01', {
        by: 'COURT',
        label: { en: 'Injunction', zh: '初步禁制令' },
      }),
      event('refusal', 'noted', ['COURT'], '2020-04-01', {
        by: 'UPPER',
        label: { en: 'A stay is refused', zh: '驳回中止执行' },
      }),
      event('end', 'revoked', ['LAW'], '2021-01-01', { label: { en: 'The law is revoked', zh: '法律被撤销' } }),
    ],
    rules: [prohibition('ban')],
  };
  const cited = (explanation: Explanation) => explanation.citations.map(({ name }) => name);

  it('enjoined: by which order, since when, what was refused since, what comes later', () => {
    const explanation = told(law);
    expect(english(explanation)).toBe(
      [
        'Not restricted: this may go ahead, because no rule in force reaches it. The transaction is judged as of 1 June 2020, with everything the rulebook knows.',
        '  Were everything in force, this would be prohibited. It is held back because P-1 is enjoined. [COURT]',
        '  ✗ P-1, "ban", would prohibit this, but is enjoined.',
        '    ✗ P-1 has been enjoined since 1 March 2020. Event: Injunction (Users v. State). [COURT]',
        '      For the record, 1 April 2020: A stay is refused. [UPPER, UPPER-1]',
        '      Later, 1 January 2021: The law is revoked.',
      ].join('\n'),
    );
    expect(chinese(explanation)).toBe(
      [
        '不受限制：没有任何有效规则适用于该交易，可以进行。以2020年6月1日为交易之时，依本手册所知的全部信息判断。',
        '  假使本手册的全部规定均有效，结论将是：禁止。现不适用的原因：P-1被法院禁止执行。 [COURT]',
        '  ✗ P-1“ban”本应禁止该交易，但被法院禁止执行。',
        '    ✗ P-1自2020年3月1日起被法院禁止执行。事件：初步禁制令（用户诉国家案）。 [COURT]',
        '      备查：2020年4月1日，驳回中止执行。 [UPPER, UPPER-1]',
        '      其后：2021年1月1日，法律被撤销。',
      ].join('\n'),
    );
    expect(cited(explanation)).toEqual(['COURT', 'P-1', 'UPPER', 'UPPER-1']);
  });

  it('tells nothing that was not yet known', () => {
    const explanation = told(law, { knownOn: '2020-03-15' });
    expect(stepsOf(explanation, 'event')).toEqual([]);
    expect(told(law, { knownOn: '2020-02-01' }).answer.verdict).toBe('prohibited');
  });

  it('not issued, and without identification: what is missing is cited', () => {
    expect(cited(told(law, { asOf: '2019-06-01' }))).toContain('LAW');
    const waiting = told({
      ...law,
      provisions: [provision('P-1', { identifiedUnder: 'P-2' }), provision('P-2')],
      events: [event('issue', 'issued', ['LAW'], '2020-01-01')],
    });
    expect(cited(waiting)).toEqual(['P-1', 'P-2']);
    expect(english(waiting)).toContain('bites only through an identification under P-2, and none has taken effect.');
  });

  it('through what it hangs on', () => {
    const explanation = told({
      ...law,
      instruments: [instrument('LAW', { hangsOn: 'B-1' }), instrument('BASE')],
      provisions: [provision('P-1'), provision('B-1', { instrument: 'BASE' })],
      events: [event('end', 'revoked', ['BASE'], '2020-02-01')],
    });
    expect(english(explanation)).toContain('P-1 has been revoked since 1 February 2020. That follows from B-1');
    expect(cited(explanation)).toContain('B-1');
  });

  it('unknown: what each alternative of a reading makes of it', () => {
    const parts: Partial<Rulebook> = {
      readings: [reading('hour', 'early', 'late')],
      events: [
        event('early', 'effective', ['LAW'], '2020-01-01', { under: { reading: 'hour', alternative: 'early' } }),
        event('late', 'effective', ['LAW'], '2021-01-01', { under: { reading: 'hour', alternative: 'late' } }),
      ],
      rules: [prohibition('ban')],
    };
    const open = told(parts);
    expect(open.answer.verdict).toBe('undetermined');
    expect(english(open)).toContain('If "hour?" is answered "early": in force since 1 January 2020.');
    expect(english(open)).toContain('If "hour?" is answered "late": not effective yet.');
    expect(chinese(open)).toContain('如对“hour?”的回答为“late”：尚未生效。');
    const settled = told(parts, { readings: { hour: 'early' } });
    expect(english(settled)).toContain('✓ "hour?" is supposed to be answered "early".');
  });
});
