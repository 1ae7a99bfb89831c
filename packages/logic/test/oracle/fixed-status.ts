import type { Rulebook, Status } from '@proviso/model';
import type { ProvisionStatus, StatusUnknown } from '../../src/status/contract.ts';
import type { StatusSource } from './question.ts';

/** One status per provision, or one for each alternative of the single unknown. */
export type FixedStatuses = Readonly<
  Record<string, Exclude<Status, 'unknown'> | readonly Exclude<Status, 'unknown'>[]>
>;

/** A source that says what it is told, at every vantage; whatever it is not told about is in force. */
export function fixedStatus(rulebook: Rulebook, told: FixedStatuses = {}, unknown?: StatusUnknown): StatusSource {
  return {
    unknowns: () => (unknown === undefined ? [] : [unknown]),
    under(_vantage, choice) {
      const rows = rulebook.provisions.map(({ name }): [string, ProvisionStatus] => {
        const said = told[name] ?? 'in_force';
        const status = typeof said === 'string' ? said : (said[choice[0] ?? 0] ?? 'in_force');
        const row = { provision: name, own: status, status, through: name, event: null, since: null };
        return [name, { ...row, enforced: true, enforcement: null }];
      });
      return new Map(rows);
    },
  };
}
