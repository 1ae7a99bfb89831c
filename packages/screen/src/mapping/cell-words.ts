import { type Enumeration, type Fact, nearest, readScalar, type ScalarType } from '@proviso/model';
import type { CellWords, TranslatedCells, UnreadWord } from './contract.ts';
import { countryOf } from './country-names.ts';
import { cellKey } from './fold.ts';

const SPELLINGS: Readonly<Record<'true' | 'false', { readonly sure: string; readonly amongTheirLike: string }>> = {
  true: { sure: 'true yes y 是', amongTheirLike: 't 1 有 真' },
  false: { sure: 'false no n 否', amongTheirLike: 'f 0 无 無 假' },
};

/** Finds the value that a cell certainly stands for, as text; undefined when it stands for none, or for several. */
type Translate = (cell: string) => string | undefined;

/**
 * The words in the cells of a column that certainly stand for a value of the fact: names and labels of an enumeration's values,
 * yes and no, names of countries. Facts of other types have none. Cells that are values already need no word, nor do those that
 * mean an empty cell.
 */
export function translateCells(
  fact: Fact,
  enumerations: ReadonlyMap<string, Enumeration>,
  cells: readonly string[],
  given: CellWords = {},
  empty: readonly string[] = [],
): TranslatedCells {
  const translate = translatorOf(fact, enumerations, cells);
  if (translate === undefined) return { values: {}, unread: [] };
  const { type } = fact;
  const values = new Map<string, string>();
  const unread: UnreadWord[] = [];
  for (const cell of distinctCells(cells)) {
    if (Object.hasOwn(given, cell) || empty.includes(cell) || readsAsIs(type, cell, enumerations)) continue;
    const value = translate(cell);
    if (value !== undefined) values.set(cell, value);
    else unread.push(unreadWord(fact, enumerations, cell));
  }
  return { values: Object.fromEntries(values), unread };
}

/** How many of the distinct cells are values of the fact, as they are or by a word that certainly stands for one. */
export function readableCells(
  fact: Fact,
  enumerations: ReadonlyMap<string, Enumeration>,
  cells: readonly string[],
): { readonly seen: number; readonly matched: readonly string[]; readonly values: ReadonlySet<string> } {
  const translate = translatorOf(fact, enumerations, cells);
  const filled = distinctCells(cells);
  const values = new Set<string>();
  const matched = filled.filter((cell) => {
    const value = readsAsIs(fact.type, cell, enumerations) ? cell : translate?.(cell);
    if (value !== undefined) values.add(value);
    return value !== undefined;
  });
  return { seen: filled.length, matched, values };
}

/** Whether a word is a value of a type whose values have names: one of a list, a country, yes or no; or of the elements of a list. */
export function isNamedValue(
  type: Fact['type'],
  word: string,
  enumerations: ReadonlyMap<string, Enumeration>,
): boolean {
  const scalar = type.kind === 'list' || type.kind === 'set' ? type.of : type;
  const isNamed = scalar.kind === 'enumeration' || scalar.kind === 'country' || scalar.kind === 'boolean';
  return isNamed && readsAsIs(scalar, word, enumerations);
}

/** The cells that are not empty, without the blanks at their ends, as they are read. */
export function distinctCells(cells: readonly string[]): readonly string[] {
  return [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell !== '');
}

/** Whether a screening reads the cell without any word: what `readScalar` reads, and true and false in any letter case. */
export function readsAsIs(type: Fact['type'], cell: string, enumerations: ReadonlyMap<string, Enumeration>): boolean {
  switch (type.kind) {
    case 'list':
    case 'set':
      return false;
    case 'enumeration':
      return enumerations.get(type.enumeration)?.values.some(({ name }) => name === cell) === true;
    case 'boolean':
      return readScalar(type, cell.toLowerCase(), enumerations).ok;
    default:
      return readScalar(type, cell, enumerations).ok;
  }
}

function translatorOf(
  { type }: Fact,
  enumerations: ReadonlyMap<string, Enumeration>,
  cells: readonly string[],
): Translate | undefined {
  switch (type.kind) {
    case 'enumeration':
      return enumerationWords(enumerations.get(type.enumeration));
    case 'boolean':
      return booleanWords(cells);
    case 'country':
      return countryOf;
    default:
      return undefined;
  }
}

const translators = new WeakMap<Enumeration, Translate>();

function enumerationWords(enumeration: Enumeration | undefined): Translate | undefined {
  if (enumeration === undefined) return undefined;
  const made = translators.get(enumeration) ?? wordsOfValues(enumeration);
  translators.set(enumeration, made);
  return made;
}

function wordsOfValues(enumeration: Enumeration): Translate {
  const named = new Map<string, string | undefined>();
  const labelled = new Map<string, string | undefined>();
  const add = (to: Map<string, string | undefined>, text: string, name: string) => {
    const key = cellKey(text);
    if (key !== '') to.set(key, to.has(key) && to.get(key) !== name ? undefined : name);
  };
  for (const { name, label } of enumeration.values) {
    add(named, name, name);
    for (const text of Object.values(label ?? {})) add(labelled, text, name);
  }
  return (cell) => {
    const key = cellKey(cell);
    const name = named.get(key);
    const label = labelled.get(key);
    if (named.has(key) && labelled.has(key)) return name === label ? name : undefined;
    return name ?? label;
  };
}

/** Spellings that could mean anything else too (`1`, `T`) count only in a column of nothing but yes and no. */
function booleanWords(cells: readonly string[]): Translate {
  const sure = new Map<string, string>();
  const all = new Map<string, string>();
  for (const [value, spellings] of Object.entries(SPELLINGS)) {
    for (const word of spellings.sure.split(' ')) sure.set(word, value);
    for (const word of `${spellings.sure} ${spellings.amongTheirLike}`.split(' ')) all.set(word, value);
  }
  const only = cells.every((cell) => cell.trim() === '' || all.has(plain(cell)));
  const words = only ? all : sure;
  return (cell) => words.get(plain(cell));
}

function plain(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase();
}

function unreadWord({ type }: Fact, enumerations: ReadonlyMap<string, Enumeration>, cell: string): UnreadWord {
  const near = type.kind === 'enumeration' ? nearestValue(type, enumerations, cell) : undefined;
  return near === undefined ? { cell } : { cell, near };
}

function nearestValue(
  type: Extract<ScalarType, { readonly kind: 'enumeration' }>,
  enumerations: ReadonlyMap<string, Enumeration>,
  cell: string,
): string | undefined {
  const spellings = (enumerations.get(type.enumeration)?.values ?? []).flatMap(({ name, label }) =>
    [name, ...Object.values(label ?? {})].map((text) => [text.toLowerCase(), name] as const),
  );
  const near = nearest(
    cell,
    spellings.map(([text]) => text),
  );
  return near === undefined ? undefined : spellings.find(([text]) => text === near)?.[1];
}
