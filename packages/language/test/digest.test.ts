import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CODES, digestOf } from '../src/index.ts';

test('the digest is SHA-256 over the texts, each after its length in bytes', () => {
  const expected = createHash('sha256').update('4\n中a').update('0\n').digest('hex');
  expect(digestOf(['中a', ''])).toBe(`sha256:${expected}`);
  expect(digestOf(['a', 'b'])).not.toBe(digestOf(['ab']));
});

test('every code of the catalogue is told once', () => {
  expect(new Set(CODES.map(({ code }) => code)).size).toBe(CODES.length);
});
