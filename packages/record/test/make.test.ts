import { readFileSync } from 'node:fs';
import { digestOf } from '@proviso/language';
import { ENGINE_VERSION, InputError } from '@proviso/logic';
import { canonical, carrying, digestOfText, makeRecord, naming, readRecord, verifyRecord } from '@proviso/record';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { programOf, SMALL } from './helpers.ts';

const program = programOf(SMALL);
const MADE_AT = Date.parse('2020-03-05T06:07:08.009Z');
const parts = { id: 'a-1', madeAt: MADE_AT, program, facts: { share: 60, goods: 'fireworks' } };
const schema = JSON.parse(readFileSync(new URL('../schema/record.schema.json', import.meta.url), 'utf8'));
const fits = new Ajv2020().compile(schema);

describe('a record', () => {
  test('holds the question as it was asked and as it was understood', () => {
    const record = makeRecord({ ...parts, question: { asOf: '2020-02-01', knownOn: '2020-01-15' } });
    expect(record.question).toEqual({ asOf: '2020-02-01', knownOn: '2020-01-15', readings: {} });
    expect(record.resolved).toEqual({ asOf: '2020-02-01T23:59:59-05:00', knownOn: '2020-01-15T23:59:59-05:00' });
    expect(record.facts).toEqual({ goods: 'fireworks', share: '60' });
    expect(record.answer.verdict).toBe('prohibited');
    expect(record).toMatchObject({ engine: ENGINE_VERSION, madeAt: '2020-03-05T06:07:08.009Z', id: 'a-1' });
    expect(fits(record), JSON.stringify(fits.errors)).toBe(true);
  });

  test('pins "now" to the millisecond when no date was asked for', () => {
    const record = makeRecord({ ...parts, question: {} });
    expect(record.question.asOf).toBeNull();
    expect(record.resolved).toEqual({ asOf: '2020-03-05T01:07:08.009-05:00', knownOn: null });
    expect(record.answer.asOf).toBe(record.resolved.asOf);
  });

  test('has digests that a second implementation finds too', () => {
    const record = makeRecord({ ...parts, question: { asOf: '2020-02-01' } });
    expect(record.digests.facts).toBe(digestOfText('{"goods":"fireworks","share":"60"}'));
    const { record: own, ...others } = record.digests;
    expect(own).toBe(digestOfText(canonical({ ...record, digests: others })));
    expect(record.digests.rulebook).toBe(digestOf(SMALL.map(({ text }) => text)));
    expect(verifyRecord(record)).toEqual([]);
  });

  test('has the same digests whether it carries its rulebook or names it', () => {
    const record = makeRecord({ ...parts, question: { asOf: '2020-02-01' }, documents: SMALL });
    expect(verifyRecord(record, { digestOfTexts: digestOf })).toEqual([]);
    const named = naming(record);
    expect(named.rulebook).toEqual({ id: 'test/small', digest: record.rulebook.digest });
    expect(verifyRecord(named)).toEqual([]);
    expect(canonical(carrying(named, SMALL))).toBe(canonical(record));
    expect(fits(record) && fits(named)).toBe(true);
  });

  test('survives being written as JSON and read', () => {
    const record = makeRecord({ ...parts, question: { asOf: '2020-02-01' }, documents: SMALL });
    expect(canonical(readRecord(JSON.parse(canonical(record))))).toBe(canonical(record));
  });

  test('is not made of bad facts, of broken text, or of a rulebook without digest', () => {
    const question = { asOf: '2020-02-01' };
    expect(() => makeRecord({ ...parts, question, facts: { good: 'x' } })).toThrow(InputError);
    const broken = { remark: '\ud800' };
    expect(() => makeRecord({ ...parts, question, facts: broken })).toThrow(/no canonical JSON/);
  });
});

describe('a change to a record shows', () => {
  const record = makeRecord({ ...parts, question: { asOf: '2020-02-01' }, documents: SMALL });
  const paths = (changed: object) =>
    verifyRecord({ ...record, ...changed }, { digestOfTexts: digestOf }).map(({ path }) => path);

  test.each([
    ['facts', { facts: { goods: 'books' } }, ['/digests/facts', '/digests/record']],
    ['answer', { answer: { ...record.answer, verdict: 'exempt' } }, ['/digests/answer', '/digests/record']],
    ['moment', { madeAt: '2021-01-01T00:00:00.000Z' }, ['/digests/record']],
    ['question', { question: { ...record.question, asOf: '2020-02-02' } }, ['/digests/record']],
    ['documents', { rulebook: { ...record.rulebook, documents: [] } }, ['/rulebook/documents']],
  ] as const)('of its %s', (_, changed, found) => {
    expect(paths(changed)).toEqual(found);
  });
});

describe('what is not a record is refused', () => {
  const record = makeRecord({ ...parts, question: { asOf: '2020-02-01' } });

  test.each([
    ['nothing', null, ''],
    ['a list', [], ''],
    ['another form', { format: 'other/1' }, '/id'],
    ['a strange member', { ...record, more: 1 }, '/more'],
    ['a missing member', { ...record, facts: undefined, digests: {} }, '/facts'],
    ['a wrong digest', { ...record, digests: { ...record.digests, facts: 'x' } }, '/digests/facts'],
    ['a number for a text', { ...record, question: { ...record.question, asOf: 1 } }, '/question/asOf'],
  ])('%s', (_, json, field) => {
    expect(() => readRecord(json)).toThrow(expect.objectContaining({ code: 'not_a_record', field }));
  });

  test('a form of a later release', () => {
    const later = { ...record, format: 'proviso.record/2' };
    expect(() => readRecord(later)).toThrow(expect.objectContaining({ code: 'unknown_format' }));
  });
});
