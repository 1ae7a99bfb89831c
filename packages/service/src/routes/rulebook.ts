import { Type } from 'typebox';
import type { App, ServiceContext } from '../context.ts';
import { Compressible, isKnown, JSON_TYPE, MARKDOWN } from '../http/media.ts';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import { closed, LocalizedText, problems, Query, RulebookParams } from '../schemas/common.ts';

/** `GET /v1/rulebooks/{id}`: the whole rulebook as data: prose, rules, provisions, events, questions; `/text`: as it is written. */
export function rulebookRoute(app: App, { questions }: ServiceContext): void {
  const written = new WeakMap<ShelvedRulebook, Compressible>();
  const bodyOf = (rulebook: ShelvedRulebook): Compressible => {
    const kept = written.get(rulebook);
    if (kept !== undefined) return kept;
    const { id, digest, program } = rulebook;
    const document = program.rulebook;
    const made = new Compressible(JSON.stringify({ id, title: document.title, digest, document }));
    written.set(rulebook, made);
    return made;
  };
  app.get(
    '/v1/rulebooks/:id',
    {
      schema: {
        operationId: 'rulebook',
        tags: ['rulebooks'],
        summary: 'A rulebook as data',
        description: 'The ETag is the digest of its texts.',
        params: RulebookParams,
        querystring: Query,
        response: {
          200: closed(
            {
              id: Type.String(),
              title: LocalizedText,
              digest: Type.String(),
              document: Type.Object({}, { description: 'The rulebook, after the JSON Schema of `@proviso/model`.' }),
            },
            { description: 'The rulebook.' },
          ),
          304: Type.Null({ description: 'The client has this version.' }),
          ...problems,
        },
      },
    },
    (request, reply) => {
      const rulebook = questions.rulebook(request.params.id);
      const etag = `"${rulebook.digest}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (isKnown(request, etag)) return reply.code(304).send(null);
      return bodyOf(rulebook).send(request, reply.type(JSON_TYPE));
    },
  );
  app.get(
    '/v1/rulebooks/:id/text',
    {
      schema: {
        operationId: 'rulebookText',
        tags: ['rulebooks'],
        summary: 'A rulebook as it is written',
        description: 'The Markdown text, without its vocabularies. The ETag is the digest of all its texts.',
        params: RulebookParams,
        querystring: Query,
        response: {
          200: { description: 'The text.', content: { [MARKDOWN]: { schema: Type.String() } } },
          304: Type.Null({ description: 'The client has this version.' }),
          ...problems,
        },
      },
    },
    (request, reply) => {
      const { digest, documents } = questions.rulebook(request.params.id);
      const etag = `"${digest}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (isKnown(request, etag)) return reply.code(304).send(null);
      return new Compressible(documents.at(-1)?.text ?? '').send(request, reply.type(`${MARKDOWN}; charset=utf-8`));
    },
  );
}
