import type { Language } from '@proviso/model';
import type { BadRowWords, ScreenErrorCode } from '@proviso/screen';
import type { Trouble } from './contract.ts';
import { screen as en } from './en/screen.ts';
import { screen as zh } from './zh/screen.ts';

/** What the command `screen` says, except for the summary, whose words are in packages/screen. */
export interface ScreenMessages {
  readonly noInput: Trouble;
  readonly noQuery: Trouble;
  /** Standard input has no name that tells its format. */
  readonly noFormat: Trouble;
  readonly standardInputAlone: Trouble;
  readonly phases: Readonly<Record<'opening' | 'judging' | 'writing' | 'bad_rows', string>>;
  /** `12 of 40 files done: a.csv` */
  fileDone(done: number, all: number, file: string): string;
  readonly preflight: PreflightMessages;
  written(path: string, rows: string, size: string): string;
  changedWritten(path: string, rows: string, size: string): string;
  badWritten(path: string, rows: string): string;
  badNotWritten(rows: string): string;
  /** `proposes`: whether it has words that may mean an empty cell, which did not count in this run. */
  mapSaved(path: string, proposes: boolean): string;
  summaryWritten(path: string): string;
  wrongSummary(path: string): string;
  inPlace(table: string, rows: string): string;
  /** Below a table that shows only the first rows. */
  firstRows(shown: string, all: string): string;
  readonly badRows: BadRowWords;
  wrongNumber(option: string, given: string): Trouble;
  wrongMemory(given: string): Trouble;
  wrongAgainst(given: string): Trouble;
  wrongFolder(path: string): Trouble;
  /** Two files are to be written in the same place. */
  sameOutput(path: string): Trouble;
  sameInput(path: string): Trouble;
  noMap(path: string): Trouble;
  /** Of several inputs, after a failure: which are done, and which are not. */
  doneSoFar(done: readonly string[], left: readonly string[]): string;
  notTogether(one: string, other: string): Trouble;
  onlyPostgres: Trouble;
  readonly sqlNeedsTable: Trouble;
  /** What is wrong with a screening, told anew in this language; undefined where the library's own words are in it. */
  trouble(parts: ScreenTrouble): Trouble | undefined;
}

/** An error of the screening library with what a message in another language needs. */
export interface ScreenTrouble {
  readonly code: ScreenErrorCode;
  readonly where: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly message: string;
  readonly hint: string | undefined;
}

/** The look at the input before anything is written. */
export interface PreflightMessages {
  readonly title: string;
  rows(rows: string, source: string): string;
  malformed(lines: string): string;
  readonly detected: Readonly<Record<string, string>>;
  readonly facts: string;
  readonly column: string;
  readonly constant: string;
  readonly suggested: string;
  readonly filled: string;
  readonly empty: string;
  readonly bad: string;
  readonly wanting: string;
  readonly presumed: string;
  readonly unused: string;
  likely(fact: string, column: string): string;
  unread(column: string, words: string): string;
  /** Words that may mean an empty cell; `option` is how to say so of the first. */
  emptyWords(column: string, words: string, option: string): string;
  badCells(fact: string, column: string, count: string, first: string): string;
  atLine(line: string, cell: string): string;
  contradictions(count: string): string;
  unreadAmounts(count: string): string;
}

const SCREEN: Readonly<Record<Language, ScreenMessages>> = { en, zh };

/** The messages of the command `screen` in a language. */
export function screenMessagesIn(language: Language): ScreenMessages {
  return SCREEN[language];
}
