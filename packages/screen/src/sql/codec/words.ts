import type { TabulatedFact } from '@proviso/logic/tabulate';
import { compareRational, parseInstant, parseRational, readScalar, type ScalarType } from '@proviso/model';
import type { MappedFact } from '../../columns.ts';
import type { Ladder } from './ladder.ts';
import { unknownValue } from './problems.ts';
import { datesOf, instantsOf, namedSlots, numberLadder } from './slots.ts';

/** Words that a mapping lets stand for values: the slot of each. @throws ScreenError for what is not a value. */
export function mappedWords(
  mapped: MappedFact,
  type: ScalarType,
  lookup: TabulatedFact['lookup'],
): Map<string, number> {
  const slots = new Map<string, number>();
  for (const [word, value] of mappedValues(mapped, type, lookup)) {
    const slot = slotOf(type, lookup, value);
    if (slot === undefined) throw unknownValue(mapped, word, value, { en: 'a value of the fact', zh: '该事实的值' });
    slots.set(word, slot);
  }
  return slots;
}

/** The canonical value of each mapped word; booleans as `true` and `false`. @throws ScreenError for what is not a value. */
export function mappedValues(
  mapped: MappedFact,
  type: ScalarType,
  lookup: TabulatedFact['lookup'],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [word, value] of Object.entries(mapped.values ?? {})) {
    values.set(word.replace(/^ +| +$/g, ''), meantBy(mapped, type, lookup, word, value));
  }
  return values;
}

function meantBy(
  mapped: MappedFact,
  type: ScalarType,
  lookup: TabulatedFact['lookup'],
  word: string,
  value: string,
): string {
  if (type.kind === 'enumeration') {
    const { words } = namedSlots(type, lookup);
    if (words.has(value)) return value;
    const names = [...words.keys()];
    throw unknownValue(mapped, word, value, { en: `one of ${names.join(', ')}`, zh: `下列之一：${names.join('、')}` });
  }
  const read = readScalar(type, value, new Map());
  if (read.ok) return String(read.value);
  throw unknownValue(mapped, word, value, { en: read.expected, zh: read.zh.expected });
}

/** The slot of a canonical value; undefined for what is not a value. */
function slotOf(type: ScalarType, lookup: TabulatedFact['lookup'], value: string): number | undefined {
  switch (type.kind) {
    case 'boolean':
    case 'enumeration':
    case 'country':
    case 'text': {
      const { words, rest } = namedSlots(type, lookup);
      return words.get(value) ?? rest ?? undefined;
    }
    case 'integer':
    case 'decimal':
    case 'fraction': {
      const number = parseRational(value);
      return number && placed(numberLadder(type, lookup), (point) => compareRational(number, point));
    }
    case 'date':
      return placed(datesOf(lookup), (point) => (value < point ? -1 : value > point ? 1 : 0));
    case 'instant': {
      const instant = parseInstant(value) ?? Number.NaN;
      return placed(instantsOf(lookup), (point) => instant - point);
    }
  }
}

function placed<Point>({ points, slots }: Ladder<Point>, order: (point: Point) => number): number | undefined {
  let place = 0;
  for (const point of points) {
    const side = order(point);
    if (side <= 0) return slots[side === 0 ? place + 1 : place] ?? undefined;
    place += 2;
  }
  return slots[place] ?? undefined;
}
