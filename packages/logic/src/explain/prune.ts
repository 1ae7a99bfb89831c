import type { Step, TruthStep } from './explanation.ts';

/**
 * Only what a value rests on: of a failed "all" the first part that fails, of a met "any" the first part that holds, of what
 * is unknown the unknown parts. Where the parts settle the value only together, all of them stay.
 */
export function pruned(step: TruthStep): TruthStep {
  switch (step.kind) {
    case 'term':
      return { ...step, children: prunedConjuncts(truths(step.children), step.value) };
    case 'condition': {
      const children = truths(step.children);
      if (step.joint || step.connective === 'not' || step.connective === 'implies')
        return { ...step, children: children.map(pruned) };
      const kept =
        step.connective === 'all' ? prunedConjuncts(children, step.value) : alternatives(children, step.value);
      const only = kept[0];
      return kept.length === 1 && only !== undefined ? only : { ...step, children: kept };
    }
    default:
      return step;
  }
}

/** The same for parts that all have to hold. */
export function prunedConjuncts(children: readonly TruthStep[], value: TruthStep['value']): readonly TruthStep[] {
  if (value === 'false')
    return children
      .filter((child) => child.value === 'false')
      .slice(0, 1)
      .map(pruned);
  return children.filter((child) => child.value === value).map(pruned);
}

function alternatives(children: readonly TruthStep[], value: TruthStep['value']): readonly TruthStep[] {
  const same = children.filter((child) => child.value === value);
  return (value === 'true' ? same.slice(0, 1) : same).map(pruned);
}

/** The steps of conditions among some steps. */
export function truths(steps: readonly Step[]): readonly TruthStep[] {
  return steps.filter((step) => isTruthStep(step));
}

/** Whether a step is one of a condition. */
export function isTruthStep(step: Step): step is TruthStep {
  switch (step.kind) {
    case 'condition':
    case 'term':
    case 'fact':
    case 'reading':
    case 'open':
    case 'phrase':
      return true;
    default:
      return false;
  }
}
