import type { NextQuestion } from '@proviso/logic';
import { Type } from 'typebox';
import { jsonOf, withMembers } from '../answers/json-of.ts';
import { rulesOn } from '../answers/rules-on.ts';
import type { App, ServiceContext } from '../context.ts';
import { JSON_TYPE } from '../http/media.ts';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import { closed, Lang, LocalizedText, problems, Query, questionMembers, SAMPLE } from '../schemas/common.ts';
import { ref } from '../schemas/refs.ts';

/** `POST /v1/questions/next`: the question whose answer settles most, and the answer so far. */
export function nextQuestionRoute(app: App, { questions, limits }: ServiceContext): void {
  const next = closed({
    kind: Type.Literal('fact'),
    fact: Type.String({ description: 'The path of the fact.' }),
    label: LocalizedText,
    question: LocalizedText,
    help: Type.Optional(LocalizedText),
    type: Type.Unknown({ description: 'The type of the fact, as in the model.' }),
    values: Type.Optional(
      Type.Array(Type.Unknown(), { description: 'The values of an enumeration with their labels.' }),
    ),
    why: closed({
      canSettle: Type.Array(Type.String(), { description: 'Verdicts that some answer to it alone would settle.' }),
      rules: Type.Array(
        closed({
          rule: Type.String(),
          label: Type.Optional(LocalizedText),
          provision: Type.Optional(Type.String()),
        }),
        { description: 'The rules that turn on it.' },
      ),
    }),
  });
  app.post(
    '/v1/questions/next',
    {
      bodyLimit: limits.question,
      schema: {
        operationId: 'nextQuestion',
        tags: ['decisions'],
        summary: 'The next question to put to a person',
        description:
          'Facts that are null have been asked: the answer was "don\'t know". `next` is null when nothing asked can change the outcome.',
        querystring: Query,
        body: closed({ ...questionMembers, lang: Type.Optional(Lang) }, { examples: [SAMPLE] }),
        response: {
          200: closed(
            {
              next: Type.Union([next, Type.Null()]),
              atMostLeft: Type.Integer({ description: 'At most so many questions are left, this one included.' }),
              answer: ref('Answer', 'The answer so far.'),
            },
            { description: 'The question and the answer so far.' },
          ),
          ...problems,
        },
      },
    },
    ({ body }, reply) => {
      const { decider, facts, rulebook } = questions.pose(body);
      const answer = decider.decide(facts);
      const question = decider.ask(facts);
      const found = {
        next: question === null ? null : posed(question, rulebook),
        atMostLeft: question?.atMostLeft ?? 0,
      };
      return reply.type(JSON_TYPE).send(withMembers(JSON.stringify(found), { answer: jsonOf(answer) }));
    },
  );
}

function posed(
  { kind, name, fact, label, question, help, choices, canSettle }: NextQuestion,
  rulebook: ShelvedRulebook,
) {
  return {
    kind,
    fact: name,
    label,
    question,
    ...(help === undefined ? {} : { help }),
    type: fact.type,
    ...(choices === undefined ? {} : { values: choices }),
    why: { canSettle, rules: rulesOn(name, rulebook.program.rulebook) },
  };
}
