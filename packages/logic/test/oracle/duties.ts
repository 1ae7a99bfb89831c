import type { Rulebook } from '@proviso/model';
import type { Tabulated } from './scene.ts';

/** How a duty stands: in every completion, or in some. */
export interface DutyState {
  readonly duty: string;
  readonly state: 'stands' | 'open';
}

/** The duties that stand in some completion. */
export function dutyStates(rulebook: Rulebook, { standing, admissible }: Tabulated): readonly DutyState[] {
  return rulebook.rules.flatMap((rule, index) => {
    const times = standing[index] ?? 0;
    if (rule.kind !== 'duty' || times === 0) return [];
    return [{ duty: rule.name, state: times === admissible ? 'stands' : 'open' } as const];
  });
}
