import type { MayProceed } from '@proviso/model';

/** The plain answers. */
export const MAY_PROCEED: readonly MayProceed[] = ['yes', 'no', 'only_if', 'unknown'];
