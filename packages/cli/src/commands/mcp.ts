import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { rulebookFolders } from '../rulebook/locate.ts';
import { asFailure } from '../service/trouble.ts';

/** `proviso mcp`: the tools for agents on standard input and output. */
export async function mcp(context: Context): Promise<number> {
  const service = await context.host.service();
  try {
    const tools = await service.startStdioTools({ rulebookFolders: rulebookFolders(context) });
    await tools.stopped;
  } catch (error) {
    throw asFailure(error, context);
  }
  return EXIT.answered;
}
