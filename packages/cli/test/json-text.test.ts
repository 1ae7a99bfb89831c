import { describe, expect, it } from 'vitest';
import { JsonError, readJson } from '../src/input/json-text.ts';

function errorIn(text: string): JsonError {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof JsonError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('strict JSON', () => {
  it('gives values and the places of their names', () => {
    const { value, places } = readJson('{"a": 1,\n "b": {"c": [true, null]}}');
    expect(value).toEqual({ a: 1, b: { c: [true, null] } });
    expect(places.get('b.c')).toEqual({ line: 2, column: 8 });
  });

  it.each([
    ['a name given twice', '{"a": 1,\n "a": 2}', 'duplicate', 2, 2],
    ['a missing comma', '{"a": 1 "b": 2}', 'comma', 1, 9],
    ['a comma too many', '{"a": 1,}', 'property_name', 1, 9],
    ['a comment', '{"a": 1} // no', 'comment', 1, 10],
    ['single quotes', "{'a': 1}", 'symbol', 1, 2],
    ['two values', '{} {}', 'end', 1, 4],
    ['an open text', '{"a": "b}', 'string_end', 1, 7],
    ['a bare word', '{"a": yes}', 'symbol', 1, 7],
    ['digits that would be lost', '{"a": 0.10000000000000000001}', 'digits', 1, 7],
    ['a number too big', '{"a": 1e999}', 'digits', 1, 7],
  ])('refuses %s', (_, text, kind, line, column) => {
    const { trouble, place } = errorIn(text);
    expect([trouble.kind, place]).toEqual([kind, { line, column }]);
  });

  it('refuses nesting that no fact needs, instead of running out of stack', () => {
    expect(errorIn(`${'['.repeat(100_000)}`).trouble.kind).toBe('depth');
  });

  it('keeps a name such as __proto__ an ordinary name', () => {
    expect(Object.keys(readJson('{"__proto__": 1}').value as object)).toEqual(['__proto__']);
  });
});
