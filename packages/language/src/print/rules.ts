import type { Due, Residual, Rule, Target } from '@proviso/model';
import { conditionClause, expression } from './expression.ts';
import { clauseTexts } from './law.ts';
import { commaList, texts } from './lines.ts';
import { duration, sharp } from './moments.ts';
import type { PrintScope } from './scope.ts';
import { perLine } from './terms.ts';

/** A rule and its clauses, one per line. */
export function printRule(rule: Rule, scope: PrintScope): string {
  const always = rule.when.op === 'value' && rule.when.value === true;
  return [
    perLine(`${rule.kind} ${rule.name}`, rule.per),
    ...clauseTexts('label', rule.label),
    ...(rule.kind === 'licence' ? licenceClauses(rule) : []),
    ...(rule.lifts.length === 0 ? [] : [commaList('  lifts', rule.lifts.map(target))]),
    ...(rule.leaves.length === 0 ? [] : [commaList('  leaves', rule.leaves.map(target))]),
    ...(always ? [] : [conditionClause('when', rule.when, scope)]),
    ...(rule.kind === 'restriction' ? restrictionClauses(rule, scope) : []),
    ...(rule.kind === 'duty' ? [texts('  must', rule.must), ...dueClause(rule.due)] : []),
  ].join('\n');
}

function target(node: Target): string {
  if (node.kind === 'rule') return node.rule;
  return node.of === undefined ? `every ${node.rules}` : `every ${node.rules} of ${node.of}`;
}

function licenceClauses(rule: Extract<Rule, { kind: 'licence' }>): string[] {
  const from = rule.validFrom === undefined ? '' : ` from ${sharp(rule.validFrom, 'start')}`;
  const until = rule.validUntil === undefined ? '' : ` until ${sharp(rule.validUntil, 'none')}`;
  return [...clauseTexts('holder', rule.holder), ...(from + until === '' ? [] : [`  valid${from}${until}`])];
}

function restrictionClauses(rule: Extract<Rule, { kind: 'restriction' }>, scope: PrintScope): string[] {
  const conditions = rule.onlyIf.map(({ label, name, that }) => {
    const head = label === undefined ? `    ${name}` : texts(`    ${name}`, label);
    return `${head} : ${expression(that, scope)}`;
  });
  return [
    ...(conditions.length === 0 ? [] : ['  only if', ...conditions]),
    ...(rule.otherwise === 'prohibited' ? ['  otherwise prohibited'] : []),
  ];
}

function dueClause(due: Due | undefined): string[] {
  switch (due?.kind) {
    case undefined:
      return [];
    case 'within': {
      const after = due.after.kind === 'as_of' ? '' : ` after ${due.after.name}`;
      return [`  within ${duration(due.amount, due.unit)}${after}`];
    }
    case 'yearly':
      return [`  each year by ${due.day}`];
    case 'by':
      return [`  by ${sharp(due.moment, 'end')}`];
    case 'for':
      return [`  for ${duration(due.amount, due.unit)}`];
  }
}

/** `residual per ... TEXTS` */
export function printResidual({ per, text }: Residual): string {
  return [perLine('residual', per), ...(text === undefined ? [] : [texts(' ', text)])].join('\n');
}
