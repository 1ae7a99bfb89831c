import type { TabulatedFact } from '@proviso/logic/tabulate';
import type { ScalarType } from '@proviso/model';
import type { MappedFact } from '../../columns.ts';
import { choose, column, compare, integer, isNull, text, translate, trim, when } from '../tree/build.ts';
import type { Expression } from '../tree/expression.ts';
import { BOOLEAN_WORDS } from './boolean-words.ts';
import { emptyWordsOf, isBlank, isBlankCell } from './cell.ts';
import type { Codec } from './contract.ts';
import { wrongType } from './problems.ts';
import { type NamedSlots, namedSlots } from './slots.ts';
import { typeWords } from './type-words.ts';
import { mappedWords } from './words.ts';

/** So many cells are compared one by one before all are searched. */
const MOST_FREQUENT = 8;

/** For booleans, enumerations, countries and texts. */
export function namedCodec(
  mapped: MappedFact,
  type: ScalarType,
  lookup: TabulatedFact['lookup'],
  seen: readonly string[] | undefined,
): Codec {
  const cell = column(mapped.column);
  if (mapped.stored === 'boolean' && type.kind === 'boolean' && mapped.values === undefined)
    return booleanCodec(cell, namedSlots(type, lookup));
  const read = readable(mapped, type);
  const { words, rest } = acceptedWords(mapped, type, lookup);
  const coded = new Map([['', 0]]);
  for (const [word, slot] of words) if (word !== '') coded.set(word, slot + 1);
  const emptyWords = emptyWordsOf(mapped);
  for (const word of emptyWords) coded.set(word, 0);
  const others = { rest: rest === null ? null : rest + 1, empty: 0 };
  const translated = (factor: number) =>
    translate(read, new Map([...coded].map(([word, code]) => [word, code * factor])), {
      ...others,
      rest: others.rest === null ? null : others.rest * factor,
    });
  // In a dictionary each text is looked up once; elsewhere empty cells and frequent ones are told first.
  const frequent = (seen ?? []).filter((word) => coded.has(word)).slice(0, MOST_FREQUENT);
  const scaled = (factor: number) =>
    seen !== undefined && mapped.stored === 'text'
      ? choose(
          [
            when(isNull(cell), integer(0)),
            ...frequent.map((word) => when(compare(cell, '=', text(word)), integer((coded.get(word) ?? 0) * factor))),
          ],
          translated(factor),
        )
      : translated(factor);
  return {
    stages: [],
    code: scaled,
    validity: rest === null ? scaled(0) : undefined,
    empty: mapped.stored === 'text' ? isBlankCell(cell, emptyWords) : isBlank(read, emptyWords),
  };
}

/** The slot of each text that is accepted; of elements of lists as well. */
export function acceptedWords(mapped: MappedFact, type: ScalarType, lookup: TabulatedFact['lookup']): NamedSlots {
  const { words: own, rest } = namedSlots(type, lookup);
  const given = mappedWords(mapped, type, lookup);
  if (type.kind !== 'boolean') return { words: new Map([...own, ...given]), rest };
  const words = new Map<string, number>();
  for (const [word, value] of mapped.stored === 'integer' ? WHOLE_NUMBERS : BOOLEAN_WORDS) {
    const slot = own.get(value);
    if (slot !== undefined) words.set(word, slot);
  }
  return { words: new Map([...words, ...given]), rest: null };
}

const WHOLE_NUMBERS = new Map([
  ['1', 'true'],
  ['0', 'false'],
] as const);

function booleanCodec(cell: Expression, { words }: NamedSlots): Codec {
  const code = (value: 'true' | 'false') => (words.get(value) ?? 0) + 1;
  return {
    stages: [],
    code: (factor) =>
      choose(
        [when(cell, integer(code('true') * factor)), when(isNull(cell), integer(0))],
        integer(code('false') * factor),
      ),
    validity: undefined,
    empty: isNull(cell),
  };
}

/** The cell as text. @throws ScreenError */
function readable(mapped: MappedFact, type: ScalarType): Expression {
  const cell = column(mapped.column);
  const { stored } = mapped;
  if (stored === 'text') return trim(cell);
  const isWorded = type.kind === 'boolean' || mapped.values !== undefined;
  if (stored === 'integer' && isWorded) return { op: 'as_text', of: cell };
  if (stored === 'boolean' && mapped.values !== undefined)
    return choose([when(cell, { op: 'text', value: 'true' }), when(isNull(cell), { op: 'null', type: 'text' })], {
      op: 'text',
      value: 'false',
    });
  const hint =
    stored === 'integer' || stored === 'boolean'
      ? 'say what each value of the column stands for'
      : 'choose a column of texts, or another fact';
  throw wrongType(mapped.column, stored, mapped.fact, typeWords(type), hint);
}
