import type { CompiledRule } from '../compile/compiled-rulebook.ts';
import { type Diagram, FALSE } from '../diagram/diagrams.ts';
import type { TableLaw } from './table-law.ts';

/** Where a rule of the answer's `because` stands for certain, and where it may. */
export interface RuleStates {
  readonly rule: CompiledRule;
  /** Where it can reach, whether it stands or is lifted. */
  readonly reaching: Diagram;
  readonly stands: Diagram;
  readonly open: Diagram;
}

/** The states of all rules but duties, as diagrams over codes; the same conditions as `because` of an answer. */
export function ruleStates(law: TableLaw): readonly RuleStates[] {
  const { codes } = law;
  const concerned = new Map<number, Diagram>();
  const rules = law.compiled.rules.filter(({ rule }) => rule.kind !== 'duty');
  const concernOf = (rule: CompiledRule): Diagram => {
    const known = concerned.get(rule.index);
    if (known !== undefined) return known;
    const { applies, stands } = law.rule(rule);
    let concern = law.can(applies);
    if (rule.rule.kind !== 'prohibition' && rule.rule.kind !== 'restriction') {
      let lifting: Diagram = FALSE;
      for (const index of rule.lifts) {
        const lifted = law.compiled.rules[index];
        if (lifted === undefined || lifted.rule.kind === 'duty') continue;
        const meets = law.can(law.diagrams.and(stands, law.rule(lifted).reaches));
        lifting = codes.or(lifting, codes.and(meets, concernOf(lifted)));
      }
      concern = codes.and(concern, lifting);
    }
    concerned.set(rule.index, concern);
    return concern;
  };
  return rules.map((rule) => {
    const { reaches, stands } = law.rule(rule);
    const reaching = codes.and(concernOf(rule), law.can(reaches));
    const must = law.must(stands);
    return {
      rule,
      reaching,
      stands: codes.and(reaching, must),
      open: codes.and(reaching, codes.and(law.can(stands), codes.not(must))),
    };
  });
}
