import { Type } from 'typebox';
import { readingsFrom } from '../answers/readings.ts';
import { statusReport } from '../answers/status.ts';
import type { App, ServiceContext } from '../context.ts';
import { closed, problems, RulebookParams, VantageQuery, vantageMembers } from '../schemas/common.ts';

const NullableText = Type.Union([Type.String(), Type.Null()]);

/** `GET /v1/rulebooks/{id}/status`: the status of every provision at one vantage. */
export function statusRoute(app: App, { questions }: ServiceContext): void {
  const report = Type.Object({
    provision: Type.String(),
    status: Type.String(),
    own: Type.String({ description: 'From the events that touch it or its instrument.' }),
    through: Type.String({ description: 'The provision whose status it is: itself, or one that it hangs on.' }),
    event: NullableText,
    since: NullableText,
    enforced: Type.Boolean(),
    enforcement: NullableText,
    alternatives: Type.Optional(Type.Array(Type.Unknown())),
  });
  app.get(
    '/v1/rulebooks/:id/status',
    {
      schema: {
        operationId: 'status',
        tags: ['rulebooks'],
        summary: 'The status of every provision at one pair of dates',
        params: RulebookParams,
        querystring: closed({ asOf: vantageMembers.asOf, ...VantageQuery }),
        response: {
          200: closed(
            {
              rulebook: Type.String(),
              asOf: Type.String(),
              knownOn: NullableText,
              readings: vantageMembers.readings,
              provisions: Type.Array(report),
            },
            { description: 'The provisions in the order of the document.' },
          ),
          ...problems,
        },
      },
    },
    ({ params, query: { asOf, knownOn, reading } }) =>
      statusReport(
        questions.rulebook(params.id),
        {
          ...(asOf === undefined ? {} : { asOf }),
          ...(knownOn === undefined ? {} : { knownOn }),
          readings: readingsFrom(reading),
        },
        questions,
      ),
  );
}
