import { NUMBER_PATTERN } from '../../codec/patterns.ts';
import { ELEMENT, type ElementType, type Expression, type Table } from '../../tree/expression.ts';
import { LateralPrinter } from '../printer.ts';

type Of<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

const TYPES: Readonly<Record<ElementType, string>> = { integer: 'integer', text: 'text', number: 'numeric' };
const SEPARATOR = '\u001f';

/** Prints for PostgreSQL: rows are worked out one by one, tables of constants are arrays. */
export class PostgreSqlPrinter extends LateralPrinter {
  // Without it the planner would put the subquery's expressions wherever its columns are used.
  protected override readonly fence = ' OFFSET 0';

  override identifier(name: string): string {
    return `"${name.replaceAll('"', '""')}"`;
  }

  override literal(value: string): string {
    const quoted = `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
    return value.includes('\\') ? `E${quoted}` : quoted;
  }

  protected override inputColumn(name: string): string {
    return `proviso_input.${this.identifier(name)}`;
  }

  protected override compare(expression: Of<'compare'>): string {
    if (expression.right.op !== 'text') return super.compare(expression);
    const { left, sign, right } = expression;
    return `(${this.print(left)} ${sign} ${this.print(right)} COLLATE "C")`;
  }

  protected override trim(of: string): string {
    return `btrim(${of}::text, ' ')`;
  }

  protected override nothing(type: ElementType): string {
    return `NULL::${TYPES[type]}`;
  }

  protected override number(value: string): string {
    return value.startsWith('-') ? `(${value})` : value;
  }

  protected override double(value: number): string {
    return `'${value}'::double precision`;
  }

  protected override instant(value: string): string {
    return `TIMESTAMPTZ '${value}+00'`;
  }

  protected override clock(value: string): string {
    return `TIMESTAMP '${value}'`;
  }

  protected override matches({ of, pattern }: Of<'matches'>): string {
    return this.#matches(this.print(of), pattern);
  }

  #matches(of: string, pattern: string): string {
    return `(${of} COLLATE "C" ~ ${this.literal(`^(${pattern})$`)})`;
  }

  protected override digits(of: string): string {
    return `${of}::bigint`;
  }

  protected override dayNumber(of: string): string {
    return `(${of}::date - DATE '1970-01-01')::bigint`;
  }

  protected override exact(of: string): string {
    return `(CASE WHEN ${this.#matches(of, NUMBER_PATTERN)} THEN ${of}::numeric END)`;
  }

  protected override translate({ of, words, rest, empty }: Of<'translate'>): string {
    const texts = [...words.keys()].map((word) => this.literal(word));
    const numbers = [...words.values()].map(String);
    const value = this.print(of);
    if (empty !== null) {
      texts.push('NULL');
      numbers.push(String(empty));
    }
    const place = `array_position(ARRAY[${texts.join(', ')}]::text[], ${value} COLLATE "C")`;
    const found = texts.length === 0 ? 'NULL::integer' : `(ARRAY[${numbers.join(', ')}]::integer[])[${place}]`;
    if (rest === null) return found;
    return empty === null
      ? `(CASE WHEN ${value} IS NOT NULL THEN coalesce(${found}, ${rest}) END)`
      : `coalesce(${found}, ${rest})`;
  }

  protected override asText(of: string): string {
    return `${of}::text`;
  }

  protected override asDouble(of: string): string {
    return `${of}::double precision`;
  }

  protected override asExact(of: string): string {
    const value = `${of}::numeric`;
    const isSmall = `${value} > -1e20 AND ${value} < 1e20`;
    return `(CASE WHEN ${isSmall} THEN CASE WHEN trunc(${value}, 18) = ${value} THEN ${value} END END)`;
  }

  protected override whole(of: string): string {
    return `(trunc(${of}) = ${of})`;
  }

  protected override wholeDouble(of: string): string {
    return `(trunc(${of}) = ${of})`;
  }

  protected override shortDouble(of: string): string {
    const isOdd = `${of} IN ('NaN'::double precision, 'Infinity'::double precision, '-Infinity'::double precision)`;
    // A double becomes a numeric of 15 digits.
    return `(CASE WHEN ${isOdd} THEN false WHEN trunc(${of}) = ${of} THEN abs(${of}) <= 9007199254740991 ELSE ${of}::numeric::double precision = ${of} END)`;
  }

  protected override pieces(of: string): string {
    return `string_to_array(${of}::text, ';')`;
  }

  protected override each({ of, body, gives }: Of<'each'>): string {
    const list = this.print(of);
    const elements = `unnest(${list}) WITH ORDINALITY AS proviso_list(${ELEMENT}, proviso_number)`;
    const made = `(SELECT array_agg((${this.print(body)})::${TYPES[gives]} ORDER BY proviso_number) FROM ${elements})`;
    return `(CASE WHEN ${list} IS NOT NULL THEN coalesce(${made}, '{}'::${TYPES[gives]}[]) END)`;
  }

  protected override distinct({ of, holds }: Of<'distinct'>): string {
    const item = holds === 'text' ? 'proviso_item COLLATE "C"' : 'proviso_item';
    return `ARRAY(SELECT DISTINCT ${item} FROM unnest(${this.print(of)}) AS proviso_item)`;
  }

  protected override hasNull(of: string): string {
    return `(array_position(${of}, NULL) IS NOT NULL)`;
  }

  protected override countOf({ of, value }: Of<'count_of'>): string {
    return `(SELECT count(*) FROM unnest(${this.print(of)}) AS proviso_item WHERE proviso_item = ${value})::integer`;
  }

  protected override isEmpty(of: string): string {
    return `(cardinality(${of}) = 0)`;
  }

  protected override united(lists: readonly string[]): string {
    return `ARRAY(SELECT DISTINCT proviso_item FROM unnest(${lists.join(' || ')}) AS proviso_item ORDER BY proviso_item)`;
  }

  protected override appended(lists: readonly string[]): string {
    return `(${lists.join(' || ')})`;
  }

  protected override joined(of: string): string {
    return `array_to_string(${of}, ';')`;
  }

  protected override at(of: string, table: Table): string {
    const place = `[(${of}) + 1]`;
    switch (table.kind) {
      case 'entry':
        return `('{${table.values.join(',')}}'::integer[])${place}`;
      case 'word':
        return `(${this.#texts(table.values)})${place}`;
      case 'phrase':
        return `coalesce((${this.#texts(table.values)})${place}, '')`;
      case 'words':
      case 'numbers': {
        // Arrays of arrays must all have one length here, so each is kept as a text.
        const lists = this.#texts(table.values.map((list) => list.join(SEPARATOR)));
        const type = table.kind === 'words' ? 'text' : 'integer';
        return `coalesce(string_to_array((${lists})${place}, ${this.literal(SEPARATOR)}), '{}')::${type}[]`;
      }
    }
  }

  protected override spelled(of: string, closed: readonly string[]): string {
    const item = `(${this.#texts(closed)})[proviso_item + 1]`;
    return `ARRAY(SELECT ${item} FROM unnest(${of}) WITH ORDINALITY AS proviso_list(proviso_item, proviso_number) ORDER BY proviso_number)`;
  }

  #texts(values: readonly (string | null)[]): string {
    return `ARRAY[${values.map((value) => (value === null ? 'NULL' : this.literal(value))).join(', ')}]::text[]`;
  }
}
