import type { Program } from '@proviso/logic';
import type { FactValues } from '@proviso/model';
import { type ColumnMapping, factsOfRow } from '@proviso/screen';
import type { Screened } from './contract.ts';
import type { RowPage } from './pages.ts';

/** A row with the question that it is. */
export interface QuestionOfRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly question: {
    readonly rulebook: string;
    readonly asOf?: string;
    readonly knownOn?: string;
    readonly readings: Readonly<Record<string, string>>;
    readonly facts: FactValues;
  };
}

/** Reads the facts of a row back from its cells, as the screening read them. */
export function rowOf(
  { order, mapping }: Screened,
  { row, cells }: RowPage['rows'][number],
  program: Program,
): QuestionOfRow {
  const read = mapping as { readonly mapping: ColumnMapping; readonly constants: FactValues };
  const given = read.mapping.facts.filter(({ column }) => Object.hasOwn(cells, column));
  const facts = factsOfRow(program, { mapping: { facts: given }, constants: read.constants }, cells);
  const { asOf: date } = read.mapping;
  const asOf = date === undefined ? order.asOf : String(cells[date.column] ?? '').slice(0, 40);
  return {
    row,
    cells,
    question: {
      rulebook: order.rulebook,
      ...(asOf === undefined ? {} : { asOf }),
      ...(order.knownOn === undefined ? {} : { knownOn: order.knownOn }),
      readings: order.readings ?? {},
      facts,
    },
  };
}
