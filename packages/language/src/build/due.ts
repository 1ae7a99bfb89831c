import { type Due, parseDate } from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { noSuch } from '../link/kinds.ts';
import { factType } from '../type/operand.ts';
import type { BuildContext } from './context.ts';
import { calendarUnit, sharpMoment, wholeNumber } from './moments.ts';

/** By when a duty is to be done; at most one clause says so. */
export function due(clauses: readonly ast.DutyClause[], context: BuildContext): Due | undefined {
  const [clause, second] = clauses.filter(isDue);
  if (clause === undefined) return undefined;
  if (second !== undefined)
    context.diagnostics.report(
      'PV1007',
      second,
      { en: 'a second deadline in the same duty', zh: '同一义务规则中有第二个期限' },
      { en: 'make a duty of its own of it', zh: '请另立一条义务规则' },
    );
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
    context.diagnostics.report(
      'PV2011',
      clause,
      { en: `no year has a day ${clause.day}`, zh: `没有哪一年有 ${clause.day} 这一天` },
      { en: 'write month and day: 03-01', zh: '请写月和日：03-01' },
    );
  return clause.day;
}

function countedFrom(path: ast.Path, context: BuildContext): { kind: 'event' | 'fact'; name: string } {
  const { scope, diagnostics } = context;
  const { first, second } = path;
  if (second === undefined && !scope.facts.has(first)) {
    if (scope.events.has(first)) return { kind: 'event', name: first };
    const hint = proposal(first, [...scope.events, ...scope.facts.keys()]);
    diagnostics.report('PV2002', path, noSuch(['event', 'fact'], first), hint);
    return { kind: 'event', name: first };
  }
  const fact = factType(path, {}, context);
  if (fact !== undefined && fact.type.kind !== 'date' && fact.type.kind !== 'instant') {
    const message = { en: `\`${fact.path}\` is no date and no instant`, zh: `\`${fact.path}\` 既不是日期，也不是时刻` };
    const hint = {
      en: 'name an event, or a fact that is a date or an instant',
      zh: '请写一个事件，或一个日期或时刻类型的事实',
    };
    diagnostics.report('PV4009', path, message, hint);
  }
  return { kind: 'fact', name: fact?.path ?? first };
}
