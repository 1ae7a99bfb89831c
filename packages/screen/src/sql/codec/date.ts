import type { StoredType } from '../../columns.ts';
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
import { type Below, climb, type Ladder, recoded } from './ladder.ts';
import { DATE_PATTERN } from './patterns.ts';
import { dateLadder } from './slots.ts';

/** What dates are read with. */
export interface DateReading {
  readonly ladder: Ladder<string>;
  readonly words: ReadonlyMap<string, number>;
  /** Words that mean an empty cell. */
  readonly empty: readonly string[];
}

/** For dates; undefined for columns that hold none. */
export function dateCodec(
  name: string,
  stored: StoredType,
  names: Names,
  { ladder, words, empty }: DateReading,
): Codec | undefined {
  const cell = column(name);
  if (stored === 'date') {
    const coded = (factor: number, codes: Ladder<string>) =>
      choose([when(isNull(cell), integer(0))], codeOfDay(cell, codes, factor));
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
  if (stored !== 'text') return undefined;
  const trimmed = column(names.text);
  const code = choose([when(isBlank(trimmed, empty), integer(0))], codeOfDateText(trimmed, ladder, words));
  return {
    stages: [[{ name: names.text, value: trim(cell) }], [{ name: names.code, value: code }]],
    code: (factor) => times(column(names.code), factor),
    validity: times(column(names.code), 0),
    empty: isBlankCell(cell, empty),
  };
}

/** The code of a day that is not NULL. */
export function codeOfDay(cell: Expression, ladder: Ladder<string>, factor = 1): Expression {
  return climb(dateLadder(ladder), dayBelow(cell), factor);
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

function dayBelow(cell: Expression): Below<string> {
  return (point, inclusive) => compare(cell, inclusive ? '<=' : '<', { op: 'day', value: point });
}
