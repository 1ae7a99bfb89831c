export { trialOfExample } from './of-example.ts';
export { mismatchesOf } from './run.ts';
export type { Mismatch, Trial, Wanted, WantedField } from './trial.ts';
