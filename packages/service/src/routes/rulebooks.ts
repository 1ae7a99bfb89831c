import { allDeclarations, factsByPath } from '@proviso/model';
import { Type } from 'typebox';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE } from '../http/media.ts';
import { closed, LocalizedText, problems, Query } from '../schemas/common.ts';

/** `GET /v1/rulebooks`: the rulebooks that are here. */
export function rulebooksRoute(app: App, { shelf }: ServiceContext): void {
  const entry = closed({
    id: Type.String(),
    title: LocalizedText,
    digest: Type.String(),
    zone: Type.String({ description: 'The time zone that bare dates follow.' }),
    questions: Type.Integer({ description: 'How many facts it may ask for.' }),
  });
  const listed = JSON.stringify({
    rulebooks: shelf.all.map(({ id, digest, program }) => {
      const { title, zone } = program.rulebook;
      const questions = factsByPath(allDeclarations(program.rulebook)).size;
      return { id, title, digest, zone: zone.id, questions };
    }),
  });
  app.get(
    '/v1/rulebooks',
    {
      schema: {
        operationId: 'rulebooks',
        tags: ['rulebooks'],
        summary: 'The rulebooks that are here',
        querystring: Query,
        response: { 200: closed({ rulebooks: Type.Array(entry) }, { description: 'By id.' }), ...problems },
      },
    },
    (_request, reply) => {
      reply.type(JSON_TYPE).send(listed);
      return reply;
    },
  );
}
