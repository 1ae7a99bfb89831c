import { closed, questionMembers, SAMPLE } from '../schemas/common.ts';
import { tool } from './contract.ts';
import { inShort } from './words.ts';

/** `decide`: may this transaction go ahead, and why. */
export const decide = tool({
  name: 'decide',
  title: 'May this transaction go ahead?',
  description:
    'Decides a transaction under a rulebook, on a date, on what was known by a date. Leave out facts you do not know: the verdict is then "undetermined" unless they make no difference. Never guess a fact.',
  input: closed(questionMembers, { examples: [SAMPLE] }),
  run: (input, { questions }) => {
    const { decider, facts } = questions.pose(input);
    const answer = decider.decide(facts);
    return { data: answer, text: inShort(answer) };
  },
});
