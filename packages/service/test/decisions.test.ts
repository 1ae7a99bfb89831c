import { explain, renderText } from '@proviso/logic';
import { readRecord, replay, verifyRecord } from '@proviso/record';
import { programFrom } from '@proviso/service';
import { describe, expect, test } from 'vitest';
import { HOSTING, post, send, shippedShelf, testService } from './helpers.ts';

const wechat = shippedShelf().find('us/wechat')?.program;
if (wechat === undefined) throw new Error('there is no rulebook us/wechat');
const decider = wechat.at({ asOf: HOSTING.asOf });
const facts = wechat.readFacts(HOSTING.facts);
const answer = JSON.parse(JSON.stringify(decider.decide(facts)));

describe('POST /v1/decisions', () => {
  test('gives the answer of the library, byte for byte', async () => {
    const service = await testService();
    const reply = await post(service, '/v1/decisions', HOSTING);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.body).toBe(JSON.stringify(decider.decide(facts)));
    expect(service.log.head.entries).toBe(0);
  });

  test('gives the verdict alone', async () => {
    const service = await testService();
    const reply = await post(service, '/v1/decisions', { ...HOSTING, detail: 'verdict' });
    expect(reply.json()).toEqual({ verdict: 'not_restricted', mayProceed: 'yes', possible: ['not_restricted'] });
  });

  test('adds the proof, with its text in the language asked for', async () => {
    const service = await testService();
    for (const lang of ['en', 'zh'] as const) {
      const reply = await post(service, '/v1/decisions', { ...HOSTING, explain: 'short', lang });
      const { explanation, ...rest } = reply.json();
      const proof = explain(decider, facts, { detail: 'short' });
      expect(rest).toEqual(answer);
      expect(explanation).toEqual({
        detail: 'short',
        steps: JSON.parse(JSON.stringify(proof.steps)),
        citations: JSON.parse(JSON.stringify(proof.citations)),
        instruments: JSON.parse(JSON.stringify(proof.instruments)),
        text: renderText(proof, lang),
      });
    }
  });

  test('adds the short proof in words alone', async () => {
    const service = await testService();
    for (const lang of ['en', 'zh'] as const) {
      const reply = await post(service, '/v1/decisions', { ...HOSTING, explain: 'text', lang });
      const { explanation, ...rest } = reply.json();
      expect(rest).toEqual(answer);
      expect(explanation).toEqual({ detail: 'short', text: renderText(explain(decider, facts), lang) });
    }
  });

  test('without a date decides as of now', async () => {
    const service = await testService({ now: () => Date.parse('2020-11-01T05:00:00.700Z') });
    const reply = await post(service, '/v1/decisions', { ...HOSTING, asOf: undefined });
    expect(reply.json()).toMatchObject({ asOf: '2020-11-01T01:00:00-04:00', verdict: 'not_restricted' });
  });

  test('saves a record that anybody can replay', async () => {
    const service = await testService();
    const reply = await post(service, '/v1/decisions', { ...HOSTING, save: true });
    expect(reply.statusCode).toBe(201);
    const { id, recordDigest, ...rest } = reply.json();
    expect(rest).toEqual(answer);
    expect(reply.headers.location).toBe(`/v1/decisions/${id}`);

    const record = readRecord((await send(service, { url: `/v1/decisions/${id}` })).json());
    expect(record).toMatchObject({ id, digests: { record: recordDigest }, facts: HOSTING.facts });
    expect(verifyRecord(record)).toEqual([]);
    const { same } = await replay(record, ({ documents = [] }) => programFrom(documents, 'us/wechat'));
    expect(same).toBe(true);

    const replayed = await send(service, { method: 'POST', url: `/v1/decisions/${id}/replay` });
    expect(replayed.json()).toMatchObject({ same: true, differences: [], problems: [], answer });
  });

  test('survives a restart', async () => {
    const first = await testService();
    const { id } = (await post(first, '/v1/decisions', { ...HOSTING, save: true })).json();
    await first.close();
    const second = await testService({ dataFolder: first.folder });
    expect((await send(second, { url: `/v1/decisions/${id}?documents=false` })).json()).toMatchObject({ id, answer });
  });
});

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': 'order-17' };
  const body = { ...HOSTING, asOf: undefined, save: true, explain: 'short' };

  test('gives the same reply to the same request, also after a restart, and saves once', async () => {
    let now = Date.parse('2020-11-01T05:00:00Z');
    const first = await testService({ now: () => now });
    const reply = await post(first, '/v1/decisions', body, key);
    now += 60_000;
    expect((await post(first, '/v1/decisions', body, key)).body).toBe(reply.body);
    await first.close();
    const second = await testService({ dataFolder: first.folder });
    expect((await post(second, '/v1/decisions', body, key)).body).toBe(reply.body);
    expect(second.log.head.entries).toBe(1);
  });

  test('serves requests that come at the same time once', async () => {
    const service = await testService();
    const replies = await Promise.all(Array.from({ length: 9 }, () => post(service, '/v1/decisions', body, key)));
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1);
    expect(service.log.head.entries).toBe(1);
  });

  test('is refused for another request, and when it is no key', async () => {
    const service = await testService();
    await post(service, '/v1/decisions', body, key);
    const other = await post(service, '/v1/decisions', { ...body, facts: {} }, key);
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ code: 'key_reused', field: 'Idempotency-Key' });
    const wrong = await post(service, '/v1/decisions', body, { 'idempotency-key': 'a b' });
    expect(wrong.json()).toMatchObject({ status: 400, code: 'wrong_key' });
    expect(service.log.head.entries).toBe(1);
  });
});

