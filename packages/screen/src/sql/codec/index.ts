import type { TabulatedFact } from '@proviso/logic/tabulate';
import type { MappedFact } from '../../columns.ts';
import { emptyWordsOf, namesFor } from './cell.ts';
import type { Codec } from './contract.ts';
import { dateCodec } from './date.ts';
import { elementsCodec } from './elements.ts';
import { instantCodec } from './instant.ts';
import { recoded } from './ladder.ts';
import { namedCodec } from './named.ts';
import { numberCodec } from './number.ts';
import { wrongType } from './problems.ts';
import { datesOf, instantsOf, numberLadder } from './slots.ts';
import { typeWords } from './type-words.ts';
import { mappedWords } from './words.ts';

export { namesFor } from './cell.ts';
export type { Codec } from './contract.ts';
export { lawCodec } from './law.ts';

/** How texts are read. */
export interface TextOptions {
  /** Codes (1 + slot) of texts that the library read. */
  readonly byLibrary: ReadonlyMap<string, number>;
  /** Where texts come one by one: cells seen, most frequent first. Undefined where they come from a dictionary. */
  readonly seen: readonly string[] | undefined;
}

/**
 * How a column's cells become the codes of a fact.
 * @param place of the fact in the mapping; it keeps the names of inner columns apart
 * @throws ScreenError when the column cannot give the fact
 */
export function codecFor(mapped: MappedFact, fact: TabulatedFact, place: number, texts: TextOptions): Codec {
  refuseEmptyWords(mapped, fact);
  const codec = tryCodec(mapped, fact, place, texts);
  if (codec !== undefined) return codec;
  throw wrongType(mapped.column, mapped.stored, mapped.fact, typeWords(fact.type), 'choose another column or fact');
}

function tryCodec(
  mapped: MappedFact,
  fact: TabulatedFact,
  place: number,
  { byLibrary, seen }: TextOptions,
): Codec | undefined {
  const { type, lookup } = fact;
  const names = namesFor(place);
  const empty = emptyWordsOf(mapped);
  const plusOne = (slot: number) => slot + 1;
  switch (type.kind) {
    case 'boolean':
    case 'enumeration':
    case 'country':
    case 'text':
      return namedCodec(mapped, type, lookup, seen);
    case 'integer':
    case 'decimal':
    case 'fraction': {
      const ladder = recoded(numberLadder(type, lookup), plusOne);
      const words = coded(textWords(mapped, fact));
      return numberCodec(mapped.column, mapped.stored, names, { type, ladder, words, empty, byLibrary });
    }
    case 'date': {
      const ladder = recoded(datesOf(lookup), plusOne);
      const words = coded(textWords(mapped, fact));
      return dateCodec(mapped, names, { ladder, words, empty });
    }
    case 'instant': {
      const ladder = recoded(instantsOf(lookup), plusOne);
      return instantCodec(mapped, names, { ladder, words: coded(textWords(mapped, fact)), empty });
    }
    default: {
      const classes = new Map([...byLibrary].map(([word, code]) => [word, code - 1]));
      return elementsCodec(mapped, fact, names, classes);
    }
  }
}

/** Words that mean an empty cell need cells that are read as words. @throws ScreenError */
function refuseEmptyWords(mapped: MappedFact, { type }: TabulatedFact): void {
  if (emptyWordsOf(mapped).length === 0 || mapped.stored === 'text') return;
  const isWorded = mapped.values !== undefined || type.kind === 'boolean';
  if (mapped.stored === 'integer' && isWorded) return;
  throw wrongType(mapped.column, mapped.stored, mapped.fact, typeWords(type), 'words need a column of texts');
}

/** The words of the mapping; only texts can be words. @throws ScreenError */
function textWords(mapped: MappedFact, { type, lookup }: TabulatedFact): ReadonlyMap<string, number> {
  if (mapped.values === undefined || type.kind === 'list' || type.kind === 'set') return new Map();
  if (mapped.stored !== 'text')
    throw wrongType(mapped.column, mapped.stored, mapped.fact, typeWords(type), 'words need a column of texts');
  return mappedWords(mapped, type, lookup);
}

function coded(slots: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...slots].map(([word, slot]) => [word, slot + 1]));
}
