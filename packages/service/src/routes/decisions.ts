import { type Explanation, renderText } from '@proviso/logic';
import type { Language } from '@proviso/model';
import type { DecisionRecord } from '@proviso/record';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Asker } from '../access/roles.ts';
import { type Json, jsonOf, packed, withMembers } from '../answers/json-of.ts';
import { type Posed, verdictJson } from '../answers/pose.ts';
import { programOfRecord } from '../answers/records.ts';
import { Saver } from '../answers/save.ts';
import type { App, ServiceContext } from '../context.ts';
import { languageOf } from '../http/language.ts';
import { JSON_TYPE } from '../http/media.ts';
import { Problem } from '../http/problem.ts';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import { closed, Lang, problems, Query, questionMembers, SAMPLE, type Static } from '../schemas/common.ts';
import { ref } from '../schemas/refs.ts';

const Body = closed(
  {
    ...questionMembers,
    save: Type.Optional(Type.Boolean({ description: 'Keep the decision as a record.' })),
    explain: Type.Optional(
      Type.Enum(['none', 'text', 'short', 'full'], {
        description:
          'Add the proof: `short` is what decides, `full` every rule with every element; `text` is the short one in words alone, for people to read and for logs.',
      }),
    ),
    detail: Type.Optional(
      Type.Enum(['verdict', 'answer'], {
        description: '`verdict`: only `verdict`, `mayProceed` and `possible`, much quicker. `answer` if absent.',
      }),
    ),
    lang: Type.Optional(Lang),
  },
  { examples: [SAMPLE, { ...SAMPLE, save: true, explain: 'short', lang: 'zh' }] },
);

const KEY = /^[\x21-\x7e]{1,255}$/;

/** `POST /v1/decisions`: may this transaction go ahead, and why. */
export function decisionsRoute(app: App, context: ServiceContext): void {
  const { questions, log, now, limits } = context;
  const saver = new Saver(log, questions, now);
  const replies = { en: new WeakMap<object, Reply>(), zh: new WeakMap<object, Reply>() };
  app.post(
    '/v1/decisions',
    {
      bodyLimit: limits.question,
      schema: {
        operationId: 'decide',
        tags: ['decisions'],
        summary: 'May this transaction go ahead, and why',
        description:
          'The verdict is never an HTTP error. With `save`, the same header `Idempotency-Key` and body give the decision that was saved first.',
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({ description: 'With `save`: makes it safe to send the request again.' }),
          ),
        }),
        querystring: Query,
        body: Body,
        response: {
          200: ref('Decision', 'The answer, with `explanation` if it was asked for.'),
          201: ref('Decision', 'The answer, with the `id` and `recordDigest` of the record that was kept.'),
          ...problems,
        },
      },
    },
    (request, reply) => {
      const { body } = request;
      const language = languageOf(request.headers, body.lang ?? request.query.lang);
      reply.type(JSON_TYPE);
      if (body.save === true) return saved(request, reply, language);
      const rulebook = questions.rulebook(body.rulebook);
      const kept = replies[language].get(body);
      if (kept?.rulebook === rulebook) return reply.send(kept.json);
      const json = packed(replyTo(questions.pose(body), body, context, language));
      // What is asked as of now has another answer at another time.
      if (body.asOf !== undefined) replies[language].set(body, { rulebook, json });
      return reply.send(json);
    },
  );

  async function saved(request: DecisionRequest, reply: FastifyReply, language: Language): Promise<string> {
    const { body } = request;
    const key = keyOf(request.headers['idempotency-key']);
    const { record } = (await saver.save(body, request.asker.name, { key, body })).entry;
    reply.code(201).header('location', `/v1/decisions/${record.id}`);
    return withMembers(await savedReply(record, body, language, context), {
      id: JSON.stringify(record.id),
      recordDigest: JSON.stringify(record.digests.record),
    });
  }
}

/** The reply to a body, as long as its rulebook is the one that is served. */
interface Reply {
  readonly rulebook: ShelvedRulebook;
  readonly json: Json;
}

/** A request to decide, with what of it the saving needs. */
interface DecisionRequest {
  readonly body: Static<typeof Body>;
  readonly headers: { readonly 'idempotency-key'?: string | undefined };
  readonly asker: Asker;
}

type Wanted = Pick<Static<typeof Body>, 'explain' | 'detail'>;

/** The answer to a question in the detail that is wanted, as JSON. */
function replyTo(
  posed: Posed,
  { explain = 'none', detail }: Wanted,
  context: ServiceContext,
  language: Language,
): string {
  const answer = detail === 'verdict' ? verdictJson(posed) : jsonOf(posed.decider.decide(posed.facts));
  if (explain === 'none') return answer;
  const explanation = context.questions.explanation(posed, explain === 'full' ? 'full' : 'short');
  return withMembers(answer, {
    explanation: explain === 'text' ? textJson(explanation, language) : explanationJson(explanation, language),
  });
}

/** The same for a record, of the version of the rulebook that it names. */
async function savedReply(record: DecisionRecord, wanted: Wanted, language: Language, context: ServiceContext) {
  const { id, digest } = record.rulebook;
  const program = await programOfRecord(record.rulebook, context);
  const asOf = record.question.asOf ?? record.resolved.asOf;
  const { knownOn } = record.question;
  const decider = program.at({ asOf, ...(knownOn === null ? {} : { knownOn }), readings: record.question.readings });
  const rulebook = { id, digest, program, documents: [] };
  return replyTo({ rulebook, decider, facts: record.facts }, wanted, context, language);
}

const WRITTEN: Readonly<Record<Language, WeakMap<Explanation, string>>> = { en: new WeakMap(), zh: new WeakMap() };

/** A proof in words alone, as JSON. */
function textJson(explanation: Explanation, language: Language): string {
  return JSON.stringify({ detail: explanation.detail, text: renderText(explanation, language) });
}

/** A proof without the answer that it stands beside, with its text in one language, as JSON. */
function explanationJson(explanation: Explanation, language: Language): string {
  const kept = WRITTEN[language].get(explanation);
  if (kept !== undefined) return kept;
  const { answer: _, ...proof } = explanation;
  const made = JSON.stringify({ ...proof, text: renderText(explanation, language) });
  WRITTEN[language].set(explanation, made);
  return made;
}

function keyOf(key: string | undefined): string | undefined {
  if (key === undefined || KEY.test(key)) return key;
  throw new Problem(
    400,
    'wrong_key',
    { en: 'An idempotency key has 1 to 255 visible ASCII characters.', zh: '幂等键应为 1 至 255 个可见 ASCII 字符。' },
    { field: 'Idempotency-Key' },
  );
}
