import type { InputColumn } from '../columns.ts';
import { lookUpColumn, lookUpFact, type MapContext } from './check-map.ts';
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
