import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { format, parse, print } from '../src/index.ts';

const EVERYTHING = readFileSync(new URL('documents/everything.md', import.meta.url), 'utf8');

function model(text: string) {
  const { diagnostics, document } = parse(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (document === undefined) throw new Error('no document');
  return document;
}

describe('print', () => {
  test('what is printed reads as the same model', () => {
    const document = model(EVERYTHING);
    expect(model(print(document))).toEqual(document);
  });

  test('printing twice changes nothing', () => {
    const once = print(model(EVERYTHING));
    expect(print(model(once))).toBe(once);
  });
});

describe('format', () => {
  test('keeps every comment, and formatting twice changes nothing', () => {
    const once = format(EVERYTHING);
    for (const comment of EVERYTHING.match(/\/\/ .*/g) ?? []) expect(once).toContain(comment);
    expect(format(once)).toBe(once);
  });
});
