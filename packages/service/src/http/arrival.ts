import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { RequestPayload } from 'fastify';
import type { App } from '../context.ts';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A body that may take as long as its bytes keep coming; whoever reads it waits for the next ones. */
    readonly steady?: boolean;
  }
}

/** A request whose body is awaited. */
interface Arriving {
  readonly raw: IncomingMessage;
  readonly payload: RequestPayload;
}

/** Ends requests whose body is not there after so many milliseconds. */
export function limitArrival(app: App, time: number): void {
  let begun: Arriving[] = [];
  // Most bodies come with their heads: only for the others is a timer set.
  const look = (): void => {
    for (const one of begun) if (!one.raw.complete) limit(one, time);
    begun = [];
  };
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const { raw, routeOptions } = request;
    if (hasBody(raw.headers) && routeOptions.config.steady !== true && begun.push({ raw, payload }) === 1)
      setImmediate(look);
    done(null, payload);
  });
}

function limit({ raw, payload }: Arriving, time: number): void {
  const timer = setTimeout(() => {
    if (raw.complete) return;
    // Whoever reads the body answers; where nobody does any more, the reply was sent.
    if (payload.listenerCount('error') > 0) payload.emit('error', tooSlow());
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
