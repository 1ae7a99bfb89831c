import { Type } from 'typebox';
import type { App, ServiceContext } from '../context.ts';
import { Compressible, isKnown, JSON_TYPE, MARKDOWN } from '../http/media.ts';
import type { Publishing } from '../rulebooks/publishing.ts';
import type { Version } from '../rulebooks/version.ts';
import { unknownVersion } from '../rulebooks/version-refusals.ts';
import { closed, Lang, problems, Query, RulebookParams } from '../schemas/common.ts';
import { VersionEntry, VersionParams, VersionReply } from '../schemas/versions.ts';

/** The versions of a rulebook that were ever published. */
export function versionRoutes(app: App, context: ServiceContext): void {
  listRoute(app, context);
  versionRoute(app, context);
  textRoute(app, context);
}

/** `GET /v1/rulebooks/{id}/versions`: which there were, latest first. */
function listRoute(app: App, { publishing }: ServiceContext): void {
  app.get(
    '/v1/rulebooks/:id/versions',
    {
      schema: {
        operationId: 'rulebookVersions',
        tags: ['rulebooks'],
        summary: 'The versions of a rulebook that were published, latest first',
        description: 'Those that were replaced or taken back as well. A shipped one is not among them.',
        params: RulebookParams,
        querystring: closed({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
          cursor: Type.Optional(Type.Integer({ minimum: 1, description: '`next` of the page before.' })),
          lang: Type.Optional(Lang),
        }),
        response: {
          200: closed(
            {
              versions: Type.Array(VersionEntry),
              next: Type.Union([Type.Integer(), Type.Null()], {
                description: 'The cursor of the next page; null at the end.',
              }),
            },
            { description: 'A page.' },
          ),
          ...problems,
        },
      },
    },
    async ({ params: { id }, query: { limit = 50, cursor } }) => {
      const versions = publishing.versionsOf(id);
      const from = cursor === undefined ? versions.length : Math.min(cursor - 1, versions.length);
      const until = Math.max(from - limit, 0);
      const numbers = Array.from({ length: from - until }, (_, index) => from - index);
      return {
        versions: numbers.map((number) => entryOf(publishing, id, number)),
        next: until > 0 ? until + 1 : null,
      };
    },
  );
}

/** `GET /v1/rulebooks/{id}/versions/{version}`: one of them with its texts. */
function versionRoute(app: App, { publishing }: ServiceContext): void {
  app.get(
    '/v1/rulebooks/:id/versions/:version',
    {
      schema: {
        operationId: 'rulebookVersion',
        tags: ['rulebooks'],
        summary: 'A version of a rulebook that was published, with its texts',
        params: VersionParams,
        querystring: Query,
        response: { 200: VersionReply, ...problems },
      },
    },
    async (request, reply) => {
      const { id, version: number } = request.params;
      const documents = await publishing.documentsOf(id, versionOf(publishing, id, number));
      const body = JSON.stringify({ ...entryOf(publishing, id, number), documents });
      return new Compressible(body).send(request, reply.type(JSON_TYPE));
    },
  );
}

/** `GET /v1/rulebooks/{id}/versions/{version}/text`: one of them as it was written. */
function textRoute(app: App, { publishing }: ServiceContext): void {
  app.get(
    '/v1/rulebooks/:id/versions/:version/text',
    {
      schema: {
        operationId: 'rulebookVersionText',
        tags: ['rulebooks'],
        summary: 'A version of a rulebook as it was written',
        description:
          'The Markdown text, without its vocabularies. Sent to `PUT /v1/rulebooks/{id}`, it is published again. The ETag is the digest of all its texts.',
        params: VersionParams,
        querystring: Query,
        response: {
          200: { description: 'The text.', content: { [MARKDOWN]: { schema: Type.String() } } },
          304: Type.Null({ description: 'The client has this version.' }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { id, version: number } = request.params;
      const version = versionOf(publishing, id, number);
      const etag = `"${version.digest}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (isKnown(request, etag)) return reply.code(304).send(null);
      const documents = await publishing.documentsOf(id, version);
      return new Compressible(documents.at(-1)?.text ?? '').send(request, reply.type(`${MARKDOWN}; charset=utf-8`));
    },
  );
}

function versionOf(publishing: Publishing, id: string, number: number): Version {
  const version = publishing.versionsOf(id)[number - 1];
  if (version === undefined) throw unknownVersion(id, number);
  return version;
}

function entryOf(publishing: Publishing, id: string, number: number) {
  const versions = publishing.versionsOf(id);
  const { digest, title, publication, withdrawn } = versionOf(publishing, id, number);
  const served = number === versions.length && publishing.isServed(id);
  return { version: number, digest, title, publication, withdrawn, served };
}
