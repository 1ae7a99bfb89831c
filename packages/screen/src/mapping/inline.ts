import { enumerationsByName } from '@proviso/model';
import type { InputColumn } from '../columns.ts';
import { isNamedValue } from './cell-words.ts';
import { emptyWordIsValue, lookUpColumn, lookUpFact, type MapContext } from './check-map.ts';
import { mapFault } from './map-faults.ts';
import { twice } from './map-shape.ts';

/** A `fact=column` entry. */
export interface InlineEntry {
  readonly fact: string;
  readonly column: string;
}

/**
 * Reads entries of the form `fact=column`. The name of a column may hold more equals signs.
 * @throws ScreenError `wrong_map`, `unknown_fact`, `no_column` or `fact_mapped_twice`; `where` is the entry
 */
export function readInline(
  entries: readonly string[],
  { declarations }: MapContext,
  columns: readonly InputColumn[],
): readonly InlineEntry[] {
  const read: InlineEntry[] = [];
  for (const entry of entries) {
    const sign = entry.indexOf('=');
    if (sign < 0 || sign === entry.length - 1) {
      throw mapFault('entry_without_column', `${JSON.stringify(entry)} names no column`, {
        where: entry,
        hint: 'write fact=column',
      });
    }
    const fact = entry.slice(0, sign).trim();
    lookUpFact(declarations, fact, entry);
    if (read.some((earlier) => earlier.fact === fact)) throw twice(fact, entry);
    const name = entry.slice(sign + 1);
    const exact = columns.some((column) => column.name === name);
    read.push({ fact, column: lookUpColumn(columns, exact ? name : name.trim(), entry).name });
  }
  return read;
}

/** Words that mean an empty cell, told on a command line. */
export interface InlineEmpty {
  /** Those for every column of texts. */
  readonly general: readonly string[];
  /** Those for the column of one fact; marks them as used. */
  take(fact: string): readonly string[];
  /** @throws ScreenError `wrong_map` for words of a fact that has no column */
  refuseRest(): void;
}

/**
 * Reads entries of the form `word` or `fact=word`.
 * @throws ScreenError `wrong_map` or `unknown_fact`; `where` is the entry
 */
export function readInlineEmpty(entries: readonly string[], { declarations }: MapContext): InlineEmpty {
  const general: string[] = [];
  const byFact = new Map<string, { readonly entry: string; readonly words: string[] }>();
  const enumerations = enumerationsByName(declarations);
  for (const entry of entries) {
    const sign = entry.indexOf('=');
    const word = entry.slice(sign > 0 ? sign + 1 : 0).trim();
    if (word === '')
      throw mapFault('repeated_word', 'an empty cell needs no word', {
        where: entry,
        hint: 'leave it out: empty cells are unknown',
        values: { word },
      });
    if (sign <= 0) {
      general.push(word);
      continue;
    }
    const path = entry.slice(0, sign).trim();
    const { type } = lookUpFact(declarations, path, entry);
    if (isNamedValue(type, word, enumerations)) throw emptyWordIsValue(word, path, entry);
    const known = byFact.get(path) ?? { entry, words: [] };
    known.words.push(word);
    byFact.set(path, known);
  }
  const left = new Set(byFact.keys());
  return {
    general,
    take: (fact) => {
      left.delete(fact);
      return byFact.get(fact)?.words ?? [];
    },
    refuseRest: () => {
      for (const fact of left)
        throw mapFault('empty_without_column', `no column gives ${fact}, so no word in its cells can be empty`, {
          where: byFact.get(fact)?.entry ?? fact,
          hint: `name its column: --column ${fact}=COLUMN`,
          values: { fact },
        });
    },
  };
}
