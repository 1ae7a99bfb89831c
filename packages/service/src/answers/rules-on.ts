import { allDeclarations, type Expression, type LocalizedText, type Rule, type Rulebook } from '@proviso/model';

/** A rule that turns on a fact. */
export interface WhyRule {
  readonly rule: string;
  readonly label?: LocalizedText;
  readonly provision?: string;
}

/** The rules whose conditions mention a fact, directly or through defined terms. */
export function rulesOn(path: string, rulebook: Rulebook): readonly WhyRule[] {
  const terms = new Map(allDeclarations(rulebook).terms.map((term) => [term.name, term]));
  const mentions = (expression: Expression, parameter: string | undefined, party: string | undefined): boolean => {
    const within = (inner: Expression) => mentions(inner, parameter, party);
    const actual = (name: string) =>
      parameter !== undefined && party !== undefined && name.startsWith(`${parameter}.`)
        ? `${party}${name.slice(parameter.length)}`
        : name;
    switch (expression.op) {
      case 'fact':
        return actual(expression.fact) === path;
      case 'term': {
        const term = terms.get(expression.term);
        const given = expression.party === parameter ? party : expression.party;
        return term !== undefined && (term.name === path || mentions(term.means, term.parameter?.name, given));
      }
      case 'not':
      case 'member':
        return within(expression.operand);
      case 'and':
      case 'or':
        return expression.operands.some(within);
      case 'implies':
      case 'compare':
        return within(expression.left) || within(expression.right);
      case 'any':
      case 'all':
      case 'count':
        return actual(expression.list) === path;
      default:
        return false;
    }
  };
  return rulebook.rules
    .filter((rule) => conditionsOf(rule).some((condition) => mentions(condition, undefined, undefined)))
    .map(({ name, label, per: [provision] }) => ({
      rule: name,
      ...(label === undefined ? {} : { label }),
      ...(provision === undefined ? {} : { provision }),
    }));
}

function conditionsOf(rule: Rule): readonly Expression[] {
  return rule.kind === 'restriction' ? [rule.when, ...rule.onlyIf.map(({ that }) => that)] : [rule.when];
}
