import { Arguments } from './arguments.ts';
import { type CommandDefinition, type OptionName, optionDefinition } from './definition.ts';

/**
 * Parses arguments that are plainly right, quickly. Whatever needs a second look (help, unknown or incomplete options,
 * repeats, `--`) gives undefined, and the full parser, which works from the same table, says what is wrong.
 */
export function parsePlain(command: CommandDefinition, argv: readonly string[]): Arguments | undefined {
  const operands: string[] = [];
  const options = new Map<OptionName, string[]>();
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    if (argument === '-' || !argument.startsWith('-')) {
      operands.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const written = equals < 0 ? argument.slice(2) : argument.slice(2, equals);
    const name = command.options.find((option) => option === written);
    // One-letter names go the long way.
    if (name === undefined || !argument.startsWith('--')) return undefined;
    const { value, repeatable, choices } = optionDefinition(name);
    if (options.has(name) && repeatable !== true) return undefined;
    if (value === undefined && equals >= 0) return undefined;
    const given = value === undefined ? '' : equals < 0 ? argv[++index] : argument.slice(equals + 1);
    if (given === undefined || (value !== undefined && (given === '' || given.startsWith('-')))) return undefined;
    if (choices !== undefined && !choices.includes(given)) return undefined;
    options.set(name, [...(options.get(name) ?? []), given]);
  }
  if (operands.length > 0 && command.operands === undefined) return undefined;
  return new Arguments(operands, options);
}
