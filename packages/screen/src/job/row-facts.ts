import type { Program } from '@proviso/logic';
import { type FactValues, factsByPath, type ValueType } from '@proviso/model';
import type { ColumnMapping, MappedFact } from '../columns.ts';

/**
 * The facts of one row, to decide it alone: what its cells say, read as screening reads them. An empty cell is "don't know".
 * @param cells by column name, as texts, booleans, numbers, lists of texts, or null
 * @throws InputError for a cell that is no value of its fact
 */
export function factsOfRow(
  program: Program,
  { mapping, constants }: { readonly mapping: ColumnMapping; readonly constants: FactValues },
  cells: Readonly<Record<string, unknown>>,
): FactValues {
  const types = factsByPath(program.compiled.declarations);
  const raw = mapping.facts.map((mapped) => {
    const type = types.get(mapped.fact)?.type ?? { kind: 'text' };
    const cell = cells[mapped.column];
    return [mapped.fact, isEmptyWord(cell, mapped) ? null : cellValue(cell, mapped, type)] as const;
  });
  return program.readFacts({ ...constants, ...Object.fromEntries(raw) });
}

function isEmptyWord(cell: unknown, { empty = [] }: MappedFact): boolean {
  return typeof cell === 'object' ? false : empty.includes(String(cell ?? '').trim());
}

function cellValue(cell: unknown, mapped: MappedFact, type: ValueType): unknown {
  if (type.kind === 'list' || type.kind === 'set') {
    const parts = Array.isArray(cell) ? cell : typeof cell === 'string' ? cell.split(';') : null;
    if (parts === null || (typeof cell === 'string' && cell.trim() === '')) return null;
    return parts.map((part) => word(part, mapped, type.of.kind === 'boolean'));
  }
  return word(cell, mapped, type.kind === 'boolean');
}

function word(cell: unknown, { values, stored }: MappedFact, boolean: boolean): unknown {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'bigint') return boolean && stored === 'integer' ? cell === 1n : String(cell);
  if (typeof cell === 'number' && boolean) return cell === 1;
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  if (text === '') return null;
  const translated = values !== undefined && Object.hasOwn(values, text) ? values[text] : undefined;
  return translated ?? (boolean ? text.toLowerCase() : text);
}
