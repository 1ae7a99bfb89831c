import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { timeline } from '@proviso/logic';
import { describe, expect, test } from 'vitest';
import { send, shippedShelf, testService } from './helpers.ts';

describe('rulebooks', () => {
  test('are listed with title, digest and zone', async () => {
    const service = await testService();
    const { rulebooks } = (await send(service, { url: '/v1/rulebooks' })).json();
    expect(rulebooks.map(({ id }: { id: string }) => id)).toEqual(['us/eo-13971', 'us/tiktok', 'us/wechat']);
    expect(rulebooks[2]).toMatchObject({
      digest: shippedShelf().find('us/wechat')?.digest,
      zone: 'America/New_York',
      title: { en: expect.any(String), zh: expect.any(String) },
      questions: expect.any(Number),
    });
  });

  test('are given whole, packed if the client takes that, and not again while they are the same', async () => {
    const service = await testService();
    const url = '/v1/rulebooks/us%2Fwechat';
    const plain = await send(service, { url });
    const { id, digest, document } = plain.json();
    expect(id).toBe('us/wechat');
    expect(document).toEqual(JSON.parse(JSON.stringify(shippedShelf().find('us/wechat')?.program.rulebook)));
    expect(plain.headers.etag).toBe(`"${digest}"`);
    const br = await send(service, { url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
    const zipped = await send(service, { url, headers: { 'accept-encoding': 'gzip;q=0.5, br;q=0' } });
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body);
    const again = await send(service, { url, headers: { 'if-none-match': `W/"x", "${digest}"` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  test('that are not there are told with the nearest', async () => {
    const service = await testService();
    const reply = await send(service, { url: '/v1/rulebooks/us%2Fwechatt' });
    expect(reply.json()).toMatchObject({ status: 404, code: 'unknown_rulebook', hint: 'Did you mean us/wechat?' });
  });
});

describe('status over time', () => {
  const program = shippedShelf().find('us/wechat')?.program;
  if (program === undefined) throw new Error('there is no rulebook us/wechat');

  test('the time line is that of the library', async () => {
    const service = await testService();
    const url = '/v1/rulebooks/us%2Fwechat/timeline?knownOn=2020-09-19&reading=transit_scope:strict';
    const readings = { transit_scope: 'strict' };
    const { knownOn } = program.at({ knownOn: '2020-09-19', readings }).question.vantage;
    const provisions = timeline(program.compiled.status, program.rulebook, { knownOn, readings });
    expect((await send(service, { url })).json()).toEqual(
      JSON.parse(JSON.stringify({ rulebook: 'us/wechat', knownOn: '2020-09-19', readings, provisions })),
    );
  });

  test('the status at one moment agrees with the time line', async () => {
    const service = await testService();
    const base = '/v1/rulebooks/us%2Fwechat';
    const { provisions } = (await send(service, { url: `${base}/timeline` })).json();
    const at = Date.parse('2020-11-01T12:00:00-05:00');
    const status = (await send(service, { url: `${base}/status?asOf=2020-11-01T12:00-05:00` })).json();
    expect(status).toMatchObject({ rulebook: 'us/wechat', asOf: '2020-11-01T12:00:00-05:00', knownOn: null });
    for (const [index, { provision, segments }] of provisions.entries()) {
      const segment = segments.findLast(({ from }: { from: string | null }) => from === null || Date.parse(from) <= at);
      expect(status.provisions[index]).toMatchObject({ provision, status: segment.status, event: segment.event });
    }
  });

  test('bad dates and readings are told', async () => {
    const service = await testService();
    const base = '/v1/rulebooks/us%2Fwechat/status';
    const code = async (query: string) => (await send(service, { url: `${base}?${query}` })).json();
    expect(await code('asOf=2020-02-30')).toMatchObject({ status: 422, code: 'wrong_date', field: 'asOf' });
    expect(await code('reading=transit_scop:strict')).toMatchObject({ code: 'unknown_reading' });
    expect(await code('reading=transit_scope')).toMatchObject({
      status: 400,
      code: 'wrong_parameter',
      field: 'reading',
    });
    expect(await code('reading=transit_scope:strict&reading=transit_scope:narrow')).toMatchObject({
      code: 'two_values',
    });
    expect(await code('as_of=2020-01-01')).toMatchObject({ code: 'wrong_parameter', hint: 'Did you mean asOf?' });
  });
});
