import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CODES, type Code, parse } from '../src/index.ts';
import { errorPages } from './error-pages/pages.ts';
import { BASE, SAMPLES } from './error-pages/samples.ts';

const folder = fileURLToPath(new URL('../../../docs/reference/errors', import.meta.url));
const pages = errorPages();

test('every code of the language has its page, and no page is without a code', () => {
  const files = readdirSync(folder).filter((file) => /^PV[1-5]/.test(file));
  expect(files.toSorted()).toEqual([...pages.keys()].toSorted());
});

test.each([...pages])('%s is as the catalogue has it (npm run error-pages -w @proviso/language)', (file, page) => {
  expect(readFileSync(join(folder, file), 'utf8')).toBe(page);
});

describe('samples', () => {
  const codes = CODES.map(({ code }) => code);

  test('are there for all codes but those of size', () => {
    expect(codes.filter((code) => SAMPLES[code] === undefined)).toEqual(['PV1002', 'PV1015']);
  });

  const found = (text: string, whole: boolean): readonly Code[] => {
    const document = whole ? `${text}\n` : `\`\`\`proviso\n${BASE}\n${text}\n\`\`\`\n`;
    return [...new Set(parse(document).diagnostics.map(({ code }) => code))];
  };

  test.each(Object.entries(SAMPLES))('%s', (code, { bad, good, whole = false }) => {
    expect(found(bad, whole)).toContain(code);
    expect(found(good, whole)).toEqual([]);
  });
});
