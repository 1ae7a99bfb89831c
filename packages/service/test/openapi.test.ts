import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokens } from '@proviso/service';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULEBOOKS, send, testService } from './helpers.ts';

const RUNS = Number(process.env.PROVISO_RUNS ?? '150');

const MARKDOWN = 'text/markdown';
const METHODS: Readonly<Record<string, 'POST' | 'PUT' | 'DELETE'>> = { POST: 'POST', PUT: 'PUT', DELETE: 'DELETE' };

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}

test.each([
  ['without tokens', undefined],
  ['with tokens', new Tokens([])],
])('the description is sound OpenAPI 3.1 %s', async (_, tokens) => {
  const service = await testService({ access: tokens === undefined ? {} : { tokens } });
  const text = (await send(service, { url: '/openapi.json' })).body;
  expect(JSON.parse(text).openapi).toBe('3.1.0');
  const rules = tokens === undefined ? { 'security-defined': 'off' as const } : {};
  const config = await createConfig({ extends: ['recommended'], rules });
  const found = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  expect(found.map(({ ruleId, message, location }) => `${ruleId} ${message} ${location[0]?.pointer}`)).toEqual([]);
});

test('it tells of every route', async () => {
  const service = await testService();
  const { paths } = (await send(service, { url: '/openapi.json' })).json();
  const operations = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const others = /screenings|uploads/;
  expect(operations.filter((one) => !others.test(one)).sort()).toEqual([
    'DELETE /v1/rulebooks/{id}',
    'GET /v1/decisions',
    'GET /v1/decisions/{id}',
    'GET /v1/decisions/{id}/memo.pdf',
    'GET /v1/health',
    'GET /v1/ready',
    'GET /v1/rulebooks',
    'GET /v1/rulebooks/{id}',
    'GET /v1/rulebooks/{id}/status',
    'GET /v1/rulebooks/{id}/text',
    'GET /v1/rulebooks/{id}/timeline',
    'GET /v1/rulebooks/{id}/versions',
    'GET /v1/rulebooks/{id}/versions/{version}',
    'GET /v1/rulebooks/{id}/versions/{version}/text',
    'POST /v1/decisions',
    'POST /v1/decisions/batch',
    'POST /v1/decisions/{id}/replay',
    'POST /v1/explanations',
    'POST /v1/memo',
    'POST /v1/questions/next',
    'POST /v1/rulebooks/check',
    'PUT /v1/rulebooks/{id}',
  ]);
});

/** Values of a schema, now and then of none; names and dates that mean something are tried often. */
function sampleOf(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const words: Readonly<Record<string, readonly unknown[]>> = {
    rulebook: ['us/wechat', 'us/tiktok', 'us/none', ''],
    id: ['us%2Fwechat', 'x', '%2e%2e', 'us%2Ftiktok', 'us%2Feo-13971'],
    asOf: ['2020-09-21', '2020-09-20T12:00-04:00', '9999-12-31', '0000-01-01', '2020-02-30', 'now', '-271821-04-20'],
    knownOn: ['2020-09-18', '1600-01-01T00:00Z', '275760-09-13', ''],
    reading: [['transit_scope:strict'], ['transit_scope:'], 'x'],
    cursor: ['1', '0', 'x', '99999999999999'],
  };
  const facts = fc.dictionary(
    fc.constantFrom(
      'application',
      'activity',
      'territory',
      'parent_share',
      'licence_covers',
      'nonsense',
      '__proto__',
      'constructor',
    ),
    fc.oneof(fc.constantFrom('wechat', 'US', 'internet_hosting', true, null, '50', 50, '1/3'), fc.jsonValue()),
  );
  const own = name === 'facts' ? facts : name === 'cases' ? fc.array(facts, { maxLength: 4 }) : plain(schema);
  const known = words[name];
  const likely = known === undefined ? own : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, own);
  return fc.oneof({ weight: 12, arbitrary: likely }, { weight: 1, arbitrary: fc.jsonValue() });
}

