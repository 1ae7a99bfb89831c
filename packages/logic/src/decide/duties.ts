import { type Due, dayOf, type FactValues, formatDate, parseDate, parseInstant } from '@proviso/model';
import type { DutyOwed } from '../answer.ts';
import { addCalendar } from '../status/index.ts';
import type { Analysis } from './analysis.ts';
import { compareNames, stateOf } from './because.ts';
import { citationOf } from './status-summary.ts';

/** The duties that come, or may come, with a transaction. */
export function dutiesOf(analysis: Analysis, facts: FactValues): readonly DutyOwed[] | undefined {
  const { compiled } = analysis;
  const owed = compiled.rules.flatMap((compiledRule): DutyOwed[] => {
    const { rule } = compiledRule;
    if (rule.kind !== 'duty') return [];
    const state = stateOf(analysis, compiledRule);
    if (state !== 'stands' && state !== 'open') return [];
    const provision = rule.per[0] ?? '';
    const due = rule.due === undefined ? null : dueDate(analysis, rule.due, facts);
    return [
      {
        duty: rule.name,
        provision,
        citation: citationOf(compiled, provision),
        state,
        must: rule.must,
        due: due === null ? null : formatDate(due),
        rhythm: rule.due === undefined ? null : rhythmOf(rule.due),
      },
    ];
  });
  if (owed.length === 0) return undefined;
  return owed.sort((a, b) => compareNames(a.duty, b.duty));
}

function rhythmOf(due: Due): NonNullable<DutyOwed['rhythm']> {
  return due.kind === 'yearly' ? 'yearly' : due.kind === 'for' ? 'until' : 'by';
}

/** The day number by which (or until which) a duty runs; null when the day it is counted from is not known. */
function dueDate(analysis: Analysis, due: Due, facts: FactValues): number | null {
  const { compiled, frame } = analysis;
  const { zone } = compiled.rulebook;
  const today = dayOf(zone, frame.vantage.asOf);
  switch (due.kind) {
    case 'by':
      return dayOf(zone, compiled.status.resolve(due.moment)[0]);
    case 'for':
      return addCalendar(today, due.amount, due.unit);
    case 'yearly': {
      const year = Number(formatDate(today).slice(0, 4));
      for (let next = year; next < year + 9; next++) {
        const day = parseDate(`${next}-${due.day}`);
        if (day !== undefined && day >= today) return day;
      }
      return null;
    }
    case 'within': {
      const from = countedFrom(analysis, due.after, facts, today);
      return from === null ? null : addCalendar(from, due.amount, due.unit);
    }
  }
}

function countedFrom(
  analysis: Analysis,
  after: Extract<Due, { kind: 'within' }>['after'],
  facts: FactValues,
  today: number,
): number | null {
  const { rulebook, status } = analysis.compiled;
  if (after.kind === 'as_of') return today;
  if (after.kind === 'event') {
    const event = rulebook.events.find((candidate) => candidate.name === after.name);
    if (event === undefined) return null;
    const [earliest, latest] = status.resolve(event.on);
    const day = dayOf(rulebook.zone, earliest);
    return day === dayOf(rulebook.zone, latest) ? day : null;
  }
  const value = facts[after.name] === undefined ? analysis.standIns.get(after.name) : facts[after.name];
  if (typeof value !== 'string') return null;
  const day = parseDate(value);
  if (day !== undefined) return day;
  const instant = parseInstant(value);
  return instant === undefined ? null : dayOf(rulebook.zone, instant);
}
