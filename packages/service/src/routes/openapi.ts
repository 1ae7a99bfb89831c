import type { App } from '../context.ts';
import { Compressible, JSON_TYPE } from '../http/media.ts';

/** `GET /openapi.json`: this interface as OpenAPI 3.1. */
export function openapiRoute(app: App): void {
  let written: Compressible | undefined;
  app.get('/openapi.json', { config: { role: 'none' }, schema: { hide: true } }, (request, reply) => {
    written ??= new Compressible(JSON.stringify(app.swagger()));
    return written.send(request, reply.type(JSON_TYPE));
  });
}
