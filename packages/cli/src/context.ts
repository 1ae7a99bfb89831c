import type { Language } from '@proviso/model';
import type { Messages } from './messages/contract.ts';
import { languageOf, messagesIn } from './messages/index.ts';
import type { Arguments } from './options/arguments.ts';
import { type Paint, painter } from './output/style.ts';
import { detectTerminal, type Terminal } from './output/terminal.ts';
import type { LanguageBundle } from './rulebook/language-bundle.ts';
import type { ScreenBundle } from './screen/bundle.ts';

/** What the start-up code hands in: parts of the program that are loaded only when needed. */
export interface Host {
  /** The package's own folder. */
  readonly home: string;
  /** The parser of rulebooks. */
  language(): LanguageBundle;
  /** The service over HTTP and the tools for agents. */
  service(): Promise<typeof import('@proviso/service')>;
  /** What judges tables. */
  screen(): ScreenBundle;
  /** SHA-256 in hexadecimal; Node's cryptography is loaded at the first call. */
  sha256(bytes: Buffer | string): string;
  /** The columns of the terminal that standard output is; undefined when it is none. */
  terminalColumns(): number | undefined;
}

/** All that a command works with. */
export interface Context {
  readonly arguments: Arguments;
  readonly language: Language;
  readonly messages: Messages;
  readonly terminal: Terminal;
  readonly paint: Paint;
  /** Machine output was asked for. */
  readonly json: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly host: Host;
}

/** A command: returns the exit code. */
export type Command = (context: Context) => number | Promise<number>;

/** The context of a command with these arguments. */
export function createContext(given: Arguments, host: Host): Context {
  const environment = process.env;
  const language = (given.text('lang') as Language | undefined) ?? languageOf(environment);
  const terminal = detectTerminal(environment, host.terminalColumns(), given.has('no-color'));
  return {
    arguments: given,
    language,
    messages: messagesIn(language),
    terminal,
    paint: painter(terminal.colour),
    json: given.has('json'),
    environment,
    host,
  };
}
