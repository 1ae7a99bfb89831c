import type { EpochMilliseconds, SharpMoment } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';

/** The instant of a moment that is one point. */
export function parseInstantOf(compiled: CompiledRulebook, moment: SharpMoment): EpochMilliseconds {
  return compiled.status.resolve(moment)[0];
}
