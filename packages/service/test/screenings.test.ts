import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTokenFile } from '@proviso/service';
import { describe, expect, test } from 'vitest';
import { post, send, temporaryFolder, testService } from './helpers.ts';
import { BOOK, done, ended, ORDER, order, upload, uploaded } from './screening-requests.ts';

describe('a screening', () => {
  test('looks first: rows, columns, what is read from cells', async () => {
    const service = await testService();
    const { id } = (await upload(service)).json();
    const bare = (await post(service, '/v1/screenings/preflight', { upload: id, rulebook: 'us/wechat' })).json();
    expect(bare.preflight).toMatchObject({ source: 'book.csv', rows: 1200, malformed: 0 });
    expect(bare.applied.map(({ fact }: { fact: string }) => fact)).toContain('application');
    expect(bare.columns[0]).toEqual({ name: 'Record ID', stored: 'text' });
    const mapped = (await post(service, '/v1/screenings/preflight', { ...ORDER, upload: id })).json();
    expect(mapped.preflight.mapped).toHaveLength(19);
    expect(mapped.applied).toEqual([]);
  });

  test('proposes words for "not known", and takes none by itself', async () => {
    const service = await testService();
    const id = await uploaded(service, 'application,activity\nwechat,N/A\nwechat,internet_hosting\n');
    const bare = { upload: id, rulebook: 'us/wechat' };
    const look = async (more: object) => (await post(service, '/v1/screenings/preflight', { ...bare, ...more })).json();
    const found = await look({});
    expect(found.emptyWords).toEqual([{ fact: 'activity', column: 'activity', words: ['N/A'] }]);
    const bad = ({ preflight }: { preflight: { inspected: readonly { fact: string; bad: number }[] } }) =>
      preflight.inspected.find(({ fact }) => fact === 'activity')?.bad;
    expect(bad(found)).toBe(1);
    const columns = { application: 'application', activity: { column: 'activity', empty: ['N/A'] } };
    const told = await look({ map: JSON.stringify({ rulebook: 'us/wechat', columns }) });
    expect(told.emptyWords).toEqual([]);
    expect(bad(told)).toBe(0);
  });

  test('looks at a file of which no column is recognised, but does not judge it', async () => {
    const service = await testService();
    const id = await uploaded(service, 'x1,x2\nwechat,1\nwechat,2\n');
    const bare = { upload: id, rulebook: 'us/wechat', asOf: '2020-09-21', knownOn: '2020-09-18' };
    const found = (await post(service, '/v1/screenings/preflight', bare)).json();
    expect(found).toMatchObject({
      nothingMapped: true,
      columns: [
        { name: 'x1', stored: 'text' },
        { name: 'x2', stored: 'text' },
      ],
      mapping: { facts: [] },
      map: { rulebook: 'us/wechat', columns: [] },
      preflight: { rows: 2, mapped: [], inspected: [], unmappedColumns: ['x1', 'x2'] },
    });
    expect(found.preflight.wanting).toContain('activity');
    const columns = { application: 'x1' };
    const mapped = (await post(service, '/v1/screenings/preflight', { ...bare, columns })).json();
    expect(mapped.nothingMapped).toBe(false);
    const { state, failure } = await ended(service, await order(service, { ...bare, map: undefined }));
    expect(state).toBe('failed');
    expect(failure).toMatchObject({ code: 'nothing_mapped', values: { columns: 'x1, x2' } });
    expect(failure.message).toContain('x1, x2');
  });

  test('is told event by event, and then by pages that agree with its summary', async () => {
    const service = await testService();
    const id = await order(service);
    const events = await send(service, { url: `/v1/screenings/${id}/events` });
    expect(events.headers['content-type']).toMatch(/^text\/event-stream/);
    const states = events.body.matchAll(/^event: screening\ndata: (.*)$/gm);
    expect([...states].map(([, data = '']) => JSON.parse(data).state).at(-1)).toBe('done');
    const { summary, rows, badRows } = await ended(service, id);
    expect(rows + badRows).toBe(summary.rows);
    const page = async (query: string) => (await send(service, { url: `/v1/screenings/${id}/rows?${query}` })).json();
    const bins = ['prohibited', 'restricted', 'licensed_or_exempt', 'not_restricted', 'undetermined'];
    const totals = await Promise.all(bins.map(async (bin) => (await page(`bin=${bin}&limit=1`)).total));
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(rows);
    expect(totals.at(-1)).toBe(summary.undetermined.rows);
    for (const [index, question] of summary.questions.slice(0, 4).entries()) {
      const { total, rows: settled } = await page(`question=${index + 1}&limit=3`);
      expect(total).toBe(question.settles.rows);
      if (total > 0) expect(settled[0].cells.needs).toContain(question.need.name);
    }
    const seen: number[] = [];
    for (let cursor: number | null = 0; cursor !== null; ) {
      const part = await page(`bin=undetermined&limit=37&cursor=${cursor}`);
      seen.push(...part.rows.map(({ row }: { row: number }) => row));
      cursor = part.next;
    }
    expect(seen).toHaveLength(summary.undetermined.rows);
    const jumped = await page('bin=undetermined&limit=5&skip=10');
    expect(jumped.rows.map(({ row }: { row: number }) => row)).toEqual(seen.slice(10, 15));
  });

  test('gives each row as a question that is answered as the row was', async () => {
    const service = await testService();
    const { id } = await done(service);
    for (const bin of ['prohibited', 'undetermined']) {
      const url = `/v1/screenings/${id}/rows`;
      const [found] = (await send(service, { url: `${url}?bin=${bin}&limit=1` })).json().rows;
      const { question, cells } = (await send(service, { url: `${url}/${found.row}` })).json();
      expect(cells).toEqual(found.cells);
      const { answer } = (await post(service, '/v1/explanations', question)).json();
      expect(answer.verdict).toBe(bin);
      expect(answer.needs.map(({ name }: { name: string }) => name).sort()).toEqual([...cells.needs].sort());
    }
    expect((await send(service, { url: `/v1/screenings/${id}/rows/99999` })).statusCode).toBe(404);
  });

  test('is downloaded as files', async () => {
    const service = await testService();
    const { id, rows } = await done(service);
    const get = (format: string) => send(service, { url: `/v1/screenings/${id}/download?format=${format}` });
    const csv = await get('csv');
    expect(csv.headers['content-disposition']).toBe("attachment; filename*=UTF-8''book.verdicts.csv");
    expect(csv.body.trimEnd().split('\n')).toHaveLength(rows + 1);
    expect((await get('jsonl')).body.trimEnd().split('\n')).toHaveLength(rows);
    expect((await get('parquet')).rawPayload.subarray(0, 4).toString()).toBe('PAR1');
    expect((await get('xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await get('html')).body).toMatch(/^<!doctype html>/i);
    expect((await get('changed')).statusCode).toBe(404);
    expect((await get('exe')).statusCode).toBe(400);
  });

  test('is compared with another date: all rows add up, and the changed ones are there', async () => {
    const service = await testService();
    const { id, comparison } = await done(service, { knownOn: '2020-09-21', against: { knownOn: '2020-09-18' } });
    const { rows, changed, otherGrounds, unchanged, notCompared } = comparison;
    expect(changed.rows).toBeGreaterThan(0);
    expect(changed.rows + otherGrounds.rows + unchanged.rows + notCompared.rows).toBe(rows);
    const page = (await send(service, { url: `/v1/screenings/${id}/rows?changed=true&limit=2` })).json();
    expect(page.total).toBe(changed.rows);
    expect(page.rows[0].cells.verdict_before).not.toBe(page.rows[0].cells.verdict);
    for (const { row, cells } of page.rows) {
      const found = (await send(service, { url: `/v1/screenings/${id}/rows/${row}?changed=true` })).json();
      expect(found.cells).toEqual(cells);
      expect(found.before).toEqual({ ...found.question, knownOn: '2020-09-18' });
      for (const [question, column] of [
        [found.before, 'verdict_before'],
        [found.question, 'verdict'],
      ] as const) {
        const { answer } = (await post(service, '/v1/explanations', question)).json();
        expect(answer.verdict, column).toBe(cells[column]);
      }
    }
    const beyond = `/v1/screenings/${id}/rows/${changed.rows + 1}?changed=true`;
    expect((await send(service, { url: beyond })).statusCode).toBe(404);
    const csv = await send(service, { url: `/v1/screenings/${id}/download?format=changed` });
    expect(csv.body.trimEnd().split('\n')).toHaveLength(changed.rows + 1);
    const { provisions, why } = page.rows[0].cells;
    expect(why[0]).toContain(' -> ');
    expect(csv.body).toContain(`,${provisions.join(';')},`);
    expect(csv.body).toContain(why.join('; '));
    expect(csv.body).not.toContain('[');
  });

  test('puts a prefix before the added columns of a file that has such columns', async () => {
    const service = await testService();
    const [first = '', ...lines] = BOOK.trimEnd().split('\n').slice(0, 201);
    const text = [`${first},verdict,needs`, ...lines.map((line) => `${line},old,"a;b"`), ''].join('\n');
    const id = await uploaded(service, text);
    const clash = await post(service, '/v1/screenings/preflight', { ...ORDER, upload: id });
    expect(clash.json()).toMatchObject({
      status: 422,
      reason: 'column_clash',
      values: { column: 'verdict' },
      hint: expect.stringContaining('prefix'),
    });
    const against = { knownOn: '2020-09-19' };
    const { id: screening, rows, summary, comparison } = await done(service, { upload: id, prefix: 'new "_', against });
    const url = `/v1/screenings/${screening}`;
    const page = async (query: string) => (await send(service, { url: `${url}/rows?${query}` })).json();
    const { rows: all } = await page('limit=1');
    expect(all[0].cells).toMatchObject({ verdict: 'old', needs: 'a;b', 'new "_verdict': expect.any(String) });
    expect((await page('bin=undetermined&limit=1')).total).toBe(summary.undetermined.rows);
    expect((await page('verdict=undetermined&limit=1')).total).toBe(summary.undetermined.rows);
    expect((await page('question=1&limit=1')).total).toBe(summary.questions[0].settles.rows);
    expect((await page('need=nonsense&limit=1')).total).toBe(0);
    const { question } = (await send(service, { url: `${url}/rows/1` })).json();
    const { answer } = (await post(service, '/v1/explanations', question)).json();
    expect(answer.verdict).toBe(all[0].cells['new "_verdict']);
    const csv = await send(service, { url: `${url}/download?format=csv` });
    expect(csv.body.split('\n')[0]).toContain(',verdict,needs,"new ""_verdict"');
    expect(csv.body.trimEnd().split('\n')).toHaveLength(rows + 1);
    expect((await page('changed=true&limit=1')).total).toBe(comparison.changed.rows);
  });

  test('is paged in order whatever the columns of the file are called', async () => {
    const service = await testService();
    const [first = '', ...lines] = BOOK.trimEnd().split('\n').slice(0, 101);
    const text = [`${first},File_Row_Number`, ...lines.map((line, index) => `${line},${index + 1}`), ''].join('\n');
    const { id } = await done(service, { upload: await uploaded(service, text) });
    const page = (await send(service, { url: `/v1/screenings/${id}/rows?limit=30&cursor=50` })).json();
    expect(page.rows.map(({ row }: { row: number }) => row)).toEqual(Array.from({ length: 30 }, (_, at) => 51 + at));
    for (const { row, cells } of page.rows) expect(cells.File_Row_Number).toBe(String(row));
  });

  test('refuses a prefix that makes names differ from those of the file by case alone', async () => {
    const service = await testService();
    const [first = '', ...lines] = BOOK.trimEnd().split('\n').slice(0, 11);
    const text = [`${first},new_verdict`, ...lines.map((line) => `${line},old`), ''].join('\n');
    const order = { ...ORDER, upload: await uploaded(service, text), prefix: 'New_' };
    expect((await post(service, '/v1/screenings/preflight', order)).json()).toMatchObject({ reason: 'column_clash' });
  });

  test('can be stopped and removed, and leaves nothing', async () => {
    const service = await testService();
    const [first, second] = [await order(service), await order(service)];
    const gone = async (id: string) =>
      (await send(service, { method: 'DELETE', url: `/v1/screenings/${id}` })).statusCode;
    expect(await gone(second)).toBe(204);
    expect(await gone(first)).toBe(204);
    expect(await gone(first)).toBe(404);
    await service.close();
    expect(readdirSync(join(service.folder, 'screenings', 'jobs'))).toEqual([]);
  });
});

describe('what is refused', () => {
  test('orders that do not fit, with a reason and a hint', async () => {
    const service = await testService();
    const { id } = (await upload(service)).json();
    const told = async (more: object) => {
      const reply = await post(service, '/v1/screenings/preflight', { rulebook: 'us/wechat', upload: id, ...more });
      return reply.json();
    };
    expect(await told({ upload: 'none' })).toMatchObject({ status: 404, field: 'upload' });
    expect(await told({ rulebook: 'us/none' })).toMatchObject({ status: 404, field: 'rulebook' });
    expect(await told({ map: '{' })).toMatchObject({ status: 422 });
    expect(await told({ asOfColumn: 'nowhere' })).toMatchObject({ status: 422 });
    expect(await told({ against: { dates: 1 } })).toMatchObject({ status: 400 });
    const broken = await upload(service, 'PAR1 no parquet', 'x.parquet');
    const failed = await told({ upload: broken.json().id });
    expect(failed).toMatchObject({ status: 422, reason: expect.any(String) });
    expect(JSON.stringify(failed)).not.toContain(service.folder);
  });

  test('files of other kinds, and those that are too large', async () => {
    const service = await testService({ limits: { upload: 1000 } });
    expect((await upload(service, 'x', 'x.exe')).json()).toMatchObject({ status: 415, field: 'name' });
    expect((await upload(service)).statusCode).toBe(413);
    expect(readdirSync(join(service.folder, 'screenings', 'uploads'))).toEqual([]);
  });

  test('what belongs to somebody else', async () => {
    const secret = (name: string) => `${name}-0123456789abcdefghijkl`;
    const file = join(temporaryFolder(), 'tokens.json');
    const tokens = ['one', 'other', 'asker'].map((name) => ({
      name,
      roles: [name === 'asker' ? 'ask' : 'screen'],
      sha256: createHash('sha256').update(secret(name)).digest('hex'),
    }));
    writeFileSync(file, JSON.stringify({ tokens }));
    const service = await testService({ access: { tokens: readTokenFile(file) } });
    const as = (name: string) => ({ authorization: `Bearer ${secret(name)}` });
    const id = await order(service, {}, as('one'));
    const seen = async (name: string, url: string) => (await send(service, { url, headers: as(name) })).statusCode;
    expect(await seen('one', `/v1/screenings/${id}`)).toBe(200);
    for (const part of ['', '/events', '/rows', '/rows/1', '/summary', '/needs', '/download?format=csv'])
      expect(await seen('other', `/v1/screenings/${id}${part}`), part).toBe(404);
    expect(await seen('asker', `/v1/screenings/${id}`)).toBe(403);
    const list = await send(service, { url: '/v1/screenings', headers: as('other') });
    expect(list.json().screenings).toEqual([]);
  });
});
