import type { Language, Status } from '@proviso/model';
import { reports as en } from './en/reports.ts';
import { reports as zh } from './zh/reports.ts';

/** What the interview, the time line, the tests and the checks say. */
export interface ReportMessages {
  readonly ask: AskMessages;
  readonly timeline: TimelineMessages;
  readonly test: TestMessages;
  readonly check: CheckMessages;
  readonly format: FormatMessages;
}

/** How large a rulebook is once compiled. */
export interface RulebookSize {
  readonly rulebook: string;
  readonly rules: number;
  readonly variables: number;
  /** Nodes of all diagrams. */
  readonly nodes: number;
  /** Different laws in force, each with a verdict diagram. */
  readonly frames: number;
  /** To compile it and to work out the law at every pair of dates. */
  readonly milliseconds: number;
}

/** The interview. */
export interface AskMessages {
  opening(rulebook: string, asOf: string): string;
  readonly keys: string;
  question(number: number, atMostLeft: number): string;
  readonly prompt: string;
  readonly why: string;
  whyAsked(name: string, verdicts: string): string;
  readonly whyCites: string;
  readonly noneBefore: string;
  wrongChoice(expected: string): string;
  readonly ended: string;
  readonly settled: string;
  readonly nothingLeft: string;
}

/** The time line. */
export interface TimelineMessages {
  title(rulebook: string, known: string): string;
  readonly legend: string;
  readonly notEnforced: string;
  readonly changes: string;
  readonly sinceEver: string;
  depends(on: string): string;
  through(provision: string): string;
  readonly statusLetters: Readonly<Record<Status, string>>;
}

/** The tests. */
export interface TestMessages {
  /** What was wanted, and what came. */
  compared(wanted: string, got: string): string;
  readonly fields: Readonly<
    Record<'verdict' | 'mayProceed' | 'possible' | 'heldBack' | 'enforced' | 'needs' | 'cites', string>
  >;
  readonly nothing: string;
  failed(name: string, place: string): string;
  readonly because: string;
  noAnswer(reason: string): string;
  /** The last line is `N passed, N failed` in every language: programs read it. */
  closing(passed: number, failed: number): readonly string[];
  readonly none: string;
  wrongCase(problem: string): { readonly what: string; readonly next: string };
  readonly caseProblems: CaseProblems;
}

/** What can be wrong with a line of a file of cases. */
export interface CaseProblems {
  malformed(problem: string): string;
  readonly notObject: string;
  missing(field: string): string;
  wrong(field: string, expected: string): string;
  unknown(field: string, near: string | undefined): string;
  twice(id: string, line: number): string;
}

/** The checks. */
export interface CheckMessages {
  readonly severities: Readonly<Record<'error' | 'warning', string>>;
  /** Before a command line on whose answer a finding shows. */
  readonly seeItWith: string;
  closing(files: number, errors: number, warnings: number): string;
  size(size: RulebookSize): string;
  readonly noFiles: string;
}

/** The formatter. */
export interface FormatMessages {
  written(file: string): string;
  would(file: string): string;
  readonly noFiles: string;
  unsound(file: string): { readonly what: string; readonly next: string };
}

const REPORTS: Readonly<Record<Language, ReportMessages>> = { en, zh };

/** The messages of the reports in a language. */
export function reportsIn(language: Language): ReportMessages {
  return REPORTS[language];
}
