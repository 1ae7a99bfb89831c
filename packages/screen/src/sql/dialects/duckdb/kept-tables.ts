import type { Table } from '../../tree/expression.ts';
import type { LookupTable } from '../../tree/pipeline.ts';

const UNIT = '\u001f';
const GROUP = '\u001e';

/** Lookup tables that are kept as temporary tables of the connection, under names that tell what is in them. */
export class KeptTables {
  readonly setup: readonly string[];
  readonly teardown: readonly string[];
  readonly #names = new Map<LookupTable, string>();

  /** @param literal quotes a text */
  constructor(tables: readonly LookupTable[], literal: (value: string) => string) {
    const statements = new Map<string, string>();
    for (const table of tables) {
      const select = selectOf(table, literal);
      const name = `"proviso_table_${digest(select)}"`;
      this.#names.set(table, name);
      statements.set(name, `CREATE OR REPLACE TEMPORARY TABLE ${name} AS ${select}`);
    }
    // The order of rows must stay that of the input, even where it is smaller than a lookup table.
    const settings = statements.size === 0 ? [] : [`SET disabled_optimizers = 'build_side_probe_side,join_order'`];
    this.setup = [...settings, ...statements.values()];
    this.teardown = [
      ...[...statements.keys()].map((name) => `DROP TABLE IF EXISTS temp.${name}`),
      ...(settings.length === 0 ? [] : ['RESET disabled_optimizers']),
    ];
  }

  /** The table's name in the database; undefined when it is not kept there. */
  nameOf(table: LookupTable): string | undefined {
    const name = this.#names.get(table);
    return name === undefined ? undefined : `temp.${name}`;
  }
}

/** One text holds a whole column: a statement with a hundred thousand constants takes long to read. */
function selectOf({ columns }: LookupTable, literal: (value: string) => string): string {
  const length = columns[0]?.table.values.length ?? 0;
  const values = columns.map(({ name, table }) => `${unnested(table, literal)} AS "${name}"`);
  const nothing = columns.map(({ table }) => NOTHING[table.kind]);
  return `SELECT unnest(range(${length}))::INTEGER AS place, ${values.join(', ')} UNION ALL SELECT -1, ${nothing.join(', ')}`;
}

/** What is looked up for NULL, which is kept at place -1. */
const NOTHING: Readonly<Record<Table['kind'], string>> = {
  entry: 'NULL',
  word: 'NULL',
  phrase: "''",
  words: '[]',
  numbers: '[]',
};

function unnested(table: Table, literal: (value: string) => string): string {
  const split = (texts: readonly string[], by: string) => `string_split(${literal(texts.join(by))}, ${literal(by)})`;
  switch (table.kind) {
    case 'entry':
      return `unnest(${split(table.values.map(String), ',')}::INTEGER[])`;
    case 'word': {
      const texts = split(
        table.values.map((value) => value ?? ''),
        UNIT,
      );
      const type = table.closed.length === 0 ? 'VARCHAR' : `ENUM(${table.closed.map(literal).join(', ')})`;
      return `unnest(list_transform(${texts}, lambda word: nullif(word, ''))::${type}[])`;
    }
    case 'phrase':
      return `unnest(${split(table.values, UNIT)})`;
    case 'words':
    case 'numbers': {
      const texts = split(
        table.values.map((list) => list.map((item) => `${item}${UNIT}`).join('')),
        GROUP,
      );
      const type = table.kind === 'numbers' ? 'INTEGER[]' : 'VARCHAR[]';
      // Every item ends with the separator, so the last part of a split is none.
      return `unnest(list_transform(${texts}, lambda list: list_slice(string_split(list, ${literal(UNIT)}), 1, -2)::${type}))`;
    }
  }
}

/** A short name for a text (FNV-1a, 53 bits). */
function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${(high >>> 0).toString(36)}${(low >>> 0).toString(36)}`;
}
