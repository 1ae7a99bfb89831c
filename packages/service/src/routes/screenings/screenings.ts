import { Type } from 'typebox';
import type { App, ServiceContext } from '../../context.ts';
import { closed, Lang, problems, Query } from '../../schemas/common.ts';
import { Order, ScreeningParams, ScreeningReply } from '../../schemas/screening.ts';
import type { Screened } from '../../screenings/contract.ts';
import { mayReadOf } from './whose.ts';

/** An order can carry the text of a map file. */
const ORDER_BYTES = 8 * 1024 * 1024;

/** Orders for screenings: look at an input, order, list, get, cancel and remove. */
export function screeningRoutes(app: App, { screenings }: ServiceContext): void {
  const { jobs, uploads } = screenings;
  app.post(
    '/v1/screenings/preflight',
    {
      config: { role: 'screen' },
      bodyLimit: ORDER_BYTES,
      schema: {
        operationId: 'preflight',
        tags: ['screenings'],
        summary: 'Look at an input before it is screened',
        description:
          'Rows, columns, which column gives which fact, cells that cannot be read. Writes nothing. Where no column gives a fact ' +
          'yet, `nothingMapped` is true; a screening ordered like that fails.',
        querystring: Query,
        body: Order,
        response: {
          200: Type.Object({}, { description: 'The pre-flight, with suggestions and a map that can be saved.' }),
          ...problems,
        },
      },
    },
    ({ body, asker }) => jobs.preflight(body, mayReadOf(asker)),
  );
  app.post(
    '/v1/screenings',
    {
      config: { role: 'screen' },
      bodyLimit: ORDER_BYTES,
      schema: {
        operationId: 'screen',
        tags: ['screenings'],
        summary: 'Have a file screened',
        description: 'One screening runs at a time; the others wait in line.',
        querystring: Query,
        body: Order,
        response: { 202: ScreeningReply, ...problems },
      },
    },
    async ({ body, asker }, reply) => {
      const screened = await jobs.order(body, asker.name, mayReadOf(asker));
      reply.code(202).header('location', `/v1/screenings/${screened.id}`);
      return shown(screened);
    },
  );
  app.get(
    '/v1/screenings',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screenings',
        tags: ['screenings'],
        summary: 'The screenings, latest first',
        querystring: Query,
        response: {
          200: closed({ screenings: Type.Array(ScreeningReply) }, { description: 'All that one may see.' }),
          ...problems,
        },
      },
    },
    ({ asker }, reply) =>
      reply.send({
        screenings: jobs
          .list(mayReadOf(asker))
          .map(({ summary: _, comparison: __, preflight: ___, mapping: ____, ...rest }) => rest),
      }),
  );
  app.get(
    '/v1/screenings/:id',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screening',
        tags: ['screenings'],
        summary: 'How a screening stands, with its summary when it is done',
        params: ScreeningParams,
        querystring: Query,
        response: { 200: ScreeningReply, ...problems },
      },
    },
    ({ params, asker }, reply) => reply.send(shown(jobs.find(params.id, mayReadOf(asker)))),
  );
  app.delete(
    '/v1/screenings/:id',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'removeScreening',
        tags: ['screenings'],
        summary: 'Stop a screening, and remove it with its results',
        params: ScreeningParams,
        querystring: closed({
          upload: Type.Optional(
            Type.Enum(['keep', 'remove'], {
              default: 'keep',
              description: '`remove`: the file that was sent in goes too, unless another screening was made of it.',
            }),
          ),
          lang: Type.Optional(Lang),
        }),
        response: { 204: Type.Null({ description: 'It is gone.' }), ...problems },
      },
    },
    async ({ params, query, asker }, reply) => {
      const { order } = jobs.find(params.id, mayReadOf(asker));
      await jobs.remove(params.id);
      if (query.upload === 'remove') await uploads.discard(order.upload, (id) => jobs.uses(id));
      return reply.code(204).send(null);
    },
  );
}

/** A screening without what only the service needs. */
export function shown({ mapping: _, ...screened }: Screened): Omit<Screened, 'mapping'> {
  return screened;
}
