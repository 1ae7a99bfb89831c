import { Type } from 'typebox';
import { allows } from '../access/roles.ts';
import type { App, ServiceContext } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { closed, Lang, MayProceed, problems, Verdict } from '../schemas/common.ts';

/** `GET /v1/decisions`: the decisions that were saved, latest first: one's own, or with the role `admin` all. */
export function decisionListRoute(app: App, { log }: ServiceContext): void {
  const entry = closed({
    id: Type.String(),
    madeAt: Type.String(),
    by: Type.String({ description: 'The name of the token that asked; `local` where none is needed.' }),
    rulebook: closed({ id: Type.String(), digest: Type.String() }),
    asOf: Type.String(),
    knownOn: Type.Union([Type.String(), Type.Null()]),
    verdict: Verdict,
    mayProceed: MayProceed,
    recordDigest: Type.String(),
  });
  app.get(
    '/v1/decisions',
    {
      schema: {
        operationId: 'decisions',
        tags: ['decisions'],
        summary: 'The decisions that were saved, latest first',
        description: 'Those of the token that asks; with the role `admin` all.',
        querystring: closed({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
          cursor: Type.Optional(Type.String({ maxLength: 32, description: '`next` of the page before.' })),
          lang: Type.Optional(Lang),
        }),
        response: {
          200: closed(
            {
              decisions: Type.Array(entry),
              next: Type.Union([Type.String(), Type.Null()], {
                description: 'The cursor of the next page; null at the end.',
              }),
            },
            { description: 'A page.' },
          ),
          ...problems,
        },
      },
    },
    async ({ query: { limit = 50, cursor }, asker }) => {
      const before = cursor === undefined ? undefined : sequenceOf(cursor);
      const whose = allows(asker, 'admin') ? undefined : asker.name;
      const found = await log.latest({
        limit: limit + 1,
        ...(before === undefined ? {} : { before }),
        ...(whose === undefined ? {} : { by: whose }),
      });
      const shown = found.slice(0, limit);
      return {
        decisions: shown.map(({ entry: { record, by } }) => {
          const { id, digest } = record.rulebook;
          const { verdict, mayProceed } = record.answer;
          return {
            id: record.id,
            madeAt: record.madeAt,
            by,
            rulebook: { id, digest },
            ...record.resolved,
            verdict,
            mayProceed,
            recordDigest: record.digests.record,
          };
        }),
        next: found.length > limit ? String(shown.at(-1)?.entry.sequence) : null,
      };
    },
  );
}

function sequenceOf(cursor: string): number {
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor);
  throw new Problem(
    400,
    'wrong_parameter',
    { en: 'This is no cursor.', zh: '游标不正确。' },
    { field: 'cursor', hint: { en: 'Give `next` of the page before.', zh: '请使用上一页的 `next`。' } },
  );
}
