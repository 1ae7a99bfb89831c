import { renderText } from '@proviso/logic';
import { Type } from 'typebox';
import { closed, Lang, questionMembers, SAMPLE } from '../schemas/common.ts';
import { languageIn, tool } from './contract.ts';

/** `explain`: the proof of an answer. */
export const explain = tool({
  name: 'explain',
  title: 'Why is this the answer?',
  description:
    'The proof of the answer as an indented text: each rule with its elements, statuses and citations. `short` is what decides, `full` every rule.',
  input: closed(
    {
      ...questionMembers,
      detail: Type.Optional(Type.Enum(['short', 'full'])),
      lang: Type.Optional(Lang),
    },
    { examples: [{ ...SAMPLE, detail: 'short' }] },
  ),
  run: ({ detail, lang, ...asked }, { questions }) => {
    const explanation = questions.explanation(questions.pose(asked), detail ?? 'short');
    const text = renderText(explanation, languageIn(lang));
    const { answer, citations, instruments } = explanation;
    return { data: { answer, citations, instruments, text }, text };
  },
});
