import { isUtf8 } from 'node:buffer';
import { Type } from 'typebox';
import { entryOf, RulebookEntry } from '../answers/rulebook-entry.ts';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE, MARKDOWN } from '../http/media.ts';
import { expectationOf, PRECONDITIONS } from '../http/preconditions.ts';
import { Problem } from '../http/problem.ts';
import { closed, Lang, problems, Query, RulebookParams } from '../schemas/common.ts';
import { CheckReply } from '../schemas/publishing.ts';

/** Rulebooks that authors send in: look at a text, publish it, take it back. */
export function publishingRoutes(app: App, context: ServiceContext): void {
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(MARKDOWN, { parseAs: 'buffer' }, (_request, body, done) => {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      if (isUtf8(bytes)) done(null, bytes.toString('utf8').replace(/^\ufeff/, ''));
      else done(new Problem(400, 'bad_request', { en: 'The text is not UTF-8.', zh: '文本不是 UTF-8 编码。' }));
    });
    checkRoute(scope, context);
    publishRoute(scope, context);
  });
  withdrawRoute(app, context);
}

const Text = Type.String({ description: 'The text of a rulebook, in Markdown.' });
const body = { consumes: [MARKDOWN], body: Text };

/** `POST /v1/rulebooks/check`: what is wrong with a text. */
function checkRoute(app: App, { publishing, limits }: ServiceContext): void {
  app.post(
    '/v1/rulebooks/check',
    {
      config: { role: 'author' },
      bodyLimit: limits.rulebook,
      schema: {
        operationId: 'checkRulebook',
        tags: ['rulebooks'],
        summary: 'What is wrong with the text of a rulebook',
        description: 'Errors and warnings as `proviso check` finds them, and examples that fail. Nothing is kept.',
        querystring: closed({
          file: Type.Optional(Type.String({ maxLength: 200, description: 'What the text is called in the reply.' })),
          lang: Type.Optional(Lang),
        }),
        ...body,
        response: { 200: CheckReply, ...problems },
      },
    },
    async ({ body: text, query }, reply) => {
      const { documents: _, ...found } = await publishing.examine(text, query.file ?? 'rulebook.md');
      const sound = found.errors === 0 && found.failed.length === 0;
      return reply.type(JSON_TYPE).send(JSON.stringify({ sound, ...found }));
    },
  );
}

/** `PUT /v1/rulebooks/{id}`: publishes a text. */
function publishRoute(app: App, { publishing, limits }: ServiceContext): void {
  app.put(
    '/v1/rulebooks/:id',
    {
      config: { role: 'author' },
      bodyLimit: limits.rulebook,
      schema: {
        operationId: 'publishRulebook',
        tags: ['rulebooks'],
        summary: 'Publish the text of a rulebook',
        description:
          'It is used for every question from now on. Decisions that were saved before keep the text they were made with. The same text again changes nothing.',
        params: RulebookParams,
        querystring: closed({
          shadow: Type.Optional(
            Type.Boolean({ default: false, description: 'Serve it instead of a shipped rulebook of this id.' }),
          ),
          lang: Type.Optional(Lang),
        }),
        headers: PRECONDITIONS,
        ...body,
        response: { 200: RulebookEntry, 201: RulebookEntry, ...problems },
      },
    },
    async ({ id, params, query, headers, body: text, asker, log }, reply) => {
      const terms = { by: asker.name, shadow: query.shadow === true, expects: expectationOf(headers) };
      const { rulebook, isNew } = await publishing.publish(params.id, text, terms);
      log.info({ requestId: id, rulebook: rulebook.id, digest: rulebook.digest, by: asker.name }, 'published');
      reply.code(isNew ? 201 : 200).header('etag', `"${rulebook.digest}"`);
      return entryOf(rulebook, publishing.provenanceOf(rulebook.id));
    },
  );
}

/** `DELETE /v1/rulebooks/{id}`: takes a published rulebook back. */
function withdrawRoute(app: App, { publishing }: ServiceContext): void {
  app.delete(
    '/v1/rulebooks/:id',
    {
      config: { role: 'author' },
      schema: {
        operationId: 'withdrawRulebook',
        tags: ['rulebooks'],
        summary: 'Take a published rulebook back',
        description:
          'A shipped rulebook of this id is served again. Decisions that were saved keep the text they were made with.',
        params: RulebookParams,
        querystring: Query,
        headers: PRECONDITIONS,
        response: { 204: Type.Null({ description: 'It is not served any more.' }), ...problems },
      },
    },
    async ({ id, params, headers, asker, log }, reply) => {
      await publishing.withdraw(params.id, { by: asker.name, expects: expectationOf(headers) });
      log.info({ requestId: id, rulebook: params.id, by: asker.name }, 'withdrawn');
      return reply.code(204).send(null);
    },
  );
}
