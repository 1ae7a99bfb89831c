import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { renderSummaryHtml } from '@proviso/screen';
import { Type } from 'typebox';
import type { allows } from '../../access/roles.ts';
import type { App, ServiceContext } from '../../context.ts';
import { languageOf } from '../../http/language.ts';
import { Problem } from '../../http/problem.ts';
import { closed, Lang, problems, Query, Verdict } from '../../schemas/common.ts';
import { Bin, ScreeningParams } from '../../schemas/screening.ts';
import type { Screened } from '../../screenings/contract.ts';
import { changedListsOf, convert, DOWNLOADS, listsOf } from '../../screenings/download.ts';
import { rowOf } from '../../screenings/row.ts';
import { mayReadOf } from './whose.ts';

/** What came of a screening: summary, rows by page, one row with its facts, downloads. */
export function screeningResultRoutes(app: App, { screenings, shelf }: ServiceContext): void {
  const { jobs, pages } = screenings;
  const doneOf = (id: string, asker: Parameters<typeof allows>[0]): Screened => {
    const screened = jobs.find(id, mayReadOf(asker));
    if (screened.state === 'done') return screened;
    throw new Problem(409, 'not_done', {
      en: `The screening is not done: it is ${screened.state}.`,
      zh: '该批量判断尚未完成。',
    });
  };
  app.get(
    '/v1/screenings/:id/summary',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screeningSummary',
        tags: ['screenings'],
        summary: 'The summary that people act on',
        params: ScreeningParams,
        querystring: Query,
        response: { 200: Type.Object({}, { description: 'Counts, questions, provisions, money.' }), ...problems },
      },
    },
    ({ params, asker }, reply) => reply.send(doneOf(params.id, asker).summary),
  );
  app.get(
    '/v1/screenings/:id/needs',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screeningNeeds',
        tags: ['screenings'],
        summary: 'What to ask, in the order that settles most rows',
        params: ScreeningParams,
        querystring: Query,
        response: { 200: Type.Object({}, { description: 'Steps of asking.' }), ...problems },
      },
    },
    ({ params, asker }, reply) => {
      const { summary } = doneOf(params.id, asker);
      return reply.send({ undetermined: summary?.undetermined, questions: summary?.questions, rest: summary?.rest });
    },
  );
  app.get(
    '/v1/screenings/:id/rows',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screeningRows',
        tags: ['screenings'],
        summary: 'Rows with their verdicts, by page',
        params: ScreeningParams,
        querystring: closed({
          verdict: Type.Optional(Verdict),
          bin: Type.Optional(Bin),
          need: Type.Optional(Type.String({ maxLength: 200, description: 'Only rows that need this unknown.' })),
          provision: Type.Optional(Type.String({ maxLength: 200, description: 'Only rows that rest on it.' })),
          question: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 1000,
              description: 'Only rows that this question of the summary settles.',
            }),
          ),
          changed: Type.Optional(Type.Boolean({ description: 'The rows that the comparison found changed.' })),
          skip: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: Number.MAX_SAFE_INTEGER,
              description: 'How many such rows to leave out first.',
            }),
          ),
          cursor: Type.Optional(Type.Integer({ minimum: 0, description: '`next` of the page before.' })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
          lang: Type.Optional(Lang),
        }),
        response: {
          200: closed(
            {
              columns: Type.Array(Type.String()),
              rows: Type.Array(Type.Object({ row: Type.Integer(), cells: Type.Record(Type.String(), Type.Unknown()) })),
              next: Type.Union([Type.Integer(), Type.Null()]),
              total: Type.Integer({ description: 'How many such rows there are in all.' }),
            },
            { description: 'A page.' },
          ),
          ...problems,
        },
      },
    },
    async ({ params, query, asker }) => {
      const { id, order, summary, comparison } = doneOf(params.id, asker);
      const { prefix = '' } = order;
      const { lang: _, cursor = 0, limit = 100, skip = 0, changed = false, question, ...filter } = query;
      if (changed) {
        if ((comparison?.changed.rows ?? 0) === 0) return { columns: [], rows: [], next: null, total: 0 };
        return pages.read(jobs.changedOf(id), { prefix, after: cursor, limit, skip });
      }
      const asked = summary?.questions.slice(0, question).map(({ need }) => need.name) ?? [];
      if (question !== undefined && asked.length < question)
        throw new Problem(404, 'not_found', { en: `There is no question ${question}.`, zh: `没有第 ${question} 题。` });
      return pages.read(jobs.resultOf(id), {
        ...filter,
        prefix,
        after: cursor,
        limit,
        skip,
        ...(question === undefined ? {} : { asked }),
      });
    },
  );
  app.get(
    '/v1/screenings/:id/rows/:row',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screeningRow',
        tags: ['screenings'],
        summary: 'One row as a question',
        description:
          'Its cells and, read from them, `question`, which can be put to `/v1/decisions` and `/v1/explanations`; with a comparison also `before`, the same row by what it is compared with.',
        params: closed({
          id: Type.String({ maxLength: 64, description: 'The id of the screening.' }),
          row: Type.Integer({ minimum: 1, description: 'Its number among the judged rows.' }),
        }),
        querystring: closed({
          changed: Type.Optional(
            Type.Boolean({ description: 'The number is that of a row which the comparison found changed.' }),
          ),
          lang: Type.Optional(Lang),
        }),
        response: { 200: Type.Object({}, { description: 'Cells, and a question.' }), ...problems },
      },
    },
    async ({ params, query, asker }) => {
      const screened = doneOf(params.id, asker);
      const { id, order, rulebookDigest, comparison } = screened;
      const { changed = false } = query;
      const { prefix = '' } = order;
      const none = changed && (comparison?.changed.rows ?? 0) === 0;
      const file = changed ? jobs.changedOf(id) : jobs.resultOf(id);
      const page = none ? undefined : await pages.read(file, { prefix, after: params.row - 1, limit: 1, skip: 0 });
      const found = page?.rows[0];
      if (found === undefined || found.row !== params.row)
        throw new Problem(404, 'not_found', { en: `There is no row ${params.row}.`, zh: `没有第 ${params.row} 行。` });
      const served = shelf.find(order.rulebook);
      // What another version says of the row would not be what the screening says.
      if (served?.digest !== rulebookDigest) throw changedSince(order.rulebook);
      return rowOf(screened, found, served.program);
    },
  );
  app.get(
    '/v1/screenings/:id/download',
    {
      config: { role: 'screen' },
      schema: {
        operationId: 'screeningDownload',
        tags: ['screenings'],
        summary: 'The rows with their verdicts, the bad rows, or the summary, as a file',
        params: ScreeningParams,
        querystring: closed({
          format: Type.Enum([...DOWNLOADS], {
            description:
              '`changed`: the rows that a comparison found changed, as CSV. `errors`: the rows that could not be judged, as CSV. `html`: the summary as a page.',
          }),
          lang: Type.Optional(Lang),
        }),
        produces: ['application/octet-stream'],
        response: { 200: Type.String({ description: 'The file.' }), ...problems },
      },
    },
    async (request, reply) => {
      const screened = doneOf(request.params.id, request.asker);
      const { format } = request.query;
      const name = screened.source.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '_');
      const attach = (ending: string) =>
        reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`)}`);
      if (format === 'html') {
        if (screened.summary === null) throw new Error('a screening that is done has no summary');
        const html = renderSummaryHtml(screened.summary, screened.comparison ?? undefined, {
          language: languageOf(request.headers, request.query.lang),
        });
        return attach('summary.html').type('text/html; charset=utf-8').send(html);
      }
      if (format === 'errors') {
        const path = jobs.errorsOf(screened.id);
        if ((await stat(path).catch(() => undefined)) === undefined)
          throw new Problem(404, 'not_found', { en: 'Every row could be judged.', zh: '所有行均可判断。' });
        return attach('errors.csv').type('text/csv; charset=utf-8').send(createReadStream(path));
      }
      if (format === 'changed') {
        if ((screened.comparison?.changed.rows ?? 0) === 0)
          throw new Problem(404, 'not_found', { en: 'There are no changed rows.', zh: '没有结论发生变化的行。' });
        const path = await convert(jobs.changedOf(screened.id), 'csv', changedListsOf(screened.order));
        return attach('changed.csv').type('text/csv; charset=utf-8').send(createReadStream(path));
      }
      const path = await convert(jobs.resultOf(screened.id), format, listsOf(screened.order));
      return attach(`verdicts.${format}`).type('application/octet-stream').send(createReadStream(path));
    },
  );
}

function changedSince(rulebook: string): Problem {
  return new Problem(
    409,
    'rulebook_gone',
    {
      en: `The rulebook ${rulebook} has changed since the screening.`,
      zh: `批量判断之后，规则书 ${rulebook} 已更改。`,
    },
    { hint: { en: 'Screen the file again.', zh: '请重新判断该文件。' } },
  );
}
