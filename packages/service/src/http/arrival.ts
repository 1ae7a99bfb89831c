import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
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
  let begun: IncomingMessage[] = [];
  // Most bodies come with their heads: only for the others is a timer set.
  const look = (): void => {
    for (const raw of begun) if (!raw.complete) limit(raw, time);
    begun = [];
  };
  app.addHook('onRequest', ({ raw, routeOptions }, _reply, done) => {
    if (hasBody(raw.headers) && routeOptions.config.steady !== true && begun.push(raw) === 1) setImmediate(look);
    done();
  });
}

function limit(raw: IncomingMessage, time: number): void {
  const timer = setTimeout(() => {
    if (raw.complete) return;
    // Whoever reads the body answers; where nobody does any more, the reply was sent.
    if (raw.listenerCount('error') > 0) raw.emit('error', tooSlow());
    else raw.destroy();
  }, time);
  raw.once('close', () => clearTimeout(timer));
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
