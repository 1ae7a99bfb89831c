import { ENGINE_VERSION } from '@proviso/logic';
import { formatInstant } from '@proviso/model';
import type { DialectName, Screening } from '@proviso/screen';

/** What an SQL text was made from: the law, the question, and the columns that it counts on. */
export interface SqlOrigin {
  readonly engine: string;
  readonly rulebook: { readonly id: string; readonly digest: string };
  /** An instant, or the column that gives each row its own. */
  readonly asOf: string | { readonly column: string };
  readonly knownOn: string | null;
  readonly readings: Readonly<Record<string, string>>;
  readonly dialect: DialectName;
  /** The table expression that it reads. */
  readonly table: string;
  readonly columns: readonly SqlColumn[];
}

/** A column that the table must have. */
export interface SqlColumn {
  readonly column: string;
  readonly stored: string;
  /** The fact that it gives. */
  readonly fact?: string;
}

/** Works out the origin of the SQL of a run. */
export function originOf(screening: Screening, dialect: DialectName, table: string): SqlOrigin {
  const { mapping, options, source } = screening;
  const { program } = options;
  const { asOfPerRow: _, ...asked } = screening.question;
  const { vantage, readings } = program.at(asked).question;
  const { zone, id } = program.rulebook;
  const facts = new Map(mapping.facts.map(({ column, fact }) => [column, fact]));
  return {
    engine: ENGINE_VERSION,
    rulebook: { id, digest: program.digest },
    asOf: mapping.asOf === undefined ? formatInstant(zone, vantage.asOf) : { column: mapping.asOf.column },
    knownOn: vantage.knownOn === null ? null : formatInstant(zone, vantage.knownOn),
    readings,
    dialect,
    table,
    columns: source.columns.map(({ name, stored }) => {
      const fact = facts.get(name);
      return { column: name, stored, ...(fact === undefined ? {} : { fact }) };
    }),
  };
}

/**
 * The origin as comments of SQL, one member per line as JSON, columns one by one. Line breaks in names are escaped, so that
 * nothing can leave its comment.
 */
export function headerOf({ columns, ...origin }: SqlOrigin): string {
  const lines = [
    ...Object.entries(origin).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
    ...columns.map((column) => `column ${JSON.stringify(column)}`),
  ];
  return lines.map((line) => `-- proviso ${line}\n`).join('');
}
