import { differencesBetween, makeRecord, naming, type RecordedDocument, recordDigest, replay } from '@proviso/record';
import { describe, expect, test } from 'vitest';
import { programOf, resolver, SMALL } from './helpers.ts';

const question = { asOf: '2020-02-01' };
const facts = { goods: 'fireworks', share: 60 };
const made = { id: 'r', madeAt: 0, program: programOf(SMALL), question, facts };

/** The same rulebook with one number changed. */
const OTHER: readonly RecordedDocument[] = SMALL.map((one) => ({ ...one, text: one.text.replace('>= 50', '>= 70') }));

describe('asking again', () => {
  test('needs only the record when it carries its rulebook', async () => {
    const outcome = await replay(makeRecord({ ...made, documents: SMALL }), resolver());
    expect(outcome).toMatchObject({ same: true, differences: [], problems: [] });
  });

  test('needs the right version when the record names it', async () => {
    const record = makeRecord(made);
    expect((await replay(record, resolver(OTHER, SMALL))).same).toBe(true);
    await expect(replay(record, resolver(OTHER))).rejects.toMatchObject({ code: 'rulebook_not_found' });
  });

  test('finds a changed answer, even where all digests were made anew', async () => {
    const record = makeRecord(made);
    const answer = { ...record.answer, verdict: 'exempt', mayProceed: 'yes' } as const;
    const { digestOfValue } = await import('@proviso/record');
    const digests = { ...record.digests, answer: digestOfValue(answer) };
    const forged = { ...record, answer, digests };
    const signed = { ...forged, digests: { ...digests, record: recordDigest(forged) } };
    const { same, problems, differences } = await replay(signed, resolver(SMALL));
    expect({ same, problems }).toEqual({ same: false, problems: [] });
    expect(differences.map(({ path }) => path)).toEqual(['/answer/mayProceed', '/answer/verdict']);
    expect(differences[1]).toEqual({ path: '/answer/verdict', recorded: 'exempt', replayed: 'prohibited' });
  });

  test('tells when the rulebook given is another one', async () => {
    const { differences } = await replay(makeRecord(made), () => programOf(OTHER));
    expect(differences.map(({ path }) => path)).toContain('/answer/rulebook/digest');
    expect(differences.map(({ path }) => path)).toContain('/answer/verdict');
  });

  test('tells when the question cannot be asked any more', async () => {
    const record = naming(makeRecord(made));
    const without = SMALL.map((one) => ({ ...one, text: one.text.replaceAll('share', 'portion') }));
    const outcome = await replay(record, () => programOf(without));
    expect(outcome).toMatchObject({ same: false, answer: null, refused: { code: 'unknown_fact', field: 'share' } });
  });

  test('does not hang on the clock', async () => {
    const now = makeRecord({ ...made, question: {}, madeAt: Date.parse('2020-01-31T23:59:59.999-05:00') });
    expect(now.answer.verdict).toBe('not_restricted');
    expect((await replay(now, resolver(SMALL))).same).toBe(true);
  });
});

describe('differences', () => {
  test.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [{ a: [1, 2] }, { a: [1] }, [{ path: '/a/1', recorded: 2 }]],
    [{ a: null }, {}, [{ path: '/a', recorded: null }]],
    [{}, { 'x/y~': 0 }, [{ path: '/x~1y~0', replayed: 0 }]],
    [[], {}, [{ path: '', recorded: [], replayed: {} }]],
  ])('%j to %j', (recorded, replayed, found) => {
    expect(differencesBetween(recorded, replayed)).toEqual(found);
  });
});
