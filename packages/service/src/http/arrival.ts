import type { IncomingHttpHeaders } from 'node:http';
import type { App } from '../context.ts';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A body that may take as long as its bytes keep coming; whoever reads it waits for the next ones. */
    readonly steady?: boolean;
  }
}

/** Ends requests whose body is not there after so many milliseconds. */
export function limitArrival(app: App, time: number): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const { raw, routeOptions } = request;
    if (hasBody(raw.headers) && routeOptions.config.steady !== true) {
      const timer = setTimeout(() => {
        if (raw.complete) return;
        // Whoever reads the body answers; where nobody does any more, the reply was sent.
        if (payload.listenerCount('error') > 0) payload.emit('error', tooSlow());
        else raw.destroy();
      }, time);
      raw.once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  });
}

/** A request that does not come in time. */
export function tooSlow(): Problem {
  return new Problem(
    408,
    'too_slow',
    { en: 'The request did not come in time.', zh: '请求未及时到达。' },
    { headers: { connection: 'close' } },
  );
}

function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}
