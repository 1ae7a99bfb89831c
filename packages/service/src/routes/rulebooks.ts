import { Type } from 'typebox';
import { entryOf, RulebookEntry } from '../answers/rulebook-entry.ts';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE } from '../http/media.ts';
import { closed, problems, Query } from '../schemas/common.ts';

/** `GET /v1/rulebooks`: the rulebooks that are here. */
export function rulebooksRoute(app: App, { shelf, publishing }: ServiceContext): void {
  app.get(
    '/v1/rulebooks',
    {
      schema: {
        operationId: 'rulebooks',
        tags: ['rulebooks'],
        summary: 'The rulebooks that are here',
        querystring: Query,
        response: { 200: closed({ rulebooks: Type.Array(RulebookEntry) }, { description: 'By id.' }), ...problems },
      },
    },
    (_request, reply) => {
      const rulebooks = shelf.all.map((rulebook) => entryOf(rulebook, publishing.provenanceOf(rulebook.id)));
      return reply.type(JSON_TYPE).send(JSON.stringify({ rulebooks }));
    },
  );
}
