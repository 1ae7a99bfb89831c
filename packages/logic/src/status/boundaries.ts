import type { EpochMilliseconds, SharpMoment } from '@proviso/model';
import { allDeclarations, parseInstant, startOfDay } from '@proviso/model';
import { firstInstantAfter } from './calendar.ts';
import { existingDay } from './moments.ts';
import type { Prepared } from './prepared.ts';
import { mayBeKnown } from './unknowns.ts';

/** See `StatusEngine.boundaries`. */
export function boundariesOf(prepared: Prepared, knownOn: EpochMilliseconds | null): readonly EpochMilliseconds[] {
  const instants = datedInstants(prepared);
  for (const timed of prepared.events) {
    if (!mayBeKnown(timed, knownOn)) continue;
    instants.push(...timed.on, ...(timed.from ?? []), ...(timed.end ?? []));
  }
  return sortedUnique(instants);
}

/** See `StatusEngine.knowledgeBoundaries`. */
export function knowledgeBoundariesOf(prepared: Prepared): readonly EpochMilliseconds[] {
  return sortedUnique(prepared.events.flatMap(({ known }) => known));
}

/** Where parameters and lists change and licences begin and end. */
function datedInstants(prepared: Prepared): EpochMilliseconds[] {
  const { rulebook, resolve } = prepared;
  const instants: EpochMilliseconds[] = [];
  const { parameters, lists } = allDeclarations(rulebook);
  for (const { values } of [...parameters, ...lists]) {
    for (const { from } of values) {
      if (from !== undefined) instants.push(parseInstant(from) ?? startOfDay(rulebook.zone, existingDay(from)));
    }
  }
  const after = (moment: SharpMoment) => resolve(moment).map(firstInstantAfter);
  for (const rule of rulebook.rules) {
    if (rule.kind !== 'licence') continue;
    if (rule.validFrom !== undefined) instants.push(...resolve(rule.validFrom));
    if (rule.validUntil !== undefined) instants.push(...after(rule.validUntil));
  }
  return instants;
}

function sortedUnique(instants: readonly EpochMilliseconds[]): readonly EpochMilliseconds[] {
  return [...new Set(instants)].sort((a, b) => a - b);
}
