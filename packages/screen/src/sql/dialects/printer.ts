import type { ElementType, Expression, Table } from '../tree/expression.ts';
import type {
  GroupsQuery,
  ItemsQuery,
  LookupTable,
  Named,
  Pipeline,
  Query,
  RowsQuery,
  Step,
  TextsQuery,
  Total,
} from '../tree/pipeline.ts';
import type { QueryPrinter } from './dialect.ts';

type Of<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

/** What all dialects print alike. Whatever they do not is left to each. */
export abstract class Printer implements QueryPrinter {
  readonly setup: readonly string[] = [];
  readonly teardown: readonly string[] = [];

  query(query: Query): string {
    switch (query.kind) {
      case 'rows':
        return this.rows(query);
      case 'groups':
        return this.groups(query);
      case 'items':
        return this.items(query);
      case 'texts':
        return this.texts(query);
    }
  }

  /** An expression, in parentheses where it needs them. */
  print(expression: Expression): string {
    switch (expression.op) {
      case 'column':
        return this.identifier(expression.name);
      case 'null':
        return this.nothing(expression.type);
      case 'text':
        return this.literal(expression.value);
      case 'integer':
        return String(expression.value);
      case 'number':
        return this.number(expression.value);
      case 'double':
        return this.double(expression.value);
      case 'day':
        return `DATE ${this.literal(expression.value)}`;
      case 'instant':
        return this.instant(expression.value);
      case 'clock':
        return this.clock(expression.value);
      case 'compare':
        return this.compare(expression);
      case 'and':
      case 'or':
        return `(${expression.parts.map((part) => this.print(part)).join(expression.op === 'and' ? ' AND ' : ' OR ')})`;
      case 'not':
        return `(NOT ${this.print(expression.of)})`;
      case 'is_null':
        return this.isNull(expression.of);
      case 'case': {
        const arms = expression.arms.map(({ when, then }) => `WHEN ${this.print(when)} THEN ${this.print(then)}`);
        return `(CASE ${arms.join(' ')} ELSE ${this.print(expression.otherwise)} END)`;
      }
      case 'add':
        return `(${expression.parts.map((part) => this.print(part)).join(' + ')})`;
      case 'times':
        return `(${this.print(expression.of)} * ${expression.factor < 0 ? `(${expression.factor})` : expression.factor})`;
      case 'long':
        return this.long(this.print(expression.of));
      case 'least':
        return `least(${this.print(expression.of)}, ${expression.most})`;
      case 'trim':
        return this.trim(this.print(expression.of));
      case 'matches':
        return this.matches(expression);
      case 'slice':
        return this.slice(expression);
      case 'digits':
        return this.digits(this.print(expression.of));
      case 'day_number':
        return this.dayNumber(this.print(expression.of));
      case 'exact':
        return this.exact(this.print(expression.of));
      case 'translate':
        return this.translate(expression);
      case 'concat':
        return this.concat(expression.parts.map((part) => this.print(part)));
      case 'as_text':
        return this.asText(this.print(expression.of));
      case 'as_double':
        return this.asDouble(this.print(expression.of));
      case 'as_exact':
        return this.asExact(this.print(expression.of));
      case 'whole':
        return this.whole(this.print(expression.of));
      case 'whole_double':
        return this.wholeDouble(this.print(expression.of));
      case 'short_double':
        return this.shortDouble(this.print(expression.of));
      case 'pieces':
        return this.pieces(this.print(expression.of));
      case 'each':
        return this.each(expression);
      case 'distinct':
        return this.distinct(expression);
      case 'has_null':
        return this.hasNull(this.print(expression.of));
      case 'count_of':
        return this.countOf(expression);
      case 'is_empty':
        return this.isEmpty(this.print(expression.of));
      case 'united':
        return this.united(expression.lists.map((list) => this.print(list)));
      case 'appended':
        return this.appended(expression.lists.map((list) => this.print(list)));
      case 'joined':
        return this.joined(this.print(expression.of));
      case 'at':
        return this.at(this.print(expression.of), expression.table);
      case 'spelled':
        return this.spelled(this.print(expression.of), expression.closed);
    }
  }

  /** A name, quoted. */
  abstract identifier(name: string): string;
  /** A text, quoted. */
  abstract literal(value: string): string;

