import { Command, CommanderError, Option } from 'commander';
import { ask } from './commands/ask.ts';
import { check } from './commands/check.ts';
import { decide } from './commands/decide.ts';
import { explain } from './commands/explain.ts';
import { format } from './commands/format.ts';
import { mcp } from './commands/mcp.ts';
import { replay } from './commands/replay.ts';
import { screen } from './commands/screen.ts';
import { serve } from './commands/serve.ts';
import { test } from './commands/test.ts';
import { timeline } from './commands/timeline.ts';
import { type Command as CommandRun, createContext, type Host } from './context.ts';
import { describeFailure, EXIT, Failure } from './failure.ts';
import { guard } from './guard.ts';
import { type HelpMessages, helpIn } from './messages/help.ts';
import { languageOf, messagesIn } from './messages/index.ts';
import { Arguments } from './options/arguments.ts';
import {
  COMMANDS,
  type CommandName,
  commandDefinition,
  type OptionName,
  optionDefinition,
} from './options/definition.ts';
import { misuseOf } from './options/misuse.ts';
import { detectTerminal } from './output/terminal.ts';
import { writeError, writeOut } from './output/write.ts';
import { VERSION } from './version.ts';

const RUNS: Readonly<Record<CommandName, CommandRun>> = {
  decide,
  explain,
  ask,
  timeline,
  test,
  check,
  screen,
  serve,
  mcp,
  replay,
  format,
};

/** Runs whatever the arguments ask for. */
export async function runAnyCommand(argv: readonly string[], host: Host): Promise<void> {
  const language = languageAskedFor(argv);
  const help = helpIn(language);
  const program = buildProgram(help, host);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') {
      process.exitCode = error.exitCode === 0 ? EXIT.answered : EXIT.misuse;
      return;
    }
    const failure = new Failure('wrong_use', misuseOf(error, program, argv, help), { exit: EXIT.misuse });
    writeError(describeFailure(failure, messagesIn(language), argv.includes('--json')));
    process.exitCode = EXIT.misuse;
  }
}

/** The language has to be known before the arguments are parsed, for the help. */
function languageAskedFor(argv: readonly string[]) {
  const index = argv.indexOf('--lang');
  const given = index >= 0 ? argv[index + 1] : argv.find((one) => one.startsWith('--lang='))?.slice('--lang='.length);
  return given === 'en' || given === 'zh' ? given : languageOf(process.env);
}

function buildProgram(help: HelpMessages, host: Host): Command {
  const program = new Command('proviso');
  const { width } = detectTerminal(process.env, host.terminalColumns(), true);
  // Settings first: subcommands take them over when they are made.
  program
    .exitOverride()
    .configureOutput({
      writeOut,
      writeErr: writeError,
      outputError: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
    })
    .configureHelp({ styleTitle: (title) => help.headings[title] ?? title })
    .description(help.summary)
    .version(VERSION, '-V, --version', help.showVersion)
    .helpOption('-h, --help', help.showHelp)
    .helpCommand(false)
    .addHelpText('after', `\n${help.exitCodes}`);
  for (const name of Object.keys(COMMANDS) as CommandName[]) addCommand(program, name, help, host);
  return program;
}

function addCommand(program: Command, name: CommandName, help: HelpMessages, host: Host): void {
  const definition = commandDefinition(name);
  const texts = help.commands[name];
  const command = program
    .command(name)
    .summary(texts.summary)
    .description(texts.description)
    .helpOption('-h, --help', help.showHelp)
    .allowExcessArguments(false);
  const { operands } = definition;
  if (operands !== undefined) command.argument(`[${operands}...]`, help.operands[operands]);
  const given = new Map<OptionName, string[]>();
  for (const option of definition.options) command.addOption(commanderOption(option, help, given));
  const examples = texts.examples.map(([line, meaning]) => `  ${line}\n      ${meaning}`);
  command.addHelpText('after', `\n${help.examples}\n${examples.join('\n')}\n\n${help.exitCodes}`);
  command.action(async () => {
    const context = createContext(new Arguments(command.args, given), host);
    await guard(context, RUNS[name]);
  });
}

/** The option for the library. Its values are gathered in `given`, so that a second value is seen. */
function commanderOption(name: OptionName, help: HelpMessages, given: Map<OptionName, string[]>): Option {
  const { value, short, repeatable, choices } = optionDefinition(name);
  const letter = short === undefined ? '' : `-${short}, `;
  const listed = choices === undefined ? '' : ` (${help.choices}: ${choices.join(', ')})`;
  const option = new Option(
    `${letter}--${name}${value === undefined ? '' : ` <${value}>`}`,
    `${help.options[name]}${listed}`,
  );
  const keep = (text: string) => {
    const before = given.get(name);
    if (before !== undefined && repeatable !== true)
      throw new CommanderError(EXIT.misuse, 'proviso.twice', help.misuse.twice(`--${name}`));
    if (choices !== undefined && !choices.includes(text))
      throw new CommanderError(
        EXIT.misuse,
        'proviso.choice',
        help.misuse.wrongChoice(`--${name}`, text, choices.join(', ')),
      );
    given.set(name, [...(before ?? []), text]);
    return text;
  };
  return option.argParser(keep);
}
