import type { Advice, Language } from '@proviso/model';
import type { Trouble } from './contract.ts';
import { service as en } from './en/service.ts';
import { service as zh } from './zh/service.ts';

/** What the commands `serve`, `mcp` and `replay` say. */
export interface ServiceMessages {
  open(address: string): string;
  data(folder: string): string;
  /** Decisions are kept in a database, and screenings in a folder. */
  database(database: string, folder: string): string;
  /** Decisions that were saved in a folder earlier are not seen beside a database. */
  unseen(folder: string): string;
  rulebooks(ids: readonly string[]): string;
  readonly noWeb: string;
  readonly howToStop: string;
  readonly stopped: string;
  /** A crash had left the log unfinished; the end is kept in a file. */
  repaired(file: string): string;
  wrongPort(given: string): Trouble;
  wrongHours(given: string): Trouble;
  readonly noRecords: Trouble;
  notJson(file: string): Trouble;
  same(file: string, verdict: string): string;
  different(file: string): string;
  readonly recorded: string;
  readonly now: string;
  /** What keeps the service from starting, or a record from being read; `zh` where it comes in Chinese as well. */
  trouble(parts: Advice & { readonly code: string; readonly zh: Advice | undefined }): Trouble;
}

const SERVICE: Readonly<Record<Language, ServiceMessages>> = { en, zh };

/** The messages of these commands in a language. */
export function serviceMessagesIn(language: Language): ServiceMessages {
  return SERVICE[language];
}
