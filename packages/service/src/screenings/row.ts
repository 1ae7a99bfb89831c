import type { Program } from '@proviso/logic';
import { type FactValues, factsByPath } from '@proviso/model';
import { type ColumnMapping, factsOfRow, type MappedFact } from '@proviso/screen';
import type { Screened } from './contract.ts';
import type { RowPage } from './pages.ts';
import { dayOfCell, instantOfCell } from './row-times.ts';

/** A row as it can be asked about. */
export interface RowQuestion {
  readonly rulebook: string;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly facts: FactValues;
}

/** A row with the question that it is. */
export interface QuestionOfRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly question: RowQuestion;
  /** The same row by what the screening is compared with. */
  readonly before?: RowQuestion;
}

/** Reads the facts of a row back from its cells, as the screening read them. */
export function rowOf(
  { order, mapping }: Screened,
  { row, cells }: RowPage['rows'][number],
  program: Program,
): QuestionOfRow {
  const read = mapping as { readonly mapping: ColumnMapping; readonly constants: FactValues };
  const given = read.mapping.facts.filter(({ column }) => Object.hasOwn(cells, column));
  const declared = factsByPath(program.compiled.declarations);
  // By fact: of a column that gives several, each is read in its own way.
  const byFact = given.map((mapped): MappedFact => ({ ...mapped, column: mapped.fact }));
  const raw = Object.fromEntries(
    given.map((mapped) => {
      const cell = cells[mapped.column];
      switch (declared.get(mapped.fact)?.type.kind) {
        case 'instant':
          return [mapped.fact, instantOfCell(cell, mapped)];
        case 'date':
          return [mapped.fact, dayOfCell(cell, mapped)];
        default:
          return [mapped.fact, cell];
      }
    }),
  );
  const facts = factsOfRow(program, { mapping: { facts: byFact }, constants: read.constants }, raw);
  const { asOf: date } = read.mapping;
  const own =
    date === undefined
      ? undefined
      : String(instantOfCell(cells[date.column], date) ?? '')
          .trim()
          .slice(0, 40);
  const { rulebook, against } = order;
  const by = (vantage: Vantage): RowQuestion => {
    const { asOf = own ?? order.asOf, knownOn = order.knownOn, readings } = vantage;
    return {
      rulebook,
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownOn === undefined ? {} : { knownOn }),
      readings: { ...order.readings, ...readings },
      facts,
    };
  };
  return { row, cells, question: by({}), ...(against === undefined ? {} : { before: by(against) }) };
}

type Vantage = NonNullable<Screened['order']['against']>;
