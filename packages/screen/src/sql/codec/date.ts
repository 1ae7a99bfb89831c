import {
  choose,
  column,
  compare,
  integer,
  isNull,
  matches,
  NOTHING,
  not,
  text,
  times,
  translate,
  trim,
  when,
} from '../tree/build.ts';
import type { Arm, Expression } from '../tree/expression.ts';
import { isBlank, isBlankCell, type Names } from './cell.ts';
import type { Codec } from './contract.ts';
import { dayCode } from './days.ts';
import type { InstantColumn } from './instant.ts';
import { climb, type Ladder, recoded } from './ladder.ts';
import { DATE_PATTERN } from './patterns.ts';

/** What dates are read with. */
export interface DateReading {
  readonly ladder: Ladder<string>;
  readonly words: ReadonlyMap<string, number>;
  /** Words that mean an empty cell. */
  readonly empty: readonly string[];
}

/** For dates; undefined for columns that hold none. @throws ScreenError for instants without a zone */
export function dateCodec(from: InstantColumn, names: Names, { ladder, words, empty }: DateReading): Codec | undefined {
  const cell = column(from.column);
  const codeOf = dayCode(from);
  if (codeOf !== undefined) {
    const coded = (factor: number, codes: Ladder<string>) =>
      choose([when(isNull(cell), integer(0))], codeOf(codes, factor));
    return {
      stages: [],
      code: (factor) => coded(factor, ladder),
      validity: coded(
        1,
        recoded(ladder, () => 0),
      ),
      empty: isNull(cell),
    };
  }
  if (from.stored !== 'text') return undefined;
  const trimmed = column(names.text);
  const code = choose([when(isBlank(trimmed, empty), integer(0))], codeOfDateText(trimmed, ladder, words));
  return {
    stages: [[{ name: names.text, value: trim(cell) }], [{ name: names.code, value: code }]],
    code: (factor) => times(column(names.code), factor),
    validity: times(column(names.code), 0),
    empty: isBlankCell(cell, empty),
  };
}

/** The code of a text that is not empty. */
export function codeOfDateText(
  trimmed: Expression,
  ladder: Ladder<string>,
  words: ReadonlyMap<string, number>,
): Expression {
  const arms: Arm[] = [];
  const byWord = translate(trimmed, words, { rest: null, empty: null });
  if (words.size > 0) arms.push(when(not(isNull(byWord)), byWord));
  arms.push(when(not(matches(trimmed, DATE_PATTERN)), NOTHING));
  return choose(
    arms,
    climb(ladder, (point, inclusive) => compare(trimmed, inclusive ? '<=' : '<', text(point))),
  );
}
