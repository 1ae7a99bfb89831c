import { NUMBER_PATTERN } from '../../codec/patterns.ts';
import { ELEMENT, type ElementType, type Expression, type Table } from '../../tree/expression.ts';
import type { LookupTable, Step } from '../../tree/pipeline.ts';
import { NestedPrinter } from '../printer.ts';
import { KeptTables } from './kept-tables.ts';

type Of<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

/** Tables with more entries are kept in the database: a constant list costs by its length for every 2,048 rows. */
const MOST_INLINE = 200;

/** Prints for DuckDB. */
export class DuckDbPrinter extends NestedPrinter {
  override readonly setup: readonly string[];
  override readonly teardown: readonly string[];
  protected override readonly except = 'EXCLUDE';
  readonly #kept: KeptTables;

  constructor(tables: readonly LookupTable[]) {
    super();
    this.#kept = new KeptTables(
      tables.filter((table) => weight(table) > MOST_INLINE),
      (value) => this.literal(value),
    );
    this.setup = this.#kept.setup;
    this.teardown = this.#kept.teardown;
  }

  override identifier(name: string): string {
    return `"${name.replaceAll('"', '""')}"`;
  }

  override literal(value: string): string {
    return `'${value.replaceAll("'", "''")}'`;
  }

  protected override step(step: Step, from: string): string {
    const table = step.kind === 'lookup' ? this.#kept.nameOf(step.table) : undefined;
    if (step.kind === 'compute' || table === undefined) return super.step(step, from);
    const columns = step.columns.map(
      ({ from: column, name }) => `proviso_kept.${this.identifier(column)} AS ${this.identifier(name)}`,
    );
    // An inner join in which every row finds its one partner is the quickest, and the only one that keeps the rows in order.
    const place = `coalesce(${this.print(step.of)}, -1)`;
    return `SELECT proviso_rows.*, ${columns.join(', ')} FROM ${from} AS proviso_rows JOIN ${table} AS proviso_kept ON proviso_kept.place = ${place}`;
  }

  protected override nothing(type: ElementType): string {
    return `NULL::${{ integer: 'INTEGER', text: 'VARCHAR', number: 'DECIMAL(38,18)' }[type]}`;
  }

  protected override number(value: string): string {
    return value.startsWith('-') ? `(${value})` : value;
  }

  protected override double(value: number): string {
    return `${this.literal(String(value))}::DOUBLE`;
  }

  protected override instant(value: string): string {
    return `TIMESTAMPTZ ${this.literal(`${value}+00`)}`;
  }

  protected override clock(value: string): string {
    return `TIMESTAMP ${this.literal(value)}`;
  }

  protected override matches({ of, pattern }: Of<'matches'>): string {
    return `regexp_full_match(${this.print(of)}, ${this.literal(pattern)})`;
  }

  protected override digits(of: string): string {
    return `CAST(${of} AS BIGINT)`;
  }

  protected override dayNumber(of: string): string {
    return `CAST(CAST(${of} AS DATE) - DATE '1970-01-01' AS BIGINT)`;
  }

  protected override exact(of: string): string {
    return `TRY_CAST(CASE WHEN regexp_full_match(${of}, '${NUMBER_PATTERN}') THEN ${of} END AS DECIMAL(38,18))`;
  }

  /** Of a text that must be in a list, its place there tells as much as what it is translated to. */
  protected override isNull(of: Expression): string {
    if (of.op !== 'translate' || of.rest !== null || of.words.size === 0) return super.isNull(of);
    const texts = [...of.words.keys()].map((word) => this.literal(word));
    return `(${this.#placeIn(of.empty === null ? texts : [...texts, 'NULL'], of.of)} IS NULL)`;
  }

  #placeIn(texts: readonly string[], of: Expression): string {
    return `list_position([${texts.join(', ')}]::VARCHAR[], ${this.print(of)})`;
  }

  protected override translate({ of, words, rest, empty }: Of<'translate'>): string {
    // A function of one column alone: DuckDB works it out once per different text of a compressed column.
    const texts = [...words.keys()].map((word) => this.literal(word));
    const numbers = [...words.values()].map(String);
    if (empty !== null) {
      texts.push('NULL');
      numbers.push(String(empty));
    }
    if (texts.length === 0) {
      if (rest === null) return 'NULL::INTEGER';
      return `(CASE WHEN ${this.print(of)} IS NOT NULL THEN ${rest} END)`;
    }
    const place = this.#placeIn(texts, of);
    if (rest === null) return `list_extract([${numbers.join(', ')}], ${place})`;
    const numbered = `list_extract([${[rest, ...numbers].join(', ')}], greatest(${place}, 0) + 1)`;
    return empty === null ? `(CASE WHEN ${this.print(of)} IS NOT NULL THEN ${numbered} END)` : numbered;
  }

  protected override asText(of: string): string {
    return `CAST(${of} AS VARCHAR)`;
  }

  protected override asDouble(of: string): string {
    return `CAST(${of} AS DOUBLE)`;
  }

  protected override asExact(of: string): string {
    return `TRY_CAST(${of} AS DECIMAL(38,18))`;
  }

  protected override whole(of: string): string {
    return `(${of} % 1 = 0)`;
  }

  protected override wholeDouble(of: string): string {
    return `(trunc(${of}) = ${of})`;
  }

  protected override shortDouble(of: string): string {
    const isWhole = `WHEN trunc(${of}) = ${of} THEN abs(${of}) <= 9007199254740991`;
    // Most amounts have few digits: dividing a whole number of them gives back exactly the same double.
    const isPlain = `WHEN abs(${of}) < 1e9 AND round(${of} * 1e6) / 1e6 = ${of} THEN true`;
    const isShort = `CAST(printf('%.15g', ${of}) AS DOUBLE) = ${of}`;
    return `(CASE WHEN NOT isfinite(${of}) THEN false ${isWhole} ${isPlain} ELSE ${isShort} END)`;
  }

  protected override pieces(of: string): string {
    return `string_split(${of}, ';')`;
  }

  protected override each({ of, body }: Of<'each'>): string {
    return `list_transform(${this.print(of)}, lambda ${ELEMENT}: ${this.print(body)})`;
  }

  protected override distinct({ of }: Of<'distinct'>): string {
    return `list_distinct(${this.print(of)})`;
  }

  protected override hasNull(of: string): string {
    return `(len(list_filter(${of}, lambda proviso_item: proviso_item IS NULL)) > 0)`;
  }

  protected override countOf({ of, value }: Of<'count_of'>): string {
    return `len(list_filter(${this.print(of)}, lambda proviso_item: proviso_item = ${value}))::INTEGER`;
  }

  protected override isEmpty(of: string): string {
    return `(len(${of}) = 0)`;
  }

  protected override united(lists: readonly string[]): string {
    return `list_sort(list_distinct(list_concat(${lists.join(', ')})))`;
  }

  protected override appended(lists: readonly string[]): string {
    return `list_concat(${lists.join(', ')})`;
  }

  protected override joined(of: string): string {
    return `array_to_string(${of}, ';')`;
  }

  protected override at(of: string, table: Table): string {
    const place = `${of} + 1`;
    switch (table.kind) {
      case 'entry':
        return `list_extract([${table.values.join(', ')}]::INTEGER[], ${place})`;
      case 'word':
        return `list_extract([${this.#texts(table.values)}]::${this.enumeration(table.closed)}[], ${place})`;
      case 'phrase':
        return `coalesce(list_extract([${this.#texts(table.values)}]::VARCHAR[], ${place}), '')`;
      case 'words': {
        const lists = table.values.map((list) => `[${this.#texts(list)}]`);
        return `coalesce(list_extract([${lists.join(', ')}]::VARCHAR[][], ${place}), [])`;
      }
      case 'numbers': {
        const lists = table.values.map((list) => `[${list.join(', ')}]`);
        return `coalesce(list_extract([${lists.join(', ')}]::INTEGER[][], ${place}), [])`;
      }
    }
  }

  protected override spelled(of: string, closed: readonly string[]): string {
    return `list_transform(${of}, lambda proviso_item: list_extract([${this.#texts(closed)}]::VARCHAR[], proviso_item + 1))`;
  }

  /** The type of a text of a closed set: quicker to write than a text. */
  protected enumeration(closed: readonly string[]): string {
    return closed.length === 0 ? 'VARCHAR' : `ENUM(${this.#texts(closed)})`;
  }

  #texts(values: readonly (string | null)[]): string {
    return values.map((value) => (value === null ? 'NULL' : this.literal(value))).join(', ');
  }
}

/** How much there is to carry about in a constant. */
function weight({ columns }: LookupTable): number {
  return Math.max(
    ...columns.map(({ table }) =>
      table.kind === 'words' || table.kind === 'numbers'
        ? table.values.reduce((sum, list) => sum + 1 + list.length, 0)
        : table.values.length,
    ),
  );
}
