import type { Verdict } from '@proviso/model';
import type { Tone } from './contract.ts';

/** The tone of a verdict. */
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  prohibited: 'bad',
  restricted: 'careful',
  licensed: 'good',
  exempt: 'good',
  not_restricted: 'good',
  undetermined: 'careful',
};
