import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import type { App } from '../context.ts';
import type { LogOptions } from '../options.ts';
import { faultOf } from './failures.ts';

/** The logger of a service. What Fastify itself would log of requests and errors is cut down to what tells no facts. */
export function loggerOf(options: LogOptions = { level: 'silent' }): FastifyBaseLogger {
  const { level, to } = options;
  return pino(
    {
      level,
      base: { service: 'proviso' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { req: ({ method }) => ({ method }), res: ({ statusCode }) => ({ statusCode }), err: faultOf },
    },
    to ?? pino.destination({ fd: 2, sync: false, minLength: 0 }),
  );
}

/** One line for each request: by its route's pattern, never by its address. */
export function logRequests(app: App, { level }: LogOptions = { level: 'silent' }): void {
  if (level !== 'info') return;
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      by: request.asker.name,
    });
    done();
  });
}
