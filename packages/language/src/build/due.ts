import { type Due, parseDate } from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { factType } from '../type/operand.ts';
import type { BuildContext } from './context.ts';
import { calendarUnit, sharpMoment, wholeNumber } from './moments.ts';

/** By when a duty is to be done; at most one clause says so. */
export function due(clauses: readonly ast.DutyClause[], context: BuildContext): Due | undefined {
  const [clause, second] = clauses.filter(isDue);
  if (clause === undefined) return undefined;
  if (second !== undefined)
    context.diagnostics.report('PV1007', second, 'a second deadline in the same duty', 'make a duty of its own of it');
  switch (clause.$type) {
    case 'DueBy':
      return { kind: 'by', moment: sharpMoment(clause.moment, 'end', context) };
    case 'Yearly':
      return { kind: 'yearly', day: dayOfYear(clause, context) };
    case 'KeptFor':
      return { kind: 'for', amount: wholeNumber(clause.amount, clause, context), unit: calendarUnit(clause.unit) };
    case 'Within':
      return {
        kind: 'within',
        amount: wholeNumber(clause.amount, clause, context),
        unit: calendarUnit(clause.unit),
        after: clause.after === undefined ? { kind: 'as_of' } : countedFrom(clause.after, context),
      };
  }
}

function isDue(clause: ast.DutyClause): clause is ast.DueClause {
  return ['DueBy', 'Yearly', 'KeptFor', 'Within'].includes(clause.$type);
}

function dayOfYear(clause: ast.Yearly, context: BuildContext): string {
  // 29 February stands for the last day of February in years without one.
  if (parseDate(`2000-${clause.day}`) === undefined)
    context.diagnostics.report('PV2011', clause, `no year has a day ${clause.day}`, 'write month and day: 03-01');
  return clause.day;
}

function countedFrom(path: ast.Path, context: BuildContext): { kind: 'event' | 'fact'; name: string } {
  const { scope, diagnostics } = context;
  const { first, second } = path;
  if (second === undefined && !scope.facts.has(first)) {
    if (scope.events.has(first)) return { kind: 'event', name: first };
    const hint = proposal(first, [...scope.events, ...scope.facts.keys()]);
    diagnostics.report('PV2002', path, `there is no event or fact \`${first}\``, hint);
    return { kind: 'event', name: first };
  }
  const fact = factType(path, {}, context);
  if (fact !== undefined && fact.type.kind !== 'date' && fact.type.kind !== 'instant') {
    const message = `\`${fact.path}\` is no date and no instant`;
    diagnostics.report('PV4009', path, message, 'name an event, or a fact that is a date or an instant');
  }
  return { kind: 'fact', name: fact?.path ?? first };
}
