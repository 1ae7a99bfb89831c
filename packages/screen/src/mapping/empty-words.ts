import type { Enumeration, Fact } from '@proviso/model';
import { distinctCells, readsAsIs } from './cell-words.ts';
import type { CellWords, MapEntry, ResolvedMapping, ScreenMap } from './contract.ts';

/** What people write into a cell when they do not know, without a difference of letter case or width. */
const USUAL: ReadonlySet<string> = new Set(
  (
    'n/a,#n/a,n.a.,n.a,na,null,nil,(null),unknown,not known,unclear,not available,tbd,t.b.d.,tba,to be determined,-,--,---,–,—,' +
    '?,??,???,未知,不详,不明,不清楚,待定,待确认,待核实,待补充,未定,未填'
  ).split(','),
);

/** What is known of a column when words are looked for. */
export interface ReadColumn {
  readonly fact: Fact;
  /** Distinct cells that were seen. */
  readonly cells: readonly string[];
  /** Words that stand for values. */
  readonly values: CellWords;
  /** Words that mean an empty cell already. */
  readonly empty: readonly string[];
}

/** The cells that may mean an empty cell: usual words that are no value of the fact. Among texts, where every word is a value, all usual words. */
export function likelyEmptyWords(
  { fact, cells, values, empty }: ReadColumn,
  enumerations: ReadonlyMap<string, Enumeration>,
): readonly string[] {
  const { type } = fact;
  const isText = type.kind === 'text';
  return distinctCells(cells).filter(
    (cell) =>
      USUAL.has(plain(cell)) &&
      !Object.hasOwn(values, cell) &&
      !empty.includes(cell) &&
      (isText || !readsAsIs(type, cell, enumerations)),
  );
}

/** The map of a run with the words that may mean an empty cell put in: to be read by a person before it is used. */
export function withEmptyWords({ map, emptyWords }: Pick<ResolvedMapping, 'map' | 'emptyWords'>): ScreenMap {
  const found = new Map(emptyWords.map(({ fact, words }) => [fact, words]));
  return {
    ...map,
    columns: map.columns.map((entry): MapEntry => {
      const words = found.get(entry.fact);
      return words === undefined ? entry : { ...entry, empty: [...(entry.empty ?? []), ...words] };
    }),
  };
}

function plain(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
