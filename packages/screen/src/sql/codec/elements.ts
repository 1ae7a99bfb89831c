import type { TabulatedFact } from '@proviso/logic/tabulate';
import type { MappedFact } from '../../columns.ts';
import {
  add,
  choose,
  column,
  compare,
  element,
  integer,
  isNull,
  NOTHING,
  or,
  text,
  trim,
  when,
} from '../tree/build.ts';
import type { Expression } from '../tree/expression.ts';
import type { Named } from '../tree/pipeline.ts';
import { emptyWordsOf, isBlankCell, type Names } from './cell.ts';
import type { Codec } from './contract.ts';
import { classOfText, type ElementOf, meaningOf } from './element.ts';

/** For lists and sets, from columns of lists or from texts with semicolons; undefined for other columns. */
export function elementsCodec(
  mapped: MappedFact,
  { type, lookup, caps = [] }: TabulatedFact,
  names: Names,
  byLibrary: ReadonlyMap<string, number>,
): Codec | undefined {
  if (type.kind !== 'list' && type.kind !== 'set') return undefined;
  if (mapped.stored !== 'list' && mapped.stored !== 'text') return undefined;
  const cell = column(mapped.column);
  const isText = mapped.stored === 'text';
  const empty = isText ? isBlankCell(cell, emptyWordsOf(mapped)) : isNull(cell);
  const { stages, lists } = classed(
    { mapped, type: type.of, lookup, byLibrary, element: trim(element) },
    { isSet: type.kind === 'set', isText, cell, names },
  );
  const isBad = or(...lists.map((name): Expression => ({ op: 'has_null', of: column(name) })));
  const state = choose([when(empty, integer(0)), when(isBad, NOTHING)], integer(1));
  const count = (elementClass: number): Expression => ({
    op: 'least',
    of: { op: 'count_of', of: column(names.list), value: elementClass },
    most: caps[elementClass] ?? 0,
  });
  return {
    stages: [...stages, [{ name: names.code, value: state }]],
    code: (factor, elementClass = 0) =>
      choose(
        [when(compare(column(names.code), '=', integer(0)), integer(0)), when(isNull(column(names.code)), NOTHING)],
        add([integer(factor), { op: 'times', of: count(elementClass), factor }]),
      ),
    validity: { op: 'times', of: column(names.code), factor: 0 },
    empty,
  };
}

/** The stages that give `names.list`, the class of each element, and the lists in which a NULL marks a bad element. */
function classed(
  of: ElementOf,
  { isSet, isText, cell, names }: { isSet: boolean; isText: boolean; cell: Expression; names: Names },
): { readonly stages: readonly (readonly Named[])[]; readonly lists: readonly string[] } {
  const list: Expression = isText ? { op: 'pieces', of: cell } : cell;
  // Between semicolons nothing is no value, not even among texts.
  const guarded = (body: Expression, gives: 'text' | 'number' | 'integer') =>
    isText ? choose([when(compare(of.element, '=', text('')), { op: 'null', type: gives })], body) : body;
  if (!isSet) {
    const body = guarded(classOfText(of), 'integer');
    return {
      stages: [[{ name: names.list, value: { op: 'each', of: list, body, gives: 'integer' } }]],
      lists: [names.list],
    };
  }
  const { body, gives, classOf } = meaningOf(of);
  const meanings: Expression = { op: 'each', of: list, body: guarded(body, gives), gives };
  const distinct: Expression = { op: 'distinct', of: column(names.value), holds: gives };
  return {
    stages: [
      [{ name: names.value, value: meanings }],
      [{ name: names.list, value: { op: 'each', of: distinct, body: classOf, gives: 'integer' } }],
    ],
    lists: [names.value, names.list],
  };
}
