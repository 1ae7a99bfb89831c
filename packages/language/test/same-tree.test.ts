import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findBlocks } from '../src/lexer/blocks.ts';
import { tokenize } from '../src/lexer/lexer.ts';
import { LineIndex } from '../src/lexer/line-index.ts';
import { readDeclarations } from '../src/parser/parse-tree.ts';
import { langiumParser } from './langium-parser.ts';

// Langium makes a parser of the same grammar, which looks ahead as far as it must: what it reads, ours must read alike.
const parser = langiumParser();

function ours(text: string): unknown {
  const { tokens } = tokenize(text, findBlocks(text).blocks);
  const { declarations, failure } = readDeclarations({ text, index: new LineIndex(text), tokens });
  return failure === undefined ? declarations : 'failure';
}

function langiums(text: string): unknown {
  const { parserErrors, value } = parser.parse(text);
  return parserErrors.length === 0 ? plain((value as unknown as { declarations: unknown }).declarations) : 'failure';
}

/** Without what Langium adds to nodes. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, part]) => (!key.startsWith('$') || key === '$type') && part !== undefined,
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, plain(part)]));
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders = ['packages/language/test/documents', 'packages/cli/test/rulebooks', 'rulebooks'];
const documents = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file)),
);

test.each(documents)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(ours(text)).toEqual(langiums(text));
});

const block = (declaration: string): string => `\`\`\`proviso\n${declaration}\n\`\`\`\n`;

test.each([
  'list l of integer from 2020-01-01: 5',
  'parameter p integer from 2020-01-01: 5 from 2021-01-01: 6',
  'parameter p decimal from 0 to 1 unit percent from 2020-01-01: 5',
  'prohibition p per E when count of xs where (it) >= 2',
  'prohibition p per E when count of ns where (it is a or it is b) >= 2 and (x or not y) implies z = 1',
  'prohibition p per E when colour is before',
  'prohibition p per E when day is before 2020-01-01 lifts every, every duty of E, other leaves every rule',
  'assume a label is "x" and per',
  'assume a label en "x" source is "x"',
  'term per means label or title is "x" and any of all_of where it is not in (a, b)',
  'restriction per per per when when only if if : when en : per otherwise restricted',
  'group label label en "x" fact fact text fact end integer end',
  'enumeration fact fact, list en "x" sample, end',
  'situation situation situation is (a, b), not in_it, per unknown',
])('%s', (declaration) => {
  const tree = ours(block(declaration));
  expect(tree).toEqual(langiums(block(declaration)));
});

test('texts made to waste time: refused quickly', () => {
  const nested = 'it > count of xs where '.repeat(60);
  const started = performance.now();
  expect(ours(block(`prohibition p per E when count of xs where ${nested} it >`))).toBe('failure');
  expect(performance.now() - started).toBeLessThan(1000);
});
