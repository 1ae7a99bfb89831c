import { nearest } from '@proviso/model';
import { Type } from 'typebox';
import { statusReport } from '../answers/status.ts';
import { Problem } from '../http/problem.ts';
import { closed, questionMembers, vantageMembers } from '../schemas/common.ts';
import { tool } from './contract.ts';

/** `status_of`: which provisions are in force. */
export const statusOf = tool({
  name: 'status_of',
  title: 'Which provisions are in force?',
  description:
    'The status of provisions (in force, enjoined, suspended, revoked, ...) as of a date, on what was known by a date, and by which event.',
  input: closed(
    {
      rulebook: questionMembers.rulebook,
      provisions: Type.Optional(
        Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500, description: 'All, if absent.' }),
      ),
      ...vantageMembers,
    },
    { examples: [{ rulebook: 'us/wechat', provisions: ['WC-4'], asOf: '2020-09-21' }] },
  ),
  run: ({ rulebook, provisions, ...vantage }, { questions }) => {
    const report = statusReport(questions.rulebook(rulebook), vantage, questions);
    const names = report.provisions.map(({ provision }) => provision);
    const unknown = provisions?.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      const near = nearest(unknown, names);
      const hint = near === undefined ? {} : { hint: { en: `Did you mean ${near}?`, zh: `您是否想写 ${near}？` } };
      throw new Problem(
        422,
        'wrong_member',
        { en: `There is no provision ${unknown}.`, zh: `没有条款 ${unknown}。` },
        { field: 'provisions', ...hint },
      );
    }
    const shown = report.provisions.filter(({ provision }) => provisions?.includes(provision) ?? true);
    const lines = shown.map(
      ({ provision, status, since, event, enforced }) =>
        `${provision}: ${status}${since === null ? '' : ` since ${since}`}${event === null ? '' : ` (${event})`}${enforced ? '' : ', not enforced'}`,
    );
    return { data: { ...report, provisions: shown }, text: lines.join('\n') };
  },
});
