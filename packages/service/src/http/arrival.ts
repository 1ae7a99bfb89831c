import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { App } from '../context.ts';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A body that may take as long as its bytes keep coming; whoever reads it waits for the next ones. */
    readonly steady?: boolean;
  }
}

/** The request that a connection brings, and since when: milliseconds of a clock that nobody sets. */
interface Arriving {
  raw: IncomingMessage | undefined;
  since: number;
}

/** Connections are looked at so many times within the time that is given, with so many milliseconds between at least. */
const OFTEN = 50;
const LOOKS = 20;

/**
 * Ends requests whose body is not there after so many milliseconds, or a twentieth later. Connections are looked at now and then: a
 * timer for each request would cost more than a decision.
 */
export function limitArrival(app: App, time: number): void {
  const connections = new Map<Socket, Arriving>();
  app.server.on('connection', (socket) => {
    connections.set(socket, { raw: undefined, since: 0 });
    socket.once('close', () => connections.delete(socket));
  });
  app.addHook('onRequest', ({ raw, routeOptions }, _reply, done) => {
    const connection = connections.get(raw.socket);
    if (connection !== undefined && hasBody(raw.headers) && routeOptions.config.steady !== true) {
      connection.raw = raw;
      connection.since = performance.now();
    }
    done();
  });
  const looking = setInterval(
    () => {
      const latest = performance.now() - time;
      for (const connection of connections.values()) {
        const { raw, since } = connection;
        if (raw === undefined || (!raw.complete && since > latest)) continue;
        connection.raw = undefined;
        if (!raw.complete) end(raw);
      }
    },
    Math.max(OFTEN, time / LOOKS),
  );
  looking.unref();
  app.addHook('onClose', async () => clearInterval(looking));
}

/** Whoever reads the body answers; where nobody does any more, the reply was sent. */
function end(raw: IncomingMessage): void {
  if (raw.listenerCount('error') > 0) raw.emit('error', tooSlow());
  else raw.destroy();
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
