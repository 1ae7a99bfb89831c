import type { Program } from '@proviso/logic';
import { statusAt } from '@proviso/logic';
import { type TabulateQuestion, type Tabulation, tabulate } from '@proviso/logic/tabulate';
import { formatInstant } from '@proviso/model';
import type { ColumnMapping } from '../columns.ts';
import type { ComparisonSideInput } from '../summary/index.ts';
import type { Screening } from './screening.ts';

/** What the same rows are also judged by; what is absent is as in the screening. */
export interface Against {
  readonly program?: Program;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** One side of a comparison, and how rows are judged by it. */
export interface Side extends ComparisonSideInput {
  readonly program: Program;
  readonly mapping: ColumnMapping;
}

/** Both sides: before is what is compared with, after is the screening itself. */
export function sidesOf(screening: Screening, against: Against): { readonly before: Side; readonly after: Side } {
  const { options } = screening;
  const program = against.program ?? options.program;
  const facts = screening.mapping.facts.filter(({ fact }) => program.compiled.facts.has(fact));
  const was: Asked = {
    program,
    question: questionOf(screening, against),
    // One date for all rows goes before the date of each.
    mapping: against.asOf === undefined ? { ...screening.mapping, facts } : { facts },
  };
  const is: Asked = { program: options.program, question: screening.question, mapping: screening.mapping };
  const before = described(was);
  const after = described(is);
  const reach = changedStatus(before, after);
  return {
    before: { ...was, ...before, tabulation: tabulated(was, reach) },
    after: { ...is, ...after, tabulation: reach.length === 0 ? screening.tabulation : tabulated(is, reach) },
  };
}

interface Asked {
  readonly program: Program;
  readonly question: TabulateQuestion;
  readonly mapping: ColumnMapping;
}

interface Described extends Pick<ComparisonSideInput, 'rulebook' | 'question' | 'statusOf'> {
  /** The status of every provision; absent where each row has its own date. */
  readonly statuses?: ReadonlyMap<string, string>;
}

function questionOf(screening: Screening, against: Against): TabulateQuestion {
  const { options, mapping } = screening;
  const asOf = against.asOf ?? options.asOf;
  const knownOn = against.knownOn ?? options.knownOn;
  const isPerRow = against.asOf === undefined && mapping.asOf !== undefined;
  return {
    ...(isPerRow ? { asOfPerRow: true } : asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
    readings: { ...options.readings, ...against.readings },
  };
}

/** The answers to rows of the table, and where the provisions whose status differs reach: that is told of nothing else. */
function tabulated({ program, question, mapping }: Asked, reach: readonly string[]): Tabulation {
  return tabulate(program, question, { facts: mapping.facts.map(({ fact }) => fact), reach });
}

/** The provisions whose status differs; none where each row has its own date. */
function changedStatus({ statuses: was }: Described, { statuses: is }: Described): readonly string[] {
  if (was === undefined || is === undefined) return [];
  return [...new Set([...was.keys(), ...is.keys()])].filter((provision) => was.get(provision) !== is.get(provision));
}

function described({ program, question, mapping }: Asked): Described {
  const { compiled, rulebook } = program;
  const readings = question.readings ?? {};
  const { asOfPerRow, ...asked } = question;
  const { vantage } = program.at(asked).question;
  const asOf =
    asOfPerRow === true ? { column: mapping.asOf?.column ?? '' } : formatInstant(rulebook.zone, vantage.asOf);
  const knownOn = vantage.knownOn === null ? null : formatInstant(rulebook.zone, vantage.knownOn);
  const side = { rulebook, question: { asOf, knownOn, readings } };
  if (asOfPerRow === true) return side;
  const reports = new Map(
    statusAt(compiled.status, rulebook, vantage, readings).map((report) => [report.provision, report]),
  );
  return {
    ...side,
    statuses: new Map([...reports].map(([provision, { status }]) => [provision, status])),
    statusOf: (provision) => {
      const report = reports.get(provision);
      return report === undefined
        ? null
        : { status: report.status, event: report.event, since: report.since, citation: provision };
    },
  };
}
