import { isUtf8 } from 'node:buffer';
import { InputError } from '@proviso/logic';
import { Type } from 'typebox';
import { Cases } from '../answers/cases.ts';
import { type Json, listOf } from '../answers/json-of.ts';
import type { App, ServiceContext } from '../context.ts';
import { pathOf } from '../http/failures.ts';
import { readJsonBody } from '../http/json-text.ts';
import { languageOf } from '../http/language.ts';
import { JSON_TYPE } from '../http/media.ts';
import { Problem, problemDetails, problemOf } from '../http/problem.ts';
import { splitCases } from '../http/split-cases.ts';
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

/** Cases that are taken at once. */
const MOST_CASES = 10_000;

const { rulebook, asOf, knownOn, readings } = questionMembers;
const { facts, ...sample } = SAMPLE;

/** `POST /v1/decisions/batch`: many cases of one question. */
export function batchRoute(service: App, context: ServiceContext): void {
  // A scope of its own: its bodies are read in another way.
  service.register(async (app: App) => {
    app.removeContentTypeParser('application/json');
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
      try {
        done(null, readBatch(typeof body === 'string' ? Buffer.from(body) : body));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    });
    addRoute(app, context);
  });
}

function addRoute(app: App, { questions, limits }: ServiceContext): void {
  const cases = new Cases();
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
            cases: Type.Array(Facts, { maxItems: MOST_CASES, description: 'The facts of each case.' }),
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
      const { detail, lang, cases: _, ...asked } = request.body;
      const rulebook = questions.rulebook(asked.rulebook);
      const answer = cases.answering(rulebook, questions.decider(rulebook, asked), detail ?? 'answer');
      const answers: Json[] = [];
      for (const [index, bytes] of (CASES.get(request.body) ?? []).entries()) {
        if (index > 0 && index % AT_ONCE === 0) await new Promise(setImmediate);
        const found = answer(bytes);
        if (!(found instanceof InputError)) {
          answers.push(found);
          continue;
        }
        const problem = problemOf(found);
        if (problem === undefined) throw found;
        const place = { path: `${pathOf(request.url)}#/cases/${index}`, requestId: request.id };
        const language = languageOf(request.headers, lang ?? request.query.lang);
        answers.push(`{"error":${JSON.stringify(problemDetails(problem, language, place))}}`);
      }
      const list = listOf(answers);
      const json = typeof list === 'string' ? `{"answers":${list}}` : Buffer.concat([BEFORE, list, AFTER]);
      return reply.type(JSON_TYPE).send(json);
    },
  );
}

const BEFORE = Buffer.from('{"answers":');
const AFTER = Buffer.from('}');

/** The bytes of the cases of a body, which are not read with it. */
const CASES = new WeakMap<object, readonly string[]>();

/** Reads a body but for its cases. @throws Problem */
function readBatch(bytes: Buffer): unknown {
  const split = isUtf8(bytes) ? splitCases(bytes) : undefined;
  if (split === undefined) return readJsonBody(bytes);
  if (split.cases.length > MOST_CASES) {
    const detail = {
      en: `There are ${split.cases.length} cases; at most ${MOST_CASES} are taken at once.`,
      zh: `共有 ${split.cases.length} 个案例；一次最多接受 ${MOST_CASES} 个。`,
    };
    throw new Problem(400, 'wrong_member', detail, { field: 'cases' });
  }
  const body = readJsonBody(split.rest);
  if (typeof body === 'object' && body !== null) CASES.set(body, split.cases);
  return body;
}
