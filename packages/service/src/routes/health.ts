import { Type } from 'typebox';
import type { App, ServiceContext } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { closed, problems, Query } from '../schemas/common.ts';

const tags = ['service'];

/** `GET /v1/health` and `GET /v1/ready`: whether the process lives, and whether it can do its work. */
export function healthRoutes(app: App, { log, shelf }: ServiceContext): void {
  app.get(
    '/v1/health',
    {
      config: { role: 'none' },
      schema: {
        operationId: 'health',
        tags,
        summary: 'Whether the process lives',
        security: [],
        querystring: Query,
        response: { 200: closed({ status: Type.Literal('ok') }, { description: 'It lives.' }), ...problems },
      },
    },
    () => ({ status: 'ok' as const }),
  );

  app.get(
    '/v1/ready',
    {
      config: { role: 'none' },
      schema: {
        operationId: 'ready',
        tags,
        summary: 'Whether decisions can be made and saved',
        security: [],
        querystring: Query,
        response: {
          200: closed({ status: Type.Literal('ready'), rulebooks: Type.Integer() }, { description: 'It is ready.' }),
          ...problems,
        },
      },
    },
    async () => {
      if ((await log.trouble()) === undefined) return { status: 'ready' as const, rulebooks: shelf.all.length };
      throw new Problem(503, 'not_ready', { en: 'Decisions cannot be saved.', zh: '无法保存判断。' });
    },
  );
}
