import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import { type Place, readFragment, writeFragment } from '../../src/case/fragment.ts';

const runs = Number(process.env.PROVISO_RUNS ?? 200);
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const path = fc.oneof(
  name,
  fc.tuple(name, name).map(([party, fact]) => `${party}.${fact}`),
);
const scalar = fc.oneof(
  fc.boolean(),
  fc.string(),
  fc.constantFrom('true', 'false', '?', '[]', '"', '["a"]', 'a=b&c#d', '是'),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant(null));
const asked: fc.Arbitrary<Case> = fc.record({
  asOf: fc.option(fc.constantFrom('2020-09-21', '2020-09-20T09:23:00-04:00'), { nil: undefined }),
  knownOn: fc.option(fc.constantFrom('2020-09-18'), { nil: undefined }),
  readings: fc.dictionary(name, name, { maxKeys: 3, noNullPrototype: true }),
  facts: fc.uniqueArray(fc.tuple(path, value), { maxLength: 5, selector: ([one]) => one }),
});
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>({ kind: 'next' }, { kind: 'when' }, { kind: 'check' }, { kind: 'answer' }, { kind: 'form' }),
  fc.record({ kind: fc.constantFrom('question', 'only'), fact: path }),
);

describe('a case in the fragment of an address', () => {
  it('comes back as it was, answers in their order', () => {
    fc.assert(
      fc.property(asked, place, (one, where) => {
        expect(readFragment(`#${writeFragment({ asked: one, place: where })}`)).toEqual({ asked: one, place: where });
      }),
      { numRuns: runs },
    );
  });

  it('can be written by hand', () => {
    expect(
      readFragment('#as-of=2020-09-21&application=wechat&us_jurisdiction=true&territory=?&~transit_scope=strict'),
    ).toEqual({
      asked: {
        asOf: '2020-09-21',
        knownOn: undefined,
        readings: { transit_scope: 'strict' },
        facts: [
          ['application', 'wechat'],
          ['us_jurisdiction', true],
          ['territory', null],
        ],
      },
      place: { kind: 'next' },
    });
  });

  it('leaves out what it does not understand', () => {
    expect(readFragment('#go-to=nowhere&%3Cscript%3E=1')).toEqual({
      asked: { asOf: undefined, knownOn: undefined, readings: {}, facts: [] },
      place: { kind: 'next' },
    });
  });
});
