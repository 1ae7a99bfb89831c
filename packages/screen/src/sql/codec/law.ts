import type { LawInput } from '@proviso/logic/tabulate';
import type { MappedDate } from '../../columns.ts';
import { choose, column, isNull, matches, NOTHING, not, times, trim, when } from '../tree/build.ts';
import type { Expression } from '../tree/expression.ts';
import { isBlank, isBlankCell, type Names } from './cell.ts';
import type { Codec } from './contract.ts';
import { codeOfDateText } from './date.ts';
import { codeOfDay } from './days.ts';
import { codeOfMilliseconds, instantOfText, momentCode } from './instant.ts';
import type { Ladder } from './ladder.ts';
import { DATE_PATTERN } from './patterns.ts';
import { wrongType } from './problems.ts';

/**
 * For the row's own date: the stretch of law that it falls in. An empty cell is bad as well.
 * @throws ScreenError when the column holds neither dates nor instants
 */
export function lawCodec(mapped: MappedDate, { boundaries }: LawInput, names: Names): Codec {
  const cell = column(mapped.column);
  const days = stretches(
    boundaries.map(({ firstDay }) => firstDay),
    (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  );
  const instants = stretches(
    boundaries.map(({ instant }) => instant),
    (a, b) => a - b,
  );
  const finished = (stages: Codec['stages'], code: Expression, empty: Expression): Codec => ({
    stages: [...stages, [{ name: names.code, value: code }]],
    code: (factor) => times(column(names.code), factor),
    validity: { op: 'times', of: column(names.code), factor: 0 },
    empty,
  });
  const filled = (code: Expression) => choose([when(isNull(cell), NOTHING)], code);
  if (mapped.stored === 'date') return finished([], filled(codeOfDay(cell, days)), isNull(cell));
  if (mapped.stored === 'text') {
    const trimmed = column(names.text);
    const value = column(names.value);
    return finished(
      [[{ name: names.text, value: trim(cell) }], [{ name: names.value, value: instantOfText(trimmed) }]],
      choose(
        [
          when(isBlank(trimmed), NOTHING),
          when(matches(trimmed, DATE_PATTERN), codeOfDateText(trimmed, days, new Map())),
          when(not(isNull(value)), codeOfMilliseconds(value, instants)),
        ],
        NOTHING,
      ),
      isBlankCell(cell),
    );
  }
  const moment = momentCode({ ...mapped, fact: 'the date of a row' });
  if (moment !== undefined) return finished([], filled(moment(instants)), isNull(cell));
  throw wrongType(mapped.column, mapped.stored, 'as_of', 'a date or an instant', 'choose a column of dates');
}

/** How many boundaries lie at or before a value. */
function stretches<Point>(boundaries: readonly Point[], order: (a: Point, b: Point) => number): Ladder<Point> {
  const points = [...new Set(boundaries)].sort(order);
  const passed = points.map((point) => boundaries.filter((boundary) => order(boundary, point) <= 0).length);
  return { points, slots: [0, ...passed.flatMap((count) => [count, count])] };
}
