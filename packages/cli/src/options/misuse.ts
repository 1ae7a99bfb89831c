import { nearest } from '@proviso/model';
import type { Command, CommanderError } from 'commander';
import type { Trouble } from '../messages/contract.ts';
import type { HelpMessages } from '../messages/help.ts';
import { COMMANDS, type CommandName, commandDefinition } from './definition.ts';

/** What is wrong with the use, in the language of the person; the parsing library itself only speaks English. */
export function misuseOf(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
  help: HelpMessages,
): Trouble {
  const name = program.commands.map((command) => command.name()).find((command) => command === argv[0]);
  const command = name === undefined ? program.name() : `${program.name()} ${name}`;
  return { what: explanation(error, name as CommandName | undefined, help), next: help.misuse.seeHelp(command) };
}

function explanation(error: CommanderError, command: CommandName | undefined, { misuse }: HelpMessages): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const written = quoted.split(/[ ,=]/)[0] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const options = command === undefined ? [] : commandDefinition(command).options.map((option) => `--${option}`);
      return misuse.unknownOption(quoted, nearest(quoted, options));
    }
    case 'commander.unknownCommand':
      return misuse.unknownCommand(quoted, nearest(quoted, Object.keys(COMMANDS)));
    case 'commander.optionMissingArgument':
      return misuse.missingValue(written);
    case 'commander.excessArguments':
      return command === undefined ? misuse.other(error.message) : misuse.tooMany(command);
    default:
      return misuse.other(error.message.replace(/^error: /, ''));
  }
}