function plain(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      if (schema.properties === undefined)
        return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue(), { maxKeys: 3 });
      const members = Object.entries(schema.properties).map(
        ([name, member]) => [name, sampleOf(member, name)] as const,
      );
      const record = fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])] });
      const strange = fc.tuple(record, fc.string({ maxLength: 6 })).map(([body, name]) => ({ ...body, [name]: 1 }));
      return fc.oneof({ weight: 9, arbitrary: record }, { weight: 1, arbitrary: strange });
    }
    case 'array':
      return fc.array(sampleOf(schema.items ?? {}, ''), { maxLength: 3 });
    case 'integer':
      return fc.integer({ min: (schema.minimum ?? 0) - 1, max: Math.min((schema.maximum ?? 99) + 1, 400) });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.string({ unit: 'binary', maxLength: 12 });
  }
}

/** A text in Markdown: a rulebook, a rulebook with something in it lost or doubled, or no rulebook at all. */
function markdown(): fc.Arbitrary<string> {
  const whole = readFileSync(join(RULEBOOKS, 'us/eo-13971/rulebook.md'), 'utf8');
  const at = fc.nat({ max: whole.length });
  const damaged = fc
    .tuple(at, fc.nat({ max: 200 }), fc.string({ unit: 'binary', maxLength: 4 }))
    .map(([start, length, put]) => [whole.slice(0, start), put, whole.slice(start + length)].join(''));
  return fc.oneof(fc.constant(whole), damaged, fc.string({ unit: 'binary', maxLength: 40 }));
}

test(
  'no request makes it fail or hang',
  async () => {
    const service = await testService();
    const { paths } = (await send(service, { url: '/openapi.json' })).json();
    const operations = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
    const request = fc.constantFrom(...operations).chain(({ path, method, operation }) => {
      const parameters = operation.parameters ?? [];
      const [[type, { schema: body }] = [undefined, { schema: undefined }]] = Object.entries(
        operation.requestBody?.content ?? {},
      );
      return fc.record({
        method: fc.constant(method),
        path: fc.constant(path),
        id: sampleOf({}, 'id'),
        version: fc.constantFrom('1', '1', '2', '0', '-1', '1.5', 'x', '99999999999999', '%00'),
        query: fc.record(
          Object.fromEntries(
            parameters.filter((one) => one.in === 'query').map(({ name, schema }) => [name, sampleOf(schema, name)]),
          ),
          { requiredKeys: [] },
        ),
        type: fc.constant(type),
        body: body === undefined ? fc.constant(undefined) : type === MARKDOWN ? markdown() : sampleOf(body, ''),
        lang: fc.constantFrom('en', 'zh', 'xx'),
        answers: fc.constant(Object.keys(operation.responses)),
      });
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, id, version, query, type, body, lang, answers }) => {
        const search = new URLSearchParams();
        for (const [name, value] of Object.entries(query)) {
          const texts = Array.isArray(value) ? value : [value];
          for (const text of texts) search.append(name, typeof text === 'string' ? text : JSON.stringify(text));
        }
        const segment = typeof id === 'string' ? id : encodeURIComponent(JSON.stringify(id) ?? '');
        const url = `${path.replace('{id}', segment).replace('{version}', version)}?${search}`;
        const payload =
          body === undefined
            ? {}
            : {
                payload: type === MARKDOWN ? String(body) : JSON.stringify(body),
                headers: { 'content-type': type ?? 'application/json', 'accept-language': lang },
              };
        const reply = await send(service, { method: METHODS[method] ?? 'GET', url, ...payload });
        expect(reply.statusCode, `${method} ${url} ${JSON.stringify(body)} ${reply.body.slice(0, 500)}`).toBeLessThan(
          500,
        );
        const told = answers.some(
          (one) => one === String(reply.statusCode) || one === `${String(reply.statusCode)[0]}XX`,
        );
        expect(told, `${path} told ${reply.statusCode}`).toBe(true);
        if (reply.statusCode >= 400) {
          expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
          expect(reply.json()).toMatchObject({ status: reply.statusCode, code: expect.any(String) });
        }
      }),
      { numRuns: RUNS, endOnFailure: true, interruptAfterTimeLimit: 40_000 + 100 * RUNS },
    );
  },
  60_000 + 300 * RUNS,
);
