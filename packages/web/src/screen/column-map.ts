import type { CellWords, ColumnMap, Suggestion } from './contract.ts';

/** The text of a map file. */
export function mapText({ rulebook, columns, empty, asOf, constants, notMapped }: ColumnMap): string {
  const file = {
    rulebook,
    columns: Object.fromEntries(
      columns.map(({ fact, column, ...more }) => [
        fact,
        Object.values(more).every((one) => one === undefined) ? column : { column, ...more },
      ]),
    ),
    ...(empty === undefined ? {} : { empty }),
    ...(asOf === undefined ? {} : { as_of: asOf.zone === undefined ? asOf.column : asOf }),
    ...(constants.length === 0
      ? {}
      : { constants: Object.fromEntries(constants.map(({ fact, value }) => [fact, value])) }),
    ...(notMapped.length === 0 ? {} : { not_mapped: notMapped }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What the text of a map file says of the page around it; it is read as a whole by the service. */
export function glance(text: string): Glance {
  try {
    const file: unknown = JSON.parse(text);
    const asOf = member(file, 'as_of');
    return {
      rulebook: textOf(member(file, 'rulebook')),
      dated: textOf(asOf) ?? textOf(member(asOf, 'column')),
      zone: textOf(member(asOf, 'zone')),
    };
  } catch {
    return { rulebook: undefined, dated: undefined, zone: undefined };
  }
}

/** What is seen of a map file at a glance. */
interface Glance {
  readonly rulebook: string | undefined;
  /** The column of each row's own date. */
  readonly dated: string | undefined;
  /** The zone of that column. */
  readonly zone: string | undefined;
}

/** The map with another column for a fact; none when it is undefined. */
export function withColumn(map: ColumnMap, fact: string, column: string | undefined): ColumnMap {
  const others = map.columns.filter((one) => one.fact !== fact);
  const constants = map.constants.filter((one) => one.fact !== fact);
  const notMapped = map.notMapped.filter((one) => one !== fact);
  return column === undefined
    ? { ...map, columns: others, constants, notMapped: [...notMapped, fact] }
    : { ...map, columns: [...others, { fact, column }], constants, notMapped };
}

/** The map with a suggestion taken. */
export function withSuggestion(map: ColumnMap, { fact, column, values }: Suggestion): ColumnMap {
  const plain = withColumn(map, fact, column);
  return Object.keys(values).length === 0 ? plain : withWords(plain, fact, values);
}

/** The map with further words in the cells of a fact's column. */
export function withWords(map: ColumnMap, fact: string, words: CellWords): ColumnMap {
  const plain = Object.keys(words).reduce((so, word) => withoutWord(so, fact, word), map);
  const columns = plain.columns.map((one) =>
    one.fact === fact ? { ...one, values: { ...one.values, ...words } } : one,
  );
  return { ...plain, columns };
}

/** The map in which a word in the cells of a fact's column means an empty cell. */
export function withEmptyWord(map: ColumnMap, fact: string, word: string): ColumnMap {
  const plain = withoutWord(map, fact, word);
  const columns = plain.columns.map((one) =>
    one.fact === fact ? { ...one, empty: [...(one.empty ?? []), word] } : one,
  );
  return { ...plain, columns };
}

/** The map that says nothing of a word in the cells of a fact's column. */
export function withoutWord(map: ColumnMap, fact: string, word: string): ColumnMap {
  const columns = map.columns.map((one) => {
    if (one.fact !== fact) return one;
    const { values = {}, empty = [], ...others } = one;
    const { [word]: _, ...left } = values;
    const still = empty.filter((other) => other !== word);
    return {
      ...others,
      ...(Object.keys(left).length === 0 ? {} : { values: left }),
      ...(still.length === 0 ? {} : { empty: still }),
    };
  });
  return { ...map, columns };
}

/** The map in which a word means an empty cell in every column. */
export function withGeneralWord(map: ColumnMap, word: string): ColumnMap {
  const { empty = [] } = map;
  const plain = word.trim();
  return plain === '' || empty.includes(plain) ? map : { ...map, empty: [...empty, plain] };
}

/** Words that are proposed for several columns, that no column and not the whole map has a meaning for yet. */
export function wordsOfSeveral(
  { columns, empty = [] }: ColumnMap,
  proposed: readonly { readonly fact: string; readonly words: readonly string[] }[],
): readonly string[] {
  const open = proposed.flatMap(({ fact, words }) => {
    const entry = columns.find((one) => one.fact === fact);
    const isSaid = (word: string) =>
      entry?.empty?.includes(word) === true || Object.hasOwn(entry?.values ?? {}, word) || empty.includes(word);
    return entry === undefined ? [] : words.filter((word) => !isSaid(word));
  });
  return [...new Set(open)].filter((word) => open.indexOf(word) !== open.lastIndexOf(word));
}

/** The map in which a word does not mean an empty cell in every column. */
export function withoutGeneralWord(map: ColumnMap, word: string): ColumnMap {
  const { empty = [], ...others } = map;
  const left = empty.filter((one) => one !== word);
  return left.length === 0 ? others : { ...others, empty: left };
}

/** The map with the column of each row's own date and the zone of its clock times, or without. */
export function withDates(map: ColumnMap, column: string | undefined, zone = ''): ColumnMap {
  const { asOf: _, ...others } = map;
  if (column === undefined) return others;
  return { ...others, asOf: zone === '' ? { column } : { column, zone } };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
