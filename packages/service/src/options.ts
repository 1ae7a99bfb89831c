import type { Tokens } from './access/tokens.ts';
import type { Limits, Times } from './context.ts';
import type { Rate } from './http/rate-limit.ts';
import type { Shelf } from './rulebooks/shelf.ts';

/** What a service is made of. */
export interface ServiceOptions {
  /** Where decisions and screenings are kept; made if need be. One process at a time has it. */
  readonly dataFolder: string;
  /** The address of a PostgreSQL database for the decisions, instead of the data folder: see `openDatabase`. */
  readonly database?: string;
  readonly rulebooks: Shelf;
  readonly access?: AccessOptions;
  /** Sizes of bodies that are taken. */
  readonly limits?: Partial<Limits>;
  /** How long is waited. */
  readonly times?: Partial<Times>;
  /** The web app as built files; without it there is none. */
  readonly webFolder?: string;
  /** The documentation as built files, served below `/docs`. */
  readonly docsFolder?: string;
  readonly log?: LogOptions;
  /** The present instant; for tests. */
  readonly now?: () => number;
}

/** Who may do what. */
export interface AccessOptions {
  /** Bearer tokens with roles. Without them everybody who reaches the service may do everything. */
  readonly tokens?: Tokens;
  /** Host names that are answered to, without port. Without tokens: the names of this machine, if absent. Else any. */
  readonly hosts?: readonly string[];
  /** How many requests are taken from each token, or each address where there are no tokens. No limit if absent. */
  readonly rate?: Rate;
}

/** What is logged: JSON lines without facts, readings, addresses' parameters or tokens. */
export interface LogOptions {
  /** `info`: each request with its route, status and time; `warn`, `error`: only what is wrong. Nothing if absent. */
  readonly level: 'info' | 'warn' | 'error' | 'silent';
  /** Where the lines go; standard error if absent. */
  readonly to?: { write(line: string): void };
}
