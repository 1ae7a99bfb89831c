import { Type } from 'typebox';
import type { App, ServiceContext } from '../../context.ts';
import { problems, Query } from '../../schemas/common.ts';
import { ScreeningParams } from '../../schemas/screening.ts';
import type { Screened } from '../../screenings/contract.ts';
import { shown } from './screenings.ts';
import { mayReadOf } from './whose.ts';

const ENDED = new Set(['done', 'failed', 'cancelled']);
const HEARTBEAT_MILLISECONDS = 15_000;

/** `GET /v1/screenings/{id}/events`: every change as a server-sent event, until it has ended. */
export function screeningEventsRoute(app: App, { screenings: { jobs } }: ServiceContext): void {
  app.get(
    '/v1/screenings/:id/events',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screeningEvents',
        tags: ['screenings'],
        summary: 'Follow a screening',
        description: 'Server-sent events named `screening`; the stream ends when the screening has.',
        params: ScreeningParams,
        querystring: Query,
        produces: ['text/event-stream'],
        response: { 200: Type.String({ description: 'Events.' }), ...problems },
      },
    },
    (request, reply) => {
      const first = jobs.find(request.params.id, mayReadOf(request.asker));
      reply.hijack();
      const { raw } = reply;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value);
      raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      const gone = new AbortController();
      const heartbeat = setInterval(() => raw.write(': \n\n'), HEARTBEAT_MILLISECONDS);
      const tell = (screened: Screened) => {
        const { summary: _, comparison: __, order: ___, preflight: ____, ...rest } = shown(screened);
        raw.write(`event: screening\ndata: ${JSON.stringify(rest)}\n\n`);
        if (ENDED.has(screened.state)) raw.end();
      };
      raw.on('close', () => {
        clearInterval(heartbeat);
        gone.abort();
      });
      jobs.watch(first.id, tell, gone.signal);
      tell(first);
    },
  );
}
