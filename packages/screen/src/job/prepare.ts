import type { Program } from '@proviso/logic';
import type { TabulateQuestion, Tabulation } from '@proviso/logic/tabulate';
import { formatInstant, type Value } from '@proviso/model';
import type { ColumnMapping, StoredType } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import type { ResolvedMapping } from '../mapping/index.ts';
import type { OpenedSource } from '../source/contract.ts';
import { identifier, literal } from '../source/sql-text.ts';
import { OUTPUT_COLUMNS } from '../sql/contract.ts';
import type { CountedGroup, SummaryQuestion } from '../summary/index.ts';
import type { ScreeningOptions } from './contract.ts';

/** Columns that carry facts with one value for all rows. */
const CONSTANT = 'every row: ';

/** A fact that has one value for all rows. */
export type Constant = readonly [fact: string, value: Value];

/** How the rows of a run are spread over its labels. */
export interface Counted {
  readonly groups: readonly CountedGroup[];
  /** Rows that are rows: good and bad. */
  readonly rows: number;
  readonly good: number;
  readonly badCells: number;
  readonly contradictions: number;
  /** Lines that are no rows. */
  readonly malformed: number;
}

/** The mapping with the columns of facts that have one value for all rows. */
export function mappingWith({ mapping }: ResolvedMapping, constants: readonly Constant[]): ColumnMapping {
  const facts = [
    ...mapping.facts,
    ...constants.map(([fact, value]) => ({ fact, column: `${CONSTANT}${fact}`, stored: storedAs(value) })),
  ];
  return { facts, ...(mapping.asOf === undefined ? {} : { asOf: mapping.asOf }) };
}

/** A relation with these columns added. */
export function withConstants(relation: string, constants: readonly Constant[]): string {
  if (constants.length === 0) return relation;
  const literals = constants.map(([fact, value]) => `${literalOf(value)} AS ${identifier(`${CONSTANT}${fact}`)}`);
  return `(SELECT *, ${literals.join(', ')} FROM ${relation})`;
}

function storedAs(value: Value): StoredType {
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'text' : 'list';
}

function literalOf(value: Value): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return literal(value);
  return `CAST([${value.map((element) => literal(String(element))).join(', ')}] AS VARCHAR[])`;
}

/** The question that a run asks of every row. */
export function questionOf(options: ScreeningOptions, mapping: ColumnMapping): TabulateQuestion {
  const perRow = mapping.asOf !== undefined;
  return {
    ...(perRow ? { asOfPerRow: true } : options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.knownOn === undefined ? {} : { knownOn: options.knownOn }),
    ...(options.readings === undefined ? {} : { readings: options.readings }),
  };
}

/** The dates and readings of a run, worked out. */
export function resolvedQuestion(program: Program, asked: TabulateQuestion, mapping: ColumnMapping): SummaryQuestion {
  const column = mapping.asOf?.column;
  const { asOfPerRow: _, ...given } = asked;
  const { vantage, readings } = program.at(given).question;
  const { zone } = program.rulebook;
  return {
    asOf: column === undefined ? formatInstant(zone, vantage.asOf) : { column },
    knownOn: vantage.knownOn === null ? null : formatInstant(zone, vantage.knownOn),
    readings,
  };
}

/** @throws ScreenError `column_clash` when the input has a column that is to be added */
export function refuseClashes(source: OpenedSource, prefix: string): void {
  const added = OUTPUT_COLUMNS.map((name) => `${prefix}${name}`.toLowerCase());
  const clash = source.columns.find(({ name }) => added.includes(name.toLowerCase()));
  if (clash === undefined) return;
  throw new ScreenError('column_clash', `the input already has a column ${clash.name}`, {
    where: source.shown,
    values: { column: clash.name },
    hint: 'give a prefix for the added columns, such as --prefix new_',
  });
}

/** A column by its name. @throws ScreenError `no_column` */
export function columnOf(source: OpenedSource, name: string): OpenedSource['columns'][number] {
  const column = source.columns.find((candidate) => candidate.name === name);
  if (column !== undefined) return column;
  throw new ScreenError('no_column', `the input has no column ${name}`, {
    where: source.shown,
    values: { column: name, columns: source.columns.map((candidate) => candidate.name).join(', ') },
    hint: `its columns are ${source.columns.map((candidate) => candidate.name).join(', ')}`,
  });
}

/** Adds groups up. */
export function countedFrom(groups: readonly CountedGroup[], tabulation: Tabulation, malformed: number): Counted {
  let badCells = 0;
  let contradictions = 0;
  let good = 0;
  for (const { outcome, rows } of groups) {
    if (outcome === null) badCells += rows;
    else if (tabulation.outcome.labels[outcome]?.outcome === null) contradictions += rows;
    else good += rows;
  }
  return { groups, rows: good + badCells + contradictions, good, badCells, contradictions, malformed };
}
