import { type CalendarUnit, type Moment, parseDate, parseInstant, type SharpMoment } from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { noSuch } from '../link/kinds.ts';
import type { AstNode } from '../parser/span.ts';
import type { BuildContext } from './context.ts';

/** A moment of the law. A bare date without `start` or `end` takes the edge given here. */
export function moment(node: ast.AnyMoment, edge: 'start' | 'end', context: BuildContext): Moment {
  if (node.$type !== 'Between') return sharpMoment(node, edge, context);
  return {
    kind: 'between',
    earliest: sharpMoment(node.earliest, edge, context),
    latest: sharpMoment(node.latest, edge, context),
  };
}

/** A moment that is one point. */
export function sharpMoment(node: ast.SharpMoment, edge: 'start' | 'end', context: BuildContext): SharpMoment {
  if (node.$type === 'After') {
    const { event } = node;
    if (!context.scope.events.has(event.name)) {
      const hint = proposal(event.name, context.scope.events);
      context.diagnostics.report('PV2002', event, noSuch('event', event.name), hint);
    }
    const amount = wholeNumber(node.amount, node, context);
    return { kind: 'after', amount, unit: calendarUnit(node.unit), event: event.name, at: node.edge ?? edge };
  }
  if (node.instant !== undefined) return { kind: 'instant', instant: instant(node.instant, node, context) };
  return { kind: 'date', date: date(node.date ?? '', node, context), at: node.edge ?? edge };
}

/** A date that must exist. */
export function date(text: string, node: AstNode, context: BuildContext): string {
  if (parseDate(text) === undefined) {
    const written = /^\d{4}-\d{2}-\d{2}$/.test(text);
    const hint = written
      ? { en: 'write a day of the calendar', zh: '请写日历上存在的日期' }
      : { en: 'write four digits, two and two: 2020-09-05', zh: '请依次写四位、两位、两位数字：2020-09-05' };
    context.diagnostics.report('PV2011', node, { en: `there is no day ${text}`, zh: `日期 ${text} 不存在` }, hint);
  }
  return text;
}

/** An instant that must exist and have an offset. */
export function instant(text: string, node: AstNode, context: BuildContext): string {
  if (parseInstant(text) !== undefined) return text;
  if (parseInstant(`${text}Z`) !== undefined)
    context.diagnostics.report(
      'PV2012',
      node,
      { en: `${text} has no time zone`, zh: `${text} 没有时区` },
      { en: `add the offset: ${text}-04:00`, zh: `请加上时区偏移：${text}-04:00` },
    );
  else
    context.diagnostics.report(
      'PV2011',
      node,
      { en: `there is no instant ${text}`, zh: `时刻 ${text} 不存在` },
      {
        en: 'write a day, a clock time and an offset: 2020-09-20T23:59-04:00',
        zh: '请写日期、钟点和时区偏移：2020-09-20T23:59-04:00',
      },
    );
  return text;
}

/** A whole number from 0. */
export function wholeNumber(text: string, node: AstNode, context: BuildContext): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  context.diagnostics.report(
    'PV3007',
    node,
    { en: `${text} is not a whole number`, zh: `${text} 不是整数` },
    { en: 'write a whole number such as 45', zh: '请写整数，例如 45' },
  );
  return 0;
}

/** `day` and `days` are the same unit. */
export function calendarUnit(unit: ast.Unit): CalendarUnit {
  if (unit === 'day' || unit === 'days') return 'days';
  return unit === 'month' || unit === 'months' ? 'months' : 'years';
}
