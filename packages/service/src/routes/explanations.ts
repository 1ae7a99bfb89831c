import { renderText } from '@proviso/logic';
import { Type } from 'typebox';
import { jsonOf } from '../answers/json-of.ts';
import type { App, ServiceContext } from '../context.ts';
import { languageOf } from '../http/language.ts';
import { JSON_TYPE } from '../http/media.ts';
import { closed, Lang, problems, Query, questionMembers, SAMPLE } from '../schemas/common.ts';
import { ref } from '../schemas/refs.ts';

/** `POST /v1/explanations`: the proof of an answer, as data and as text. */
export function explanationsRoute(app: App, { questions, limits }: ServiceContext): void {
  app.post(
    '/v1/explanations',
    {
      bodyLimit: limits.question,
      schema: {
        operationId: 'explain',
        tags: ['decisions'],
        summary: 'The proof of an answer',
        querystring: Query,
        body: closed(
          {
            ...questionMembers,
            detail: Type.Optional(
              Type.Enum(['short', 'full'], { description: '`short`: what decides (if absent). `full`: every rule.' }),
            ),
            lang: Type.Optional(Lang),
          },
          { examples: [{ ...SAMPLE, detail: 'short', lang: 'en' }] },
        ),
        response: {
          200: closed(
            {
              answer: ref('Answer', 'The answer that is proved.'),
              explanation: ref('Explanation', 'The proof as a tree, with the answer inside.'),
              text: Type.String({ description: 'The proof as an indented tree in the language asked for.' }),
            },
            { description: 'The proof.' },
          ),
          ...problems,
        },
      },
    },
    ({ body, headers, query }, reply) => {
      const posed = questions.pose(body);
      const explanation = questions.explanation(posed, body.detail ?? 'short');
      const text = renderText(explanation, languageOf(headers, body.lang ?? query.lang));
      const { answer } = explanation;
      const json = `{"answer":${jsonOf(answer)},"explanation":${jsonOf(explanation)},"text":${JSON.stringify(text)}}`;
      return reply.type(JSON_TYPE).send(json);
    },
  );
}
