import { InputError } from '@proviso/logic';
import { Type } from 'typebox';
import { jsonOf } from '../answers/json-of.ts';
import { verdictJson } from '../answers/pose.ts';
import type { App, ServiceContext } from '../context.ts';
import { pathOf } from '../http/failures.ts';
import { languageOf } from '../http/language.ts';
import { JSON_TYPE } from '../http/media.ts';
import { problemDetails, problemOf } from '../http/problem.ts';
import {
  closed,
  Facts,
  Lang,
  MayProceed,
  problems,
  Query,
  questionMembers,
  SAMPLE,
  Verdict,
} from '../schemas/common.ts';
import { ref } from '../schemas/refs.ts';

/** Cases after which others get their turn. */
const AT_ONCE = 500;

const { rulebook, asOf, knownOn, readings } = questionMembers;
const { facts, ...sample } = SAMPLE;

/** `POST /v1/decisions/batch`: many cases of one question. */
export function batchRoute(app: App, { questions, limits }: ServiceContext): void {
  const verdictOnly = closed({ verdict: Verdict, mayProceed: MayProceed, possible: Type.Array(Verdict) });
  app.post(
    '/v1/decisions/batch',
    {
      bodyLimit: limits.batch,
      schema: {
        operationId: 'decideMany',
        tags: ['decisions'],
        summary: 'Many cases at one pair of dates',
        description: 'A case with an error has its problem details, under `error`, at its place.',
        querystring: Query,
        body: closed(
          {
            ...{ rulebook, asOf, knownOn, readings },
            cases: Type.Array(Facts, { maxItems: 10_000, description: 'The facts of each case.' }),
            detail: Type.Optional(
              Type.Enum(['verdict', 'answer'], {
                description: '`verdict`: only `verdict`, `mayProceed` and `possible`.',
              }),
            ),
            lang: Type.Optional(Lang),
          },
          { examples: [{ ...sample, cases: [facts, {}], detail: 'verdict' }] },
        ),
        response: {
          200: closed(
            {
              answers: Type.Array(
                Type.Union([
                  ref('Answer', 'The whole answer.'),
                  verdictOnly,
                  closed({ error: ref('Problem', 'What is wrong with the case.') }),
                ]),
              ),
            },
            { description: 'In the order of the cases.' },
          ),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { cases, detail, lang, ...asked } = request.body;
      const found = questions.rulebook(asked.rulebook);
      const decider = questions.decider(found, asked);
      const answers: string[] = [];
      for (const [index, raw] of cases.entries()) {
        if (index > 0 && index % AT_ONCE === 0) await new Promise(setImmediate);
        try {
          const posed = { rulebook: found, decider, facts: found.program.readFacts(raw) };
          answers.push(detail === 'verdict' ? verdictJson(posed) : jsonOf(decider.decide(posed.facts)));
        } catch (error) {
          const problem = problemOf(error);
          if (!(error instanceof InputError) || problem === undefined) throw error;
          const place = { path: `${pathOf(request.url)}#/cases/${index}`, requestId: request.id };
          const language = languageOf(request.headers, lang ?? request.query.lang);
          answers.push(`{"error":${JSON.stringify(problemDetails(problem, language, place))}}`);
        }
      }
      return reply.type(JSON_TYPE).send(`{"answers":[${answers.join(',')}]}`);
    },
  );
}
