import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Questions } from './answers/pose.ts';
import { shelfOf } from './rulebooks/shelf.ts';
import { toolServer } from './tools/server.ts';

/** How to start the tools on standard input and output. */
export interface StdioOptions {
  /** Folders with `ID/rulebook.md` in them. */
  readonly rulebookFolders: readonly string[];
  /** Standard input and output, if absent. */
  readonly input?: Readable;
  readonly output?: Writable;
  readonly now?: () => number;
}

/** Tools that are served on a pair of streams. */
export interface StdioTools {
  /** Resolves when the input has ended or the tools were stopped. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Serves the tools for agents over the Model Context Protocol on standard input and output. Nothing is saved, no port is
 * opened. @throws ServiceError when a rulebook has errors.
 */
export async function startStdioTools(options: StdioOptions): Promise<StdioTools> {
  const { input = process.stdin, output = process.stdout, now = Date.now } = options;
  const shelf = shelfOf(options.rulebookFolders.map((folder) => resolve(folder)));
  const server = toolServer({ shelf, questions: new Questions(shelf, now) });
  const stopped = new Promise<void>((done) => {
    server.onclose = done;
  });
  await server.connect(new StdioServerTransport(input, output));
  input.once('end', () => void server.close());
  return { stopped, stop: () => server.close() };
}
