import { type Answer, compile, decidingProvisions, type Program } from '@proviso/logic';
import { type Tabulation, tabulate } from '@proviso/logic/tabulate';
import type { FactValues, Rulebook, ScalarValue, Value, ValueType } from '@proviso/model';
import { enumerationsByName, readValue } from '@proviso/model';
import fc from 'fast-check';
import { finder } from '../../../logic/src/compile/lookup.ts';
import { type Case, cases, streams } from '../../../logic/test/arbitrary/arbitraries.ts';
import { Choices } from '../../../logic/test/arbitrary/choices.ts';
import { drawValue } from '../../../logic/test/arbitrary/draw-question.ts';
import { type World, worldOf } from '../../../logic/test/oracle/world.ts';
import { orContradiction } from '../../../logic/test/properties/engine.ts';
import type { ColumnMapping, MappedFact, StoredType } from '../../src/columns.ts';
import type { ScreenSqlOptions } from '../../src/sql/index.ts';
import { BAD, cellOf, meant, oddCell, storedFor, ZONE } from './cells.ts';
import type { Cell, TestColumn } from './engine.ts';

/** What screening must say of a row. */
export type Wanted =
  | { readonly bad: readonly string[] }
  | {
      readonly verdict: string;
      readonly mayProceed: string;
      readonly possible: readonly string[];
      readonly provisions: readonly string[];
      readonly needs: readonly string[];
      readonly heldBack: string | null;
    };

/** A rulebook, a table and what must come of it. */
export interface Trial {
  readonly program: Program;
  readonly tabulation: Tabulation;
  readonly mapping: ColumnMapping;
  readonly columns: readonly TestColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly wanted: readonly Wanted[];
  readonly byLibrary: boolean;
  /** How many cells of each fact are filled, empty and bad. */
  readonly inspected: Readonly<Record<string, readonly [number, number, number]>>;
}

/** How trials are made. */
export interface TrialOptions {
  /** Whether each row has its own date. */
  readonly perRow: boolean;
  /** Most nodes of a chart. */
  readonly bound?: number;
  /** Whether the engine's columns can hold a cell at all. */
  readonly canHold?: (stored: StoredType, cell: Cell) => boolean;
}

/** What a trial is drawn from. */
export interface Draw {
  readonly one: Case;
  readonly dice: readonly number[];
}

/** Random trials. */
export const draws: fc.Arbitrary<Draw> = fc.tuple(cases(), streams(700)).map(([one, dice]) => ({ one, dice }));

const ROWS = 14;
const NAMES = ['"; DROP TABLE trial; --', '`back`tick', 'Größe (%)', 'select', "it's", 'a\\b', '$1 {x} ?'];

/** A table for a rulebook: columns stored in some way, cells with values, empty, and bad. */
export function trialOf({ one, dice }: Draw, { perRow, bound, canHold = () => true }: TrialOptions): Trial {
  const choices = new Choices(dice);
  const { book, question } = one;
  const world = worldOf(book);
  const program = compile(book);
  const { facts: _, asOf, ...rest } = question;
  const byLibrary = choices.chance(50);
  const mapped = [...world.facts].flatMap(
    ([path, { type }], index): readonly (MappedFact & { readonly type: ValueType })[] => {
      if (!choices.chance(75)) return [];
      const stored = choices.pick(storedFor(type).filter((way) => canHold(way, '2020-01-01')));
      const column = choices.chance(15)
        ? `${choices.pick(NAMES)}${index}`
        : stored === 'list'
          ? path.replace('.', '_')
          : path;
      const empty = choices.chance(40) ? emptyWordsFor(stored, type, choices) : [];
      return [
        {
          fact: path,
          column,
          stored,
          type,
          ...(empty.length > 0 ? { empty } : {}),
          ...(stored === 'timestamp' || stored === 'instant' ? { zone: ZONE.id } : {}),
        },
      ];
    },
  );
  const asOfStored = perRow
    ? choices.pick((['date', 'text', 'instant', 'timestamp'] as const).filter((way) => canHold(way, '2020-01-01')))
    : undefined;
  const mapping: ColumnMapping = {
    facts: mapped.map(({ type: _type, ...fact }) => fact),
    ...(asOfStored === undefined
      ? {}
      : { asOf: { column: 'on', stored: asOfStored, ...(asOfStored === 'timestamp' ? { zone: ZONE.id } : {}) } }),
  };
  const tabulation = tabulate(program, perRow ? { ...rest, asOfPerRow: true } : { ...rest, asOf }, {
    facts: mapped.map(({ fact }) => fact),
    ...(bound === undefined ? {} : { bound }),
  });
  const counts: Record<string, [number, number, number]> = {};
  const tally = (name: string, at: 0 | 1 | 2) => {
    const counted = counts[name] ?? [0, 0, 0];
    counted[at]++;
    counts[name] = counted;
  };
  const rows: Cell[][] = [];
  const wanted: Wanted[] = [];
  for (let id = 0; id < ROWS; id++) {
    const cells: Cell[] = [String(id)];
    const bad: string[] = [];
    const facts: Record<string, Value | null> = {};
    for (const { fact, stored, type, empty = [] } of mapped) {
      const word = choices.chance(15) ? choices.maybe(empty) : undefined;
      const drawn = word ?? drawCell(choices, world, fact, stored);
      const cell = canHold(stored, drawn) ? drawn : stored === 'list' ? [] : null;
      cells.push(cell);
      const isEmpty = typeof cell === 'string' && empty.includes(cell.replace(/^ +| +$/g, ''));
      const value = isEmpty ? null : meant(world, type, stored, cell, byLibrary);
      tally(fact, value === BAD ? 2 : value === null ? 1 : 0);
      if (value === BAD) bad.push(fact);
      else facts[fact] = value;
    }
    let at = asOf;
    if (asOfStored !== undefined) {
      const date = drawDate(choices, tabulation, asOfStored);
      cells.push(date);
      const read = readDate(world, asOfStored, date);
      tally(
        'as_of',
        date === null || (asOfStored === 'text' && String(date).trim() === '') ? 1 : read === undefined ? 2 : 0,
      );
      if (read === undefined) bad.push('as_of');
      else at = read;
    }
    rows.push(cells);
    wanted.push(bad.length > 0 ? { bad } : wantedOf(program, { ...rest, asOf: at }, facts));
  }
  const columns: TestColumn[] = [
    { name: 'id', stored: 'integer' },
    ...mapped.map(({ column, stored }) => ({ name: column, stored })),
    ...(asOfStored === undefined ? [] : [{ name: 'on', stored: asOfStored }]),
  ];
  return { program, tabulation, mapping, columns, rows, wanted, byLibrary, inspected: counts };
}

