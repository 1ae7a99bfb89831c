import type { Rule, Rulebook, Status } from '@proviso/model';
import type { ProvisionStatus } from '../../src/status/contract.ts';
import { sharpInstant } from './time.ts';

/** From weakest to strongest: what can hold back a rule. */
export const HOLDING_BACK: readonly Status[] = [
  'not_yet_issued',
  'not_yet_effective',
  'not_identified',
  'suspended',
  'enjoined',
  'expired',
  'revoked',
  'rescinded',
  'void',
];

/** Whether every provision that states a rule is in force. */
export function inForce(rule: Rule, statuses: ReadonlyMap<string, ProvisionStatus>): boolean {
  return rule.per.every((provision) => statuses.get(provision)?.status === 'in_force');
}

/** Whether a licence is within its validity; other rules have none. */
export function isValid(rulebook: Rulebook, rule: Rule, asOf: number): boolean {
  if (rule.kind !== 'licence') return true;
  const from = rule.validFrom === undefined ? Number.NEGATIVE_INFINITY : sharpInstant(rulebook, rule.validFrom);
  const until = rule.validUntil === undefined ? Number.POSITIVE_INFINITY : sharpInstant(rulebook, rule.validUntil);
  return from !== undefined && until !== undefined && from <= asOf && asOf <= until;
}

/** The stronger of two statuses, undefined being weaker than any. */
export function stronger(a: Status | undefined, b: Status | undefined): Status | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return HOLDING_BACK.indexOf(a) >= HOLDING_BACK.indexOf(b) ? a : b;
}

/** The strongest status that holds a rule back, undefined when none does. */
export function heldBackBy(rule: Rule, statuses: ReadonlyMap<string, ProvisionStatus>): Status | undefined {
  return rule.per
    .map((provision) => statuses.get(provision)?.status)
    .filter((status) => status !== undefined && status !== 'in_force')
    .reduce(stronger, undefined);
}
