import type { FactValues } from '@proviso/model';
import type { ProvisionStatus, StatusChoice, StatusUnknown, Vantage } from '../../src/status/contract.ts';

/** A question to the oracle, dates written as on the command line. */
export interface Question {
  readonly asOf: string;
  readonly knownOn?: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly facts: FactValues;
}

/** Where the oracle learns the status of provisions. */
export interface StatusSource {
  unknowns(vantage: Vantage): readonly StatusUnknown[];
  under(vantage: Vantage, choice: StatusChoice): ReadonlyMap<string, ProvisionStatus>;
}
