import { Type } from 'typebox';
import { entryOf, RulebookEntry } from '../answers/rulebook-entry.ts';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE } from '../http/media.ts';
import { closed, LocalizedText, problems, Query } from '../schemas/common.ts';

const WithdrawnEntry = closed({
  id: Type.String(),
  title: LocalizedText,
  versions: Type.Integer({ description: 'How many versions were ever published under this id.' }),
});

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
        response: {
          200: closed(
            {
              rulebooks: Type.Array(RulebookEntry),
              withdrawn: Type.Array(WithdrawnEntry, {
                description: 'Those that were published once, while none of their id is served.',
              }),
            },
            { description: 'By id.' },
          ),
          ...problems,
        },
      },
    },
    (_request, reply) => {
      const rulebooks = shelf.all.map((rulebook) => entryOf(rulebook, publishing.provenanceOf(rulebook.id)));
      const withdrawn = publishing.withdrawn.map(({ id, last, versions }) => ({ id, title: last.title, versions }));
      return reply.type(JSON_TYPE).send(JSON.stringify({ rulebooks, withdrawn }));
    },
  );
}
