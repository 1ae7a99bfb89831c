import { Type } from 'typebox';
import { readingsFrom } from '../answers/readings.ts';
import { Recent } from '../answers/recent.ts';
import { timelineReport } from '../answers/status.ts';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE } from '../http/media.ts';
import { closed, problems, RulebookParams, VantageQuery, vantageMembers } from '../schemas/common.ts';
import { ref } from '../schemas/refs.ts';

/** Time lines kept as text at most. */
const MOST_KEPT = 50;

/** `GET /v1/rulebooks/{id}/timeline`: the status of every provision over time. */
export function timelineRoute(app: App, { questions }: ServiceContext): void {
  const kept = new Recent<string>(MOST_KEPT);
  app.get(
    '/v1/rulebooks/:id/timeline',
    {
      schema: {
        operationId: 'timeline',
        tags: ['rulebooks'],
        summary: 'The status of every provision over time',
        description:
          'As `proviso timeline --json`. `from` is the first instant of a stretch, `until` the first after it.',
        params: RulebookParams,
        querystring: closed(VantageQuery),
        response: {
          200: closed(
            {
              rulebook: Type.String(),
              knownOn: Type.Union([Type.String(), Type.Null()]),
              readings: vantageMembers.readings,
              provisions: Type.Array(
                closed({ provision: Type.String(), segments: Type.Array(ref('StatusSegment', 'A stretch of time.')) }),
              ),
            },
            { description: 'The provisions in the order of the document.' },
          ),
          ...problems,
        },
      },
    },
    ({ params, query: { knownOn, reading } }, reply) => {
      const rulebook = questions.rulebook(params.id);
      const readings = readingsFrom(reading);
      const asked = { ...(knownOn === undefined ? {} : { knownOn }), readings };
      const text = kept.get(JSON.stringify([rulebook.digest, knownOn, readings]), () =>
        JSON.stringify(timelineReport(rulebook, asked, questions)),
      );
      return reply.type(JSON_TYPE).send(text);
    },
  );
}
