import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js';
import { ENGINE_VERSION } from '@proviso/logic';
import { problemDetails, problemOf } from '../http/problem.ts';
import { validatorFor } from '../http/validation.ts';
import type { Tool, ToolContext } from './contract.ts';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { readRulebook } from './read-rulebook.ts';
import { statusOf } from './status-of.ts';
import { whatIsMissing } from './what-is-missing.ts';

const TOOLS: readonly Tool[] = [decide, explain, whatIsMissing, statusOf, readRulebook];
const CHECKS = new Map(TOOLS.map(({ name, input }) => [name, validatorFor({ schema: input, httpPart: 'body' })]));

const INSTRUCTIONS =
  'Proviso decides whether a transaction may go ahead under a legal restriction on a date. Begin with read_rulebook. Give only facts that you were told; what is unknown stays unknown. Report the verdict with its dates, and what is missing.';

/** A server of tools for one client. */
export function toolServer(context: ToolContext): Server {
  const server = new Server(
    { name: 'proviso', version: ENGINE_VERSION },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(described) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => call(params.name, params.arguments ?? {}, context));
  return server;
}

function described({ name, title, description, input }: Tool) {
  const schema: Readonly<Record<string, unknown>> = { ...input };
  return {
    name,
    title,
    description,
    inputSchema: { ...schema, type: 'object' as const },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

function call(name: string, input: unknown, context: ToolContext) {
  const found = TOOLS.find((tool) => tool.name === name);
  const check = CHECKS.get(name);
  if (found === undefined || check === undefined) {
    throw new McpError(ErrorCode.InvalidParams, `there is no tool ${JSON.stringify(name)}`);
  }
  try {
    const checked = check(input);
    if (checked !== true) throw checked.error;
    const { data, text } = found.run(input, context);
    return { content: [{ type: 'text' as const, text }], structuredContent: { ...data } };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined)
      throw new McpError(ErrorCode.InternalError, 'Proviso failed inside; nothing was decided');
    const { code, detail, field, hint } = problemDetails(problem, 'en', { path: '', requestId: '' });
    const told = { code, detail, ...(field === undefined ? {} : { field }), ...(hint === undefined ? {} : { hint }) };
    const text = hint === undefined ? detail : `${detail} ${hint}`;
    return { content: [{ type: 'text' as const, text }], structuredContent: { error: told }, isError: true };
  }
}
