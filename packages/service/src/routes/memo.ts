import { Type } from 'typebox';
import { entryFor, programOfRecord } from '../answers/records.ts';
import type { App, ServiceContext } from '../context.ts';
import { closed, DecisionParams, problems, Query, questionMembers, SAMPLE } from '../schemas/common.ts';

const MemoLang = Type.Enum(['en', 'zh', 'both'], { description: 'The language of the memo.' });
const PDF = 'application/pdf';
const document = {
  200: {
    description: 'The memo: tagged PDF with real text.',
    content: { [PDF]: { schema: Type.String({ format: 'binary' }) } },
  },
};

/** `GET /v1/decisions/{id}/memo.pdf` and `POST /v1/memo`: an answer as a memo for the file. */
export function memoRoutes(app: App, context: ServiceContext): void {
  const { press, questions, limits } = context;

  app.get(
    '/v1/decisions/:id/memo.pdf',
    {
      schema: {
        operationId: 'memoOfDecision',
        tags: ['decisions'],
        summary: 'The memo of a saved decision',
        params: DecisionParams,
        querystring: closed({ lang: Type.Optional(MemoLang) }),
        response: { ...document, ...problems },
      },
    },
    async ({ params, query, asker }, reply) => {
      const { record } = (await entryFor(params.id, asker, context)).entry;
      const program = await programOfRecord(record.rulebook, context);
      const { knownOn, asOf, readings } = record.question;
      const vantage = { asOf: asOf ?? record.resolved.asOf, ...(knownOn === null ? {} : { knownOn }), readings };
      const pdf = await press.print({ decider: program.at(vantage), facts: record.facts, record }, query.lang ?? 'en');
      return reply.type(PDF).header('content-disposition', `inline; filename="memo-${record.id}.pdf"`).send(pdf);
    },
  );

  app.post(
    '/v1/memo',
    {
      bodyLimit: limits.question,
      schema: {
        operationId: 'memo',
        tags: ['decisions'],
        summary: 'The memo of an answer that is not saved',
        querystring: Query,
        body: closed(
          { ...questionMembers, lang: Type.Optional(MemoLang) },
          { examples: [{ ...SAMPLE, lang: 'both' }] },
        ),
        response: { ...document, ...problems },
      },
    },
    async ({ body }, reply) => {
      const { decider, facts } = questions.pose(body);
      const pdf = await press.print({ decider, facts }, body.lang ?? 'en');
      return reply.type(PDF).header('content-disposition', 'inline; filename="memo.pdf"').send(pdf);
    },
  );
}
