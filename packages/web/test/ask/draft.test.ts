import { describe, expect, it } from 'vitest';
import { readDraft, startDraft } from '../../src/ask/draft.ts';

describe('what somebody typed', () => {
  it.each([
    [{ kind: 'boolean' }, ['false'], { ok: true, value: false }],
    [{ kind: 'decimal' }, [' 12.5 '], { ok: true, value: '12.5' }],
    [{ kind: 'decimal' }, ['12,5'], { ok: false, problem: 'number' }],
    [{ kind: 'integer' }, [''], { ok: false, problem: 'empty' }],
    [{ kind: 'date' }, ['2020-02-30'], { ok: false, problem: 'date' }],
    [{ kind: 'date' }, ['2020-02-29'], { ok: true, value: '2020-02-29' }],
    [{ kind: 'instant' }, ['2020-09-20T09:23'], { ok: false, problem: 'date' }],
    [{ kind: 'set', of: { kind: 'country' } }, ['US，CN、 DE'], { ok: true, value: ['US', 'CN', 'DE'] }],
    [{ kind: 'list', of: { kind: 'integer' } }, ['1, x'], { ok: false, problem: 'number' }],
    [{ kind: 'set', of: { kind: 'text' } }, [], { ok: true, value: [] }],
  ] as const)('is read by the type %o', (type, draft, wanted) => {
    expect(readDraft(type, draft)).toEqual(wanted);
  });

  it('starts from the answer given before', () => {
    expect(startDraft(true)).toEqual(['true']);
    expect(startDraft(['US', 'CN'])).toEqual(['US', 'CN']);
    expect(startDraft(null)).toEqual([]);
  });
});
