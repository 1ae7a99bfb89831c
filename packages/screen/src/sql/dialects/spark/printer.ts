import { NUMBER_PATTERN } from '../../codec/patterns.ts';
import { ELEMENT, type ElementType, type Expression, type Table } from '../../tree/expression.ts';
import { LateralPrinter } from '../printer.ts';

type Of<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

const TYPES: Readonly<Record<ElementType, string>> = { integer: 'INT', text: 'STRING', number: 'DECIMAL(38,18)' };

/** Prints for Spark SQL, with ANSI mode on or off. */
export class SparkPrinter extends LateralPrinter {
  protected override readonly fence = '';

  override identifier(name: string): string {
    return `\`${name.replaceAll('`', '``')}\``;
  }

  override literal(value: string): string {
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  }

  protected override inputColumn(name: string): string {
    return `proviso_input.${this.identifier(name)}`;
  }

  protected override trim(of: string): string {
    return `trim(BOTH ' ' FROM ${of})`;
  }

  protected override nothing(type: ElementType): string {
    return `CAST(NULL AS ${TYPES[type]})`;
  }

  protected override number(value: string): string {
    return value.startsWith('-') ? `(${value}BD)` : `${value}BD`;
  }

  protected override double(value: number): string {
    return `CAST('${value}' AS DOUBLE)`;
  }

  protected override instant(value: string): string {
    return `TIMESTAMP_LTZ '${value}+00:00'`;
  }

  protected override clock(value: string): string {
    return `TIMESTAMP_NTZ '${value}'`;
  }

  protected override matches({ of, pattern }: Of<'matches'>): string {
    return this.#matches(this.print(of), pattern);
  }

  #matches(of: string, pattern: string): string {
    // A dollar sign would also match before a line break at the end.
    return `(${of} RLIKE ${this.literal(`^(${pattern})\\z`)})`;
  }

  protected override digits(of: string): string {
    return `try_cast(${of} AS BIGINT)`;
  }

  protected override dayNumber(of: string): string {
    return `CAST(datediff(try_cast(${of} AS DATE), DATE '1970-01-01') AS BIGINT)`;
  }

  protected override exact(of: string): string {
    return `(CASE WHEN ${this.#matches(of, NUMBER_PATTERN)} THEN try_cast(${of} AS DECIMAL(38,18)) END)`;
  }

  protected override translate({ of, words, rest, empty }: Of<'translate'>): string {
    const value = this.print(of);
    const byNumber = new Map<number, string[]>();
    for (const [word, number] of words) byNumber.set(number, [...(byNumber.get(number) ?? []), this.literal(word)]);
    const arms = [...byNumber].map(([number, texts]) => `WHEN ${value} IN (${texts.join(', ')}) THEN ${number}`);
    const shown = (number: number | null) => (number === null ? 'CAST(NULL AS INT)' : String(number));
    return `(CASE WHEN ${value} IS NULL THEN ${shown(empty)} ${arms.join(' ')} ELSE ${shown(rest)} END)`;
  }

  protected override asText(of: string): string {
    return `CAST(${of} AS STRING)`;
  }

  protected override asDouble(of: string): string {
    return `CAST(${of} AS DOUBLE)`;
  }

  protected override asExact(of: string): string {
    return `try_cast(${of} AS DECIMAL(38,18))`;
  }

  protected override whole(of: string): string {
    return `(${of} % 1 = 0)`;
  }

  protected override wholeDouble(of: string): string {
    return `(rint(${of}) = ${of})`;
  }

  protected override shortDouble(of: string): string {
    const isOdd = `isnan(${of}) OR abs(${of}) = CAST('Infinity' AS DOUBLE)`;
    const isShort = `try_cast(format_string('%.14e', ${of}) AS DOUBLE) = ${of}`;
    return `(CASE WHEN ${isOdd} THEN false WHEN rint(${of}) = ${of} THEN abs(${of}) <= 9007199254740991D ELSE ${isShort} END)`;
  }

  protected override pieces(of: string): string {
    return `split(${of}, ';', -1)`;
  }

  protected override each({ of, body }: Of<'each'>): string {
    return `transform(${this.print(of)}, ${ELEMENT} -> ${this.print(body)})`;
  }

  protected override distinct({ of }: Of<'distinct'>): string {
    return `array_distinct(${this.print(of)})`;
  }

  protected override hasNull(of: string): string {
    return `exists(${of}, proviso_item -> proviso_item IS NULL)`;
  }

  protected override countOf({ of, value }: Of<'count_of'>): string {
    return `size(filter(${this.print(of)}, proviso_item -> proviso_item = ${value}))`;
  }

  protected override isEmpty(of: string): string {
    return `(size(${of}) = 0)`;
  }

  protected override united(lists: readonly string[]): string {
    return `sort_array(array_distinct(concat(${lists.join(', ')})))`;
  }

  protected override appended(lists: readonly string[]): string {
    return `concat(${lists.join(', ')})`;
  }

  protected override joined(of: string): string {
    return `array_join(${of}, ';')`;
  }

  protected override at(of: string, table: Table): string {
    // `element_at` takes itself for never NULL in ANSI mode, even where the place is.
    const element = (array: string) => `get(${array}, ${of})`;
    switch (table.kind) {
      case 'entry':
        // One text is read much faster than thousands of constants, and folded into a constant array all the same.
        return element(`CAST(split('${table.values.join(',')}', ',') AS ARRAY<INT>)`);
      case 'word':
        return element(
          this.#array(
            table.values.map((value) => this.#text(value)),
            'STRING',
          ),
        );
      case 'phrase':
        return `coalesce(${element(
          this.#array(
            table.values.map((value) => this.#text(value)),
            'STRING',
          ),
        )}, '')`;
      case 'words': {
        const lists = table.values.map((list) =>
          this.#array(
            list.map((value) => this.#text(value)),
            'STRING',
          ),
        );
        return `coalesce(${element(this.#array(lists, 'ARRAY<STRING>'))}, ${this.#array([], 'STRING')})`;
      }
      case 'numbers': {
        const lists = table.values.map((list) => this.#array(list.map(String), 'INT'));
        return `coalesce(${element(this.#array(lists, 'ARRAY<INT>'))}, ${this.#array([], 'INT')})`;
      }
    }
  }

  protected override spelled(of: string, closed: readonly string[]): string {
    const texts = this.#array(
      closed.map((value) => this.#text(value)),
      'STRING',
    );
    return `transform(${of}, proviso_item -> get(${texts}, proviso_item))`;
  }

  #text(value: string | null): string {
    return value === null ? 'CAST(NULL AS STRING)' : this.literal(value);
  }

  #array(items: readonly string[], type: string): string {
    return items.length === 0 ? `CAST(array() AS ARRAY<${type}>)` : `array(${items.join(', ')})`;
  }
}