describe('POST /v1/decisions/batch', () => {
  test('answers each case as if it were alone, with an error at the place of a bad one', async () => {
    const service = await testService();
    const cases = [HOSTING.facts, {}, { nonsense: 1 }, { ...HOSTING.facts, application: 'other' }];
    const { facts: _, ...vantage } = HOSTING;
    const { answers } = (await post(service, '/v1/decisions/batch', { ...vantage, cases })).json();
    expect(answers).toHaveLength(4);
    for (const [index, one] of cases.entries()) {
      if (index === 2) continue;
      expect(answers[index]).toEqual((await post(service, '/v1/decisions', { ...vantage, facts: one })).json());
    }
    expect(answers[2].error).toMatchObject({
      status: 422,
      code: 'unknown_fact',
      field: 'nonsense',
      instance: '/v1/decisions/batch#/cases/2',
    });
    const short = (await post(service, '/v1/decisions/batch', { ...vantage, cases, detail: 'verdict' })).json();
    expect(short.answers[0]).toEqual({ verdict: 'not_restricted', mayProceed: 'yes', possible: ['not_restricted'] });
  });

  test('takes ten thousand cases and no more', async () => {
    const service = await testService();
    const { facts: _, ...vantage } = HOSTING;
    const cases = Array.from({ length: 10_001 }, () => ({}));
    const reply = await post(service, '/v1/decisions/batch', { ...vantage, cases, detail: 'verdict' });
    expect(reply.json()).toMatchObject({ status: 400, code: 'wrong_member', field: 'cases' });
    cases.pop();
    const all = await post(service, '/v1/decisions/batch', { ...vantage, cases, detail: 'verdict' });
    expect(all.json().answers).toHaveLength(10_000);
  });
});

describe('the decisions that were saved', () => {
  test('are listed by page, latest first', async () => {
    const service = await testService();
    const ids: string[] = [];
    for (let number = 0; number < 5; number++) {
      ids.unshift((await post(service, '/v1/decisions', { ...HOSTING, save: true })).json().id);
    }
    const first = (await send(service, { url: '/v1/decisions?limit=3' })).json();
    const second = (await send(service, { url: `/v1/decisions?limit=3&cursor=${first.next}` })).json();
    expect([...first.decisions, ...second.decisions].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect(first.decisions[0]).toMatchObject({ by: 'local', verdict: 'not_restricted', mayProceed: 'yes' });
  });

  test('that are not there are told to be so', async () => {
    const service = await testService();
    for (const request of [
      { url: '/v1/decisions/none' },
      { url: '/v1/decisions/none/replay', method: 'POST' },
      { url: '/v1/decisions/..%2f..%2flock' },
    ] as const) {
      expect((await send(service, request)).json()).toMatchObject({ status: 404, code: 'unknown_decision' });
    }
  });
});

describe('questions and explanations', () => {
  test('the next question is the one that the engine puts, with why it is asked', async () => {
    const service = await testService();
    const body = { rulebook: 'us/wechat', asOf: '2020-09-21', knownOn: '2020-09-18', facts: {} };
    const { next, atMostLeft, answer: soFar } = (await post(service, '/v1/questions/next', body)).json();
    const own = wechat.at(body).ask({});
    expect(next).toMatchObject({ kind: 'fact', fact: own?.name, label: own?.label, question: own?.question });
    expect(next.why.canSettle).toEqual(own?.canSettle);
    expect(next.why.rules.length).toBeGreaterThan(0);
    expect(atMostLeft).toBe(own?.atMostLeft);
    expect(soFar.verdict).toBe('undetermined');
  });

  test('an interview ends, also when nothing is known', async () => {
    const service = await testService();
    const given: Record<string, null> = {};
    const body = { rulebook: 'us/wechat', asOf: '2020-09-21', knownOn: '2020-09-18' };
    for (let number = 0; ; number++) {
      const { next, atMostLeft } = (await post(service, '/v1/questions/next', { ...body, facts: given })).json();
      if (next === null) {
        expect(atMostLeft).toBe(0);
        break;
      }
      expect(given).not.toHaveProperty(next.fact);
      given[next.fact] = null;
      expect(number).toBeLessThan(60);
    }
  });

  test('the proof is that of the library', async () => {
    const service = await testService();
    const reply = (await post(service, '/v1/explanations', { ...HOSTING, detail: 'full', lang: 'zh' })).json();
    const proof = explain(decider, facts, { detail: 'full' });
    expect(reply).toEqual(JSON.parse(JSON.stringify({ answer, explanation: proof, text: renderText(proof, 'zh') })));
  });
});
