import { JSONRPCMessageSchema, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE } from '../http/media.ts';
import { Problem } from '../http/problem.ts';
import { OneRequest } from '../tools/one-request.ts';
import { toolServer } from '../tools/server.ts';

/** `POST /mcp`: tools for agents over the Model Context Protocol (streamable HTTP, without sessions). */
export function mcpRoute(app: App, { shelf, questions, limits }: ServiceContext): void {
  app.post('/mcp', { bodyLimit: limits.question, schema: { hide: true } }, async (request, reply) => {
    const version = request.headers['mcp-protocol-version'];
    if (typeof version === 'string' && !SUPPORTED_PROTOCOL_VERSIONS.includes(version)) {
      throw new Problem(400, 'bad_request', {
        en: 'This version of the protocol is not spoken here.',
        zh: '此处不支持该协议版本。',
      });
    }
    const read = JSONRPCMessageSchema.safeParse(request.body);
    if (!read.success) {
      throw new Problem(400, 'bad_request', { en: 'This is no JSON-RPC message.', zh: '这不是 JSON-RPC 消息。' });
    }
    const transport = new OneRequest();
    const server = toolServer({ shelf, questions });
    await server.connect(transport);
    try {
      const [answer] = await transport.deliver([read.data]);
      if (answer === undefined) return reply.code(202).send(null);
      return reply.type(JSON_TYPE).send(JSON.stringify(answer));
    } finally {
      await server.close();
    }
  });

  for (const method of ['GET', 'DELETE'] as const) {
    app.route({
      method,
      url: '/mcp',
      schema: { hide: true },
      handler: () => {
        throw new Problem(
          405,
          'method_not_allowed',
          {
            en: 'Nothing is pushed here and there are no sessions: use POST.',
            zh: '此处没有推送，也没有会话：请使用 POST。',
          },
          { headers: { allow: 'POST' } },
        );
      },
    });
  }
}
