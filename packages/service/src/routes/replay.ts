import { digestOf } from '@proviso/language';
import { replay } from '@proviso/record';
import { Type } from 'typebox';
import { entryFor, programOfRecord } from '../answers/records.ts';
import type { App, ServiceContext } from '../context.ts';
import { closed, DecisionParams, problems, Query } from '../schemas/common.ts';
import { ref } from '../schemas/refs.ts';

/** `POST /v1/decisions/{id}/replay`: asks a saved question again, of the rulebook as it was, and compares. */
export function replayRoute(app: App, context: ServiceContext): void {
  const Difference = closed({
    path: Type.String({ description: 'JSON pointer.' }),
    recorded: Type.Optional(Type.Unknown()),
    replayed: Type.Optional(Type.Unknown()),
  });
  const RecordProblem = closed({
    path: Type.String(),
    recorded: Type.String(),
    found: Type.String(),
    message: Type.String(),
  });
  app.post(
    '/v1/decisions/:id/replay',
    {
      schema: {
        operationId: 'replay',
        tags: ['decisions'],
        summary: 'Ask a saved question again, of the rulebook as it was',
        params: DecisionParams,
        querystring: Query,
        response: {
          200: closed(
            {
              same: Type.Boolean({ description: 'The same bytes came out and every digest is right.' }),
              differences: Type.Array(Difference),
              problems: Type.Array(RecordProblem, { description: 'Digests in the record that are not right.' }),
              answer: Type.Union([ref('Answer', 'The answer of now.'), Type.Null()]),
              engine: closed({ recorded: Type.String(), replayed: Type.String() }),
              refused: Type.Optional(closed({ code: Type.String(), field: Type.String(), message: Type.String() })),
            },
            { description: 'What asking again gave.' },
          ),
          ...problems,
        },
      },
    },
    async ({ params, asker }) => {
      const { entry } = await entryFor(params.id, asker, context);
      const { bytes: _, ...outcome } = await replay(entry.record, (rulebook) => programOfRecord(rulebook, context), {
        digestOfTexts: digestOf,
      });
      return outcome;
    },
  );
}
