import { textIn } from '@proviso/model';
import { Type } from 'typebox';
import { closed, Lang, questionMembers, SAMPLE } from '../schemas/common.ts';
import { languageIn, tool } from './contract.ts';

/** `what_is_missing`: the unknowns that matter, and the question to put next. */
export const whatIsMissing = tool({
  name: 'what_is_missing',
  title: 'What is missing for an answer?',
  description:
    'The facts, readings and statuses on which the answer still depends, the most settling first, and the next question to put to a person. Facts that a person does not know are given as null.',
  input: closed({ ...questionMembers, lang: Type.Optional(Lang) }, { examples: [SAMPLE] }),
  run: ({ lang, ...asked }, { questions }) => {
    const { decider, facts } = questions.pose(asked);
    const { verdict, mayProceed, needs, byReading } = decider.decide(facts);
    const question = decider.ask(facts);
    const next =
      question === null
        ? null
        : {
            fact: question.name,
            question: textIn(question.question, languageIn(lang)),
            type: question.fact.type,
            ...(question.choices === undefined
              ? {}
              : {
                  values: question.choices.map(({ name, label }) => ({ name, label: textIn(label, languageIn(lang)) })),
                }),
          };
    const left = question?.atMostLeft ?? 0;
    const names = needs.map(({ kind, name }) => `${name} (${kind})`).join(', ');
    const ask =
      next === null
        ? 'No fact that could be asked matters.'
        : `Ask: ${next.question} [${next.fact}]; at most ${left} left.`;
    return {
      data: { verdict, mayProceed, needs, ...(byReading === undefined ? {} : { byReading }), next, atMostLeft: left },
      text:
        needs.length === 0
          ? `Nothing is missing. Verdict: ${verdict}.`
          : `Verdict: ${verdict}. Missing: ${names}.\n${ask}`,
    };
  },
});
