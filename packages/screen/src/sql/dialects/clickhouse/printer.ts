import { parseDate } from '@proviso/model';
import { ScreenError } from '../../../errors.ts';
import { NUMBER_PATTERN } from '../../codec/patterns.ts';
import { ELEMENT, type ElementType, type Expression, type Table } from '../../tree/expression.ts';
import { NestedPrinter } from '../printer.ts';

type Of<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

const TYPES: Readonly<Record<ElementType, string>> = { integer: 'Int32', text: 'String', number: 'Decimal(38, 18)' };

/** Prints for ClickHouse. */
export class ClickHousePrinter extends NestedPrinter {
  protected override readonly except = 'EXCEPT';

  override identifier(name: string): string {
    return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
  }

  override literal(value: string): string {
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  }

  /** Its dates and times begin and end sooner than ours, so they are compared as numbers. */
  protected override compare(expression: Of<'compare'>): string {
    const { left, sign, right } = expression;
    if (right.op === 'day') {
      const days = `dateDiff('day', toDate32('1970-01-01'), ${this.print(left)})`;
      return `(${days} ${sign} ${parseDate(right.value) ?? 0})`;
    }
    if (right.op === 'instant') {
      const micros = `toUnixTimestamp64Micro(toDateTime64(${this.print(left)}, 6))`;
      return `(${micros} ${sign} ${Date.parse(`${right.value.replace(' ', 'T')}Z`)}000)`;
    }
    return super.compare(expression);
  }

  protected override trim(of: string): string {
    return `trimBoth(${of})`;
  }

  protected override countWhere(test: string): string {
    return `countIf(${test})`;
  }

  protected override long(of: string): string {
    return `toInt64(${of})`;
  }

  protected override nothing(type: ElementType): string {
    return `CAST(NULL AS Nullable(${TYPES[type]}))`;
  }

  protected override number(value: string): string {
    return `toDecimal256('${value}', 28)`;
  }

  protected override double(value: number): string {
    return `toFloat64('${value}')`;
  }

  protected override instant(value: string): string {
    return `toDateTime64('${value}', 3, 'UTC')`;
  }

  protected override clock(value: string): string {
    throw new ScreenError('cannot_in_dialect', `ClickHouse has no clock times without a zone (${value})`, {
      values: { dialect: 'clickhouse' },
      hint: 'keep the column as DateTime64, which is an instant',
    });
  }

  protected override matches({ of, pattern }: Of<'matches'>): string {
    return this.#matches(this.print(of), pattern);
  }

