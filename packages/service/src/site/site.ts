import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../context.ts';
import { notFound, pathOf } from '../http/failures.ts';
import { type InlineDigests, PAGE_HEADERS, pagePolicy } from '../http/headers.ts';
import { isKnown } from '../http/media.ts';
import type { ServiceOptions } from '../options.ts';
import { type SiteFile, siteFiles } from './files.ts';

const YEAR = 31_536_000;

/** The documentation below `/docs`, and below everything else the web app. */
export function siteRoutes(
  app: App,
  { webFolder, docsFolder }: Pick<ServiceOptions, 'webFolder' | 'docsFolder'>,
): void {
  const policy = pagePolicy(webFolder === undefined ? undefined : inlineDigests(webFolder));
  if (docsFolder !== undefined && existsSync(docsFolder)) {
    serve(app, '/docs', siteFiles(docsFolder), policy);
    app.get('/docs', { config: { role: 'none', page: true }, schema: { hide: true } }, (_request, reply) =>
      reply.redirect('/docs/', 308),
    );
  }
  if (webFolder !== undefined && existsSync(webFolder)) serve(app, '', siteFiles(webFolder), policy);
}

/** What the build of the web app put inside its pages, so that a slow line has the first screen in one answer. */
function inlineDigests(webFolder: string): InlineDigests | undefined {
  const file = join(webFolder, 'policy.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as InlineDigests) : undefined;
}

function serve(app: App, prefix: string, files: ReadonlyMap<string, SiteFile>, policy: string): void {
  app.get(`${prefix}/*`, { config: { role: 'none', page: true }, schema: { hide: true } }, (request, reply) => {
    const path = pathOf(request.url).slice(prefix.length + 1);
    const file = fileAt(files, path);
    if (file === undefined) throw notFound(request);
    return sendFile(file, request, reply.header('content-security-policy', policy));
  });
}

/** A file by its path; a folder by its `index.html`; a page also without `.html`. */
function fileAt(files: ReadonlyMap<string, SiteFile>, path: string): SiteFile | undefined {
  const folder = path === '' || path.endsWith('/') ? path : `${path}/`;
  return files.get(path) ?? files.get(`${path}.html`) ?? files.get(`${folder}index.html`);
}

function sendFile(file: SiteFile, request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
  reply.headers(PAGE_HEADERS).type(file.type).header('etag', file.etag);
  reply.header('cache-control', file.fixed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
  if (isKnown(request, file.etag)) return reply.code(304).send();
  return file.content.send(request, reply);
}