  /** The FROM clause of a pipeline: its rows, and how names of the input and of steps are then written. */
  protected abstract from(pipeline: Pipeline): string;
  /** All columns of the input, in a SELECT from {@link from}. */
  protected abstract inputColumns(pipeline: Pipeline): string;

  /** As a whole number of 64 bits. */
  protected long(of: string): string {
    return `CAST(${of} AS BIGINT)`;
  }

  protected abstract nothing(type: ElementType): string;
  protected abstract number(value: string): string;
  protected abstract double(value: number): string;
  protected abstract instant(value: string): string;
  protected abstract clock(value: string): string;
  protected abstract matches(expression: Of<'matches'>): string;
  protected abstract digits(of: string): string;
  protected abstract dayNumber(of: string): string;
  protected abstract exact(of: string): string;
  protected abstract translate(expression: Of<'translate'>): string;
  protected abstract asText(of: string): string;
  protected abstract asDouble(of: string): string;
  protected abstract asExact(of: string): string;
  protected abstract whole(of: string): string;
  protected abstract wholeDouble(of: string): string;
  protected abstract shortDouble(of: string): string;
  protected abstract pieces(of: string): string;
  protected abstract each(expression: Of<'each'>): string;
  protected abstract distinct(expression: Of<'distinct'>): string;
  protected abstract hasNull(of: string): string;
  protected abstract countOf(expression: Of<'count_of'>): string;
  protected abstract isEmpty(of: string): string;
  protected abstract united(lists: readonly string[]): string;
  protected abstract appended(lists: readonly string[]): string;
  protected abstract joined(of: string): string;
  protected abstract at(of: string, table: Table): string;
  protected abstract spelled(of: string, closed: readonly string[]): string;

  protected compare({ left, sign, right }: Of<'compare'>): string {
    return `(${this.print(left)} ${sign} ${this.print(right)})`;
  }

  protected isNull(of: Expression): string {
    return `(${this.print(of)} IS NULL)`;
  }

  protected trim(of: string): string {
    return `trim(${of})`;
  }

  protected slice({ of, from, length }: Of<'slice'>): string {
    return `substring(${this.print(of)}, ${from}${length === undefined ? '' : `, ${length}`})`;
  }

  protected concat(parts: readonly string[]): string {
    return `concat(${parts.join(', ')})`;
  }

  /** Rows for which a test is true. */
  protected countWhere(test: string): string {
    return `count(*) FILTER (WHERE ${test})`;
  }

  protected sum(of: string): string {
    return `coalesce(sum(${of}), 0)`;
  }

  protected rows(query: RowsQuery): string {
    const { pipeline, keep, add, filter } = query;
    const kept = keep?.map((name) => this.inputColumn(name)) ?? [this.inputColumns(pipeline)];
    const columns = [...kept, ...add.map((named) => this.named(named))];
    const where = filter === undefined ? '' : ` WHERE ${this.print(filter)}`;
    return `SELECT ${columns.join(', ')} FROM ${this.from(pipeline)}${where}`;
  }

  protected groups({ pipeline, keys, totals }: GroupsQuery): string {
    const inner = [
      ...keys.map(({ key }) => this.identifier(key)),
      ...totals.map((total) => `${this.total(total)} AS ${this.identifier(total.name)}`),
    ];
    const grouped = `SELECT ${inner.join(', ')} FROM ${this.from(pipeline)} GROUP BY ${keys.map(({ key }) => this.identifier(key)).join(', ')}`;
    const outer = [
      ...keys.map(({ name, shown }) => this.named({ name, value: shown })),
      ...totals.map(({ name }) => this.identifier(name)),
    ];
    return `SELECT ${outer.join(', ')} FROM (${grouped}) AS proviso_groups`;
  }

