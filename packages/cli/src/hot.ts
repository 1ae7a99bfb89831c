import { decide } from './commands/decide.ts';
import { createContext, type Host } from './context.ts';
import { guardSync } from './guard.ts';
import type { runAnyCommand } from './main.ts';
import { COMMANDS } from './options/definition.ts';
import { parsePlain } from './options/plain.ts';

/** Starts the program: a plain `decide` at once, everything else through the full command line. */
export function start(argv: readonly string[], host: Host, full: () => typeof runAnyCommand): void {
  const plain = argv[0] === COMMANDS.decide.name ? parsePlain(COMMANDS.decide, argv.slice(1)) : undefined;
  if (plain === undefined) void full()(argv, host);
  else guardSync(createContext(plain, host), decide);
}
