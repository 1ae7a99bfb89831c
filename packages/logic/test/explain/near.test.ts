import type { Rulebook } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { and, enumeration, fact, is, prohibition, provision, the } from '../arbitrary/build.ts';
import { chinese, english, told } from './told.ts';
import { ruleStep } from './walk.ts';

describe('what comes near', () => {
  const kind = enumeration('kind', 'hosting', 'payment', 'other');
  const parts: Partial<Rulebook> = {
    enumerations: [kind],
    facts: [fact('kind', { kind: 'enumeration', enumeration: 'kind' }), fact('business'), fact('inside')],
    provisions: [provision('P-1'), provision('P-2'), provision('P-3'), provision('P-4')],
    rules: [
      prohibition('hosting', {
        per: ['P-1'],
        when: and(is('kind', 'kind', 'hosting'), the('business'), the('inside')),
      }),
      prohibition('payment', {
        per: ['P-2'],
        when: and(is('kind', 'kind', 'payment'), the('business'), the('inside')),
      }),
    ],
    residual: { per: ['P-4'], text: { en: 'All else stays permitted.', zh: '其余仍被允许。' } },
  };

  it('names first the rule of which most is met, with the element that fails', () => {
    const explanation = told(parts, { facts: { kind: 'hosting', business: true, inside: false } });
    expect(explanation.steps.map(({ kind: step }) => step)).toEqual(['verdict', 'rule', 'residual']);
    expect(english(explanation)).toContain('✗ P-1 and P-2 do not reach this.');
    expect(english(explanation)).toContain('✗ inside (needed: yes; given: no)');
    expect(english(explanation)).toContain('All else stays permitted. [P-4]');
  });

  it('names the fact alone where rules fail on it in different ways', () => {
    const text = english(told(parts, { facts: { kind: 'other', business: true, inside: true } }));
    expect(text).toContain('✗ kind (given: "other")');
    expect(chinese(told(parts, { facts: { kind: 'other' } }))).toContain('✗ kind（所提供：“other”）');
  });

  it('tells of none where a rule stands', () => {
    const explanation = told(parts, { facts: { kind: 'hosting', business: true, inside: true } });
    expect(ruleStep(explanation, 'payment')).toBeUndefined();
    expect(explanation.steps.some((step) => step.kind === 'residual')).toBe(false);
  });
});
