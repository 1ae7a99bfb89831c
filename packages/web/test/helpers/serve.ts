import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { createService, type Service, shelfOf } from '@proviso/service';

/** The app and the service behind one address. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** Nothing inline, nothing from elsewhere. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves a built app with the real service, on a free port of this machine. */
export async function serve(dist: string, rulebooks: string, port = 0): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'proviso-web-'));
  const service = await createService({ dataFolder: data, rulebooks: shelfOf([rulebooks]) });
  const server = createServer((request, reply) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const done = path.startsWith('/v1/') ? forward(service, request, reply) : sendFile(dist, path, request, reply);
    done.catch((error: unknown) => {
      reply.statusCode = 500;
      reply.end(String(error));
    });
  });
  await new Promise<void>((listening) => {
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await service.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function forward(service: Service, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const answered = await service.app.inject({
    method: request.method === 'POST' ? 'POST' : 'GET',
    url: request.url ?? '/',
    headers: request.headers,
    ...(chunks.length === 0 ? {} : { payload: Buffer.concat(chunks) }),
  });
  reply.statusCode = answered.statusCode;
  for (const [name, value] of Object.entries(answered.headers)) if (value !== undefined) reply.setHeader(name, value);
  reply.end(answered.rawPayload);
}

async function sendFile(dist: string, path: string, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  let file = join(dist, normalize(decodeURIComponent(path)));
  if (await stat(file).then((found) => found.isDirectory(), () => false)) file = join(file, 'index.html');
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const exists = (name: string) => stat(name).then((found) => found.isFile(), () => false);
  if (!file.startsWith(dist) || !(await exists(file))) {
    reply.statusCode = 404;
    return void reply.end('not found');
  }
  reply.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  reply.setHeader('content-security-policy', POLICY);
  if (zipped && (await exists(`${file}.gz`))) {
    reply.setHeader('content-encoding', 'gzip');
    file = `${file}.gz`;
  }
  reply.end(await readFile(file));
}
