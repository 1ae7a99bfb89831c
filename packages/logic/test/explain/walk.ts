import type { Explanation, RuleStep, Step } from '../../src/index.ts';

/** Every step of an explanation, parents first. */
export function allSteps({ steps }: Explanation): readonly Step[] {
  const found: Step[] = [];
  const visit = (step: Step): void => {
    found.push(step);
    step.children.forEach(visit);
  };
  steps.forEach(visit);
  return found;
}

/** The steps of one kind. */
export function stepsOf<K extends Step['kind']>(
  explanation: Explanation,
  kind: K,
): readonly Extract<Step, { readonly kind: K }>[] {
  return allSteps(explanation).filter((step): step is Extract<Step, { readonly kind: K }> => step.kind === kind);
}

/** The step that tells of a rule, the first one where there are several. */
export function ruleStep(explanation: Explanation, name: string): RuleStep | undefined {
  return stepsOf(explanation, 'rule').find(({ rules }) => rules.some((rule) => rule.name === name));
}
