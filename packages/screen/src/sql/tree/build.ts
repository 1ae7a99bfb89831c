import { type Arm, ELEMENT, type Expression, type Sign, type Table } from './expression.ts';

/** A column of the input or of an earlier step. */
export function column(name: string): Expression {
  return { op: 'column', name };
}

/** The element within a list. */
export const element: Expression = column(ELEMENT);

/** A whole number. */
export function integer(value: number): Expression {
  return { op: 'integer', value };
}

/** A whole number, or NULL. */
export function code(value: number | null): Expression {
  return value === null ? NOTHING : integer(value);
}

/** A NULL among whole numbers: the mark of a bad cell. */
export const NOTHING: Expression = { op: 'null', type: 'integer' };

/** A text. */
export function text(value: string): Expression {
  return { op: 'text', value };
}

/** A comparison. */
export function compare(left: Expression, sign: Sign, right: Expression): Expression {
  return { op: 'compare', sign, left, right };
}

/** True for NULL. */
export function isNull(of: Expression): Expression {
  return { op: 'is_null', of };
}

/** The opposite. */
export function not(of: Expression): Expression {
  return { op: 'not', of };
}

/** True when all are. */
export function and(...parts: readonly Expression[]): Expression {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { op: 'and', parts };
}

/** True when one is. */
export function or(...parts: readonly Expression[]): Expression {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { op: 'or', parts };
}

/** One arm of {@link choose}. */
export function when(test: Expression, then: Expression): Arm {
  return { when: test, then };
}

/** The first arm whose test is true, else the last argument. */
export function choose(arms: readonly Arm[], otherwise: Expression): Expression {
  return arms.length === 0 ? otherwise : { op: 'case', arms, otherwise };
}

/** A sum of whole numbers. */
export function add(parts: readonly Expression[]): Expression {
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? first : { op: 'add', parts };
}

/** A multiple of a whole number. */
export function times(of: Expression, factor: number): Expression {
  return factor === 1 ? of : { op: 'times', of, factor };
}

/** Without spaces at both ends. */
export function trim(of: Expression): Expression {
  return { op: 'trim', of };
}

/** Whether the whole text matches. */
export function matches(of: Expression, pattern: string): Expression {
  return { op: 'matches', of, pattern };
}

/** A text's number, see the operation. */
export function translate(
  of: Expression,
  words: ReadonlyMap<string, number>,
  others: { readonly rest: number | null; readonly empty: number | null },
): Expression {
  return { op: 'translate', of, words, ...others };
}

/** What stands at a place of a table. */
export function at(of: Expression, table: Table): Expression {
  return { op: 'at', of, table };
}