/** Words that mean an empty cell in a column; some would be values if they did not. */
function emptyWordsFor(stored: StoredType, { kind }: ValueType, choices: Choices): readonly string[] {
  if (stored === 'integer' && kind === 'boolean') return ['9'];
  if (stored !== 'text') return [];
  const words = ['N/A', '未知', '-7', "it's; a '?'", '\\', 'US;', '2020-06-01', '1/0'];
  return words.filter(() => choices.chance(50));
}

function drawCell(choices: Choices, world: World, fact: string, stored: StoredType): Cell {
  if (choices.chance(20)) return stored === 'text' && choices.chance(50) ? choices.pick(['', '  ']) : null;
  const odd = choices.chance(6) ? oddCell(stored, choices) : undefined;
  if (odd !== undefined) return odd;
  return cellOf(drawValue(choices, world, fact), stored, choices) ?? null;
}

function drawDate(choices: Choices, { law }: Tabulation, stored: StoredType): Cell {
  if (choices.chance(8)) return choices.pick(stored === 'text' ? ['', null, 'soon', '2020-02-30'] : [null]);
  const days = ['2020-06-01', '2020-01-01', '2021-12-31', ...(law?.boundaries ?? []).map(({ firstDay }) => firstDay)];
  const day = choices.pick(days);
  const clock = choices.pick(['00:00:00', '12:00:00', '23:59:59']);
  switch (stored) {
    case 'date':
      return day;
    case 'text':
      return choices.pick([day, ` ${day}`, `${day}T${clock}Z`, `${day}T${clock}.5-04:00`]);
    case 'instant':
      return `${day}T${clock}Z`;
    default:
      return `${day} ${clock}`;
  }
}

function readDate(world: World, stored: StoredType, cell: Cell): string | undefined {
  if (stored !== 'text') {
    const value = meant(world, { kind: stored === 'date' ? 'date' : 'instant' }, stored, cell, false);
    return typeof value === 'string' && value !== BAD ? value : undefined;
  }
  for (const kind of ['date', 'instant'] as const) {
    const value = meant(world, { kind }, 'text', cell, false);
    if (typeof value === 'string' && value !== BAD) return value;
  }
  return undefined;
}

function wantedOf(program: Program, question: Parameters<Program['at']>[0], facts: FactValues): Wanted {
  const answer: Answer | 'contradiction' = orContradiction(() => program.at(question).decide(facts));
  if (answer === 'contradiction') return { bad: [] };
  return {
    verdict: answer.verdict,
    mayProceed: answer.mayProceed,
    possible: answer.possible,
    provisions: decidingProvisions(answer),
    needs: [...new Set(answer.verdict === 'undetermined' ? answer.needs.map(({ name }) => name) : [])].sort(),
    heldBack: answer.heldBack?.status ?? null,
  };
}

/** What the library makes of texts that SQL cannot read. */
export function readSpellings(
  book: Rulebook,
  tabulation: Tabulation,
  cells: readonly { readonly fact: string; readonly cell: string }[],
): NonNullable<ScreenSqlOptions['readByLibrary']> {
  const enumerations = enumerationsByName(worldOf(book).declarations);
  const codes: Record<string, Record<string, number>> = {};
  for (const { fact, cell } of cells) {
    const tabulated = tabulation.facts.find(({ path }) => path === fact);
    if (tabulated === undefined) continue;
    const type = tabulated.type.kind === 'list' || tabulated.type.kind === 'set' ? tabulated.type.of : tabulated.type;
    const read = readValue(type, cell, enumerations);
    if (!read.ok) continue;
    codes[fact] = { ...codes[fact], [cell]: 1 + finder(tabulated.lookup)(read.value as ScalarValue) };
  }
  return codes;
}