  protected items({ pipeline, item, items }: ItemsQuery): string {
    const inner = items.flatMap(({ totals }, index) =>
      totals.map((total) => `${this.total(total)} AS ${this.identifier(`proviso_${total.name}_${index}`)}`),
    );
    const all = `SELECT ${inner.length === 0 ? '0 AS proviso_none' : inner.join(', ')} FROM ${this.from(pipeline)}`;
    const list = items.map(
      ({ name }, index) => `SELECT ${index} AS proviso_item, ${this.literal(name)} AS ${this.identifier(item)}`,
    );
    const totals = items[0]?.totals ?? [];
    const columns = totals.map(({ name }) => {
      const arms = items.map((_, index) => `WHEN ${index} THEN ${this.identifier(`proviso_${name}_${index}`)}`);
      return `CASE proviso_item ${arms.join(' ')} END AS ${this.identifier(name)}`;
    });
    if (items.length === 0)
      return `SELECT ${this.literal('')} AS ${this.identifier(item)} FROM (${all}) AS proviso_totals WHERE 1 = 0`;
    return `SELECT ${[this.identifier(item), ...columns].join(', ')} FROM (${all}) AS proviso_totals CROSS JOIN (${list.join(' UNION ALL ')}) AS proviso_items ORDER BY proviso_item`;
  }

  protected texts({ pipeline, item, text, items }: TextsQuery): string {
    return items
      .map(({ name, value }) => {
        const columns = `${this.literal(name)} AS ${this.identifier(item)}, ${this.print(value)} AS ${this.identifier(text)}`;
        const rows = `SELECT ${columns} FROM ${this.from(pipeline)}`;
        return `SELECT DISTINCT ${this.identifier(item)}, ${this.identifier(text)} FROM (${rows}) AS proviso_texts WHERE ${this.identifier(text)} IS NOT NULL`;
      })
      .join(' UNION ALL ');
  }

  /** A column of the input in a SELECT list. */
  protected inputColumn(name: string): string {
    return this.identifier(name);
  }

  protected named({ name, value }: Named): string {
    return `${this.print(value)} AS ${this.identifier(name)}`;
  }

  protected total(total: Total): string {
    switch (total.kind) {
      case 'rows':
        return 'count(*)';
      case 'rows_where':
        return this.countWhere(this.print(total.test));
      case 'sum':
        return this.sum(this.print(total.of));
    }
  }
}

/** Rows with columns added step by step, one SELECT within the other: for dialects that can leave out columns of `*`. */
export abstract class NestedPrinter extends Printer {
  /** The word for leaving out columns of `*`. */
  protected abstract readonly except: string;

  protected override from({ source, where, steps }: Pipeline): string {
    let sql = where === undefined ? source : `(SELECT * FROM ${source} WHERE ${where})`;
    for (const step of steps.filter(addsColumns)) sql = `(${this.step(step, sql)})`;
    return sql;
  }

  protected override inputColumns({ steps }: Pipeline): string {
    const names = addedBy(steps);
    return names.length === 0 ? '*' : `* ${this.except} (${names.map((name) => this.identifier(name)).join(', ')})`;
  }

  protected step(step: Step, from: string): string {
    const columns = step.kind === 'compute' ? step.columns : inlined(step);
    return `SELECT *, ${columns.map((named) => this.named(named)).join(', ')} FROM ${from}`;
  }
}

/** Rows with columns added step by step by subqueries beside them: for dialects that cannot. */
export abstract class LateralPrinter extends Printer {
  /** Put behind each subquery, to keep the engine from working it out once per use. */
  protected abstract readonly fence: string;

  protected override from({ source, where, steps }: Pipeline): string {
    const rows = where === undefined ? source : `(SELECT * FROM ${source} WHERE ${where})`;
    const beside = steps.filter(addsColumns).map((step, index) => {
      const columns = step.kind === 'compute' ? step.columns : inlined(step);
      const list = columns.map((named) => this.named(named)).join(', ');
      return ` CROSS JOIN LATERAL (SELECT ${list}${this.fence}) AS proviso_step_${index + 1}`;
    });
    return `${rows} AS proviso_input${beside.join('')}`;
  }

  protected override inputColumns(): string {
    return 'proviso_input.*';
  }
}

function addsColumns({ columns }: Step): boolean {
  return columns.length > 0;
}

/** A lookup as computed columns. */
export function inlined({ of, table, columns }: Extract<Step, { readonly kind: 'lookup' }>): readonly Named[] {
  return columns.map(({ from, name }) => ({ name, value: { op: 'at', of, table: tableOf(table, from) } }));
}

/** A column of a lookup table. */
export function tableOf(table: LookupTable, name: string): Table {
  const found = table.columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`the table ${table.name} has no column ${name}`);
  return found.table;
}

/** The names of all columns that steps add. */
export function addedBy(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => step.columns.map(({ name }) => name));
}
