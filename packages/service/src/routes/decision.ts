import { canonical, carrying } from '@proviso/record';
import { Type } from 'typebox';
import { entryFor } from '../answers/records.ts';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE } from '../http/media.ts';
import { closed, DecisionParams, Lang, problems } from '../schemas/common.ts';
import { ref } from '../schemas/refs.ts';

/** `GET /v1/decisions/{id}`: the record, in its canonical form. */
export function decisionRoute(app: App, context: ServiceContext): void {
  const { log } = context;
  app.get(
    '/v1/decisions/:id',
    {
      schema: {
        operationId: 'decision',
        tags: ['decisions'],
        summary: 'The record of a decision',
        description:
          'In its canonical form. It carries the texts of its rulebook, so that it can be replayed anywhere.',
        params: DecisionParams,
        querystring: closed({
          documents: Type.Optional(
            Type.Boolean({ default: true, description: 'Whether to carry the texts of the rulebook along.' }),
          ),
          lang: Type.Optional(Lang),
        }),
        response: { 200: ref('Record', 'The record.'), ...problems },
      },
    },
    async ({ params, query, asker }, reply) => {
      const { entry, digest } = await entryFor(params.id, asker, context);
      const documents = query.documents === false ? undefined : await log.documents(entry.record.rulebook.digest);
      const record = documents === undefined ? entry.record : carrying(entry.record, documents);
      return reply.type(JSON_TYPE).header('x-entry-digest', digest).send(canonical(record));
    },
  );
}
