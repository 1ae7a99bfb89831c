import { Type } from 'typebox';
import type { App, ServiceContext } from '../../context.ts';
import { unsupportedEncoding } from '../../http/failures.ts';
import { Problem } from '../../http/problem.ts';
import { closed, Lang, problems, Query } from '../../schemas/common.ts';
import { drain, tooLarge } from '../../screenings/receive.ts';
import { mayReadOf } from './whose.ts';

/** `POST /v1/uploads`: sends a file in; `DELETE` removes it. */
export function uploadRoutes(app: App, { screenings, limits }: ServiceContext): void {
  const { jobs, uploads } = screenings;
  app.register(async (scope: App) => {
    // The bytes are not read into memory: they go to a file as they come.
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.post(
      '/v1/uploads',
      {
        config: { role: 'screen', steady: true },
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          operationId: 'upload',
          tags: ['screenings'],
          summary: 'Send in a file to be screened',
          description:
            'The body is the file itself, as `application/octet-stream`. It may take as long as its bytes keep coming.',
          consumes: ['application/octet-stream'],
          querystring: closed({
            name: Type.String({
              minLength: 1,
              maxLength: 500,
              description: 'The name of the file; its ending tells the format.',
            }),
            lang: Type.Optional(Lang),
          }),
          response: {
            201: closed(
              { id: Type.String(), name: Type.String(), bytes: Type.Integer() },
              { description: 'It is here.' },
            ),
            ...problems,
          },
        },
      },
      async (request, reply) => {
        const { body } = request;
        if (!isStream(body))
          throw new Problem(415, 'unsupported_media_type', {
            en: 'The body is not application/octet-stream.',
            zh: '正文不是 application/octet-stream。',
          });
        try {
          if (!/^(identity)?$/i.test(request.headers['content-encoding'] ?? '')) throw unsupportedEncoding();
          if (Number(request.headers['content-length'] ?? 0) > limits.upload) throw tooLarge(limits.upload);
          const { id, name, bytes } = await uploads.take(request.query.name, request.asker.name, body);
          return reply.code(201).send({ id, name, bytes });
        } catch (error) {
          drain(body);
          throw error;
        }
      },
    );
  });
  app.delete(
    '/v1/uploads/:id',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'removeUpload',
        tags: ['screenings'],
        summary: 'Remove a file that was sent in',
        params: closed({ id: Type.String({ maxLength: 64, description: 'The id of the upload.' }) }),
        querystring: Query,
        response: { 204: Type.Null({ description: 'It is gone.' }), ...problems },
      },
    },
    async ({ params, asker }, reply) => {
      await uploads.remove(params.id, mayReadOf(asker), (id) => jobs.needs(id));
      return reply.code(204).send(null);
    },
  );
}

function isStream(body: unknown): body is import('node:stream').Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body;
}