  #matches(of: string, pattern: string): string {
    return `match(${of}, ${this.literal(`^(${pattern})$`)})`;
  }

  protected override digits(of: string): string {
    return `toInt64OrNull(${of})`;
  }

  protected override dayNumber(of: string): string {
    const part = (from: number, length: number) => `toInt64OrNull(substring(${of}, ${from}, ${length}))`;
    const month = part(6, 2);
    const year = `(${part(1, 4)} - if(${month} <= 2, 1, 0))`;
    const dayOfYear = `(intDiv(153 * (${month} + if(${month} > 2, -3, 9)) + 2, 5) + ${part(9, 2)} - 1)`;
    return `(${year} * 365 + intDiv(${year}, 4) - intDiv(${year}, 100) + intDiv(${year}, 400) + ${dayOfYear} - 719468)`;
  }

  protected override exact(of: string): string {
    const unsigned = `replaceRegexpOne(${of}, '^[+]', '')`;
    return `if(${this.#matches(of, NUMBER_PATTERN)}, toDecimal128OrNull(${unsigned}, 18), NULL)`;
  }

  protected override translate({ of, words, rest, empty }: Of<'translate'>): string {
    const value = this.print(of);
    const shown = (number: number | null) => (number === null ? this.nothing('integer') : `toInt32(${number})`);
    const texts = [...words.keys()].map((word) => this.literal(word)).join(', ');
    const numbers = [...words.values()].join(', ');
    const known = `toString(assumeNotNull(${value}))`;
    const found =
      words.size === 0
        ? shown(rest)
        : `transform(${known}, [${texts}], CAST([${numbers}] AS Array(Int32)), toInt32(${rest ?? -1}))`;
    const noted = rest === null && words.size > 0 ? `nullIf(${found}, -1)` : found;
    return `if(isNull(${value}), ${shown(empty)}, ${noted})`;
  }

  protected override asText(of: string): string {
    return `toString(${of})`;
  }

  protected override asDouble(of: string): string {
    return `toFloat64(${of})`;
  }

  protected override asExact(of: string): string {
    return `toDecimal128OrNull(toString(${of}), 18)`;
  }

  protected override whole(of: string): string {
    return `(truncate(${of}) = ${of})`;
  }

  protected override wholeDouble(of: string): string {
    return `(trunc(${of}) = ${of})`;
  }

  protected override shortDouble(of: string): string {
    const mantissa = `arrayElement(splitByChar('e', toString(assumeNotNull(${of}))), 1)`;
    const digits = `length(replaceRegexpOne(replaceRegexpAll(${mantissa}, '[-.]', ''), '^0+', ''))`;
    return `multiIf(isNull(${of}), NULL, NOT isFinite(${of}), 0, trunc(${of}) = ${of}, abs(${of}) <= 9007199254740991, ${digits} <= 15)`;
  }

  protected override pieces(of: string): string {
    return `splitByChar(';', assumeNotNull(toString(${of})))`;
  }

  protected override each({ of, body }: Of<'each'>): string {
    return `arrayMap(${ELEMENT} -> ${this.print(body)}, ${this.print(of)})`;
  }

  protected override distinct({ of }: Of<'distinct'>): string {
    return `arrayDistinct(${this.print(of)})`;
  }

  protected override hasNull(of: string): string {
    return `arrayExists(proviso_item -> isNull(proviso_item), ${of})`;
  }

  protected override countOf({ of, value }: Of<'count_of'>): string {
    return `toInt32(countEqual(${this.print(of)}, ${value}))`;
  }

  protected override isEmpty(of: string): string {
    return `empty(${of})`;
  }

  protected override united(lists: readonly string[]): string {
    return `arraySort(arrayDistinct(arrayConcat(${lists.join(', ')})))`;
  }

  protected override appended(lists: readonly string[]): string {
    return `arrayConcat(${lists.join(', ')})`;
  }

  protected override joined(of: string): string {
    return `arrayStringConcat(${of}, ';')`;
  }

  protected override at(of: string, table: Table): string {
    // What NULL is looked up as stands at the first place.
    const element = (items: readonly string[], type: string) =>
      `arrayElement(CAST([${items.join(', ')}] AS Array(${type})), ifNull(${of}, -1) + 2)`;
    switch (table.kind) {
      case 'entry': {
        const text = `[NULL,${table.values.join(',')}]`;
        return `arrayElement(CAST('${text}' AS Array(Nullable(Int32))), ifNull(${of}, -1) + 2)`;
      }
      case 'word':
        return element(['NULL', ...table.values.map((value) => this.#text(value))], 'Nullable(String)');
      case 'phrase':
        return element(["''", ...table.values.map((value) => this.#text(value))], 'String');
      case 'words': {
        const lists = table.values.map((list) => `[${list.map((value) => this.#text(value)).join(', ')}]`);
        return element(['[]', ...lists], 'Array(String)');
      }
      case 'numbers':
        return element(['[]', ...table.values.map((list) => `[${list.join(', ')}]`)], 'Array(Int32)');
    }
  }

  protected override spelled(of: string, closed: readonly string[]): string {
    const texts = `CAST([${closed.map((value) => this.#text(value)).join(', ')}] AS Array(String))`;
    return `arrayMap(proviso_item -> arrayElement(${texts}, proviso_item + 1), ${of})`;
  }

  #text(value: string | null): string {
    return value === null ? 'NULL' : this.literal(value);
  }
}
