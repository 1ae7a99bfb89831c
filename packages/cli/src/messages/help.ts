import type { Language } from '@proviso/model';
import type { CommandName, OptionName } from '../options/definition.ts';
import { help as en } from './en/help.ts';
import { help as zh } from './zh/help.ts';

/** What `--help` says, and what is said about wrong use. */
export interface HelpMessages {
  readonly summary: string;
  readonly commands: Readonly<Record<CommandName, CommandHelp>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly operands: Readonly<Record<string, string>>;
  readonly showHelp: string;
  readonly showVersion: string;
  readonly examples: string;
  readonly exitCodes: string;
  /** The headings that the library prints in English, in this language. */
  readonly headings: Readonly<Record<string, string>>;
  readonly choices: string;
  readonly misuse: MisuseMessages;
}

/** The help of one command. */
export interface CommandHelp {
  readonly summary: string;
  readonly description: string;
  /** Command lines with what each is for. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
}

/** What is said about wrong use. */
export interface MisuseMessages {
  unknownOption(option: string, near: string | undefined): string;
  unknownCommand(command: string, near: string | undefined): string;
  missingValue(option: string): string;
  wrongChoice(option: string, given: string, choices: string): string;
  tooMany(command: string): string;
  twice(option: string): string;
  other(detail: string): string;
  seeHelp(command: string): string;
}

const HELP: Readonly<Record<Language, HelpMessages>> = { en, zh };

/** The help messages of a language. */
export function helpIn(language: Language): HelpMessages {
  return HELP[language];
}
