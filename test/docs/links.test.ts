import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { CODES } from '@proviso/language';
import { FINDING_CODES } from '@proviso/logic';
import { describe, expect, it } from 'vitest';
import { COMMANDS, OPTIONS } from '../../packages/cli/src/options/definition.ts';
import { allPages, ERRORS, markdownIn, type Page, ROOT, readPage } from './support/pages.ts';

const INDEX = 'docs/README.md';
const pages = allPages();

/** A link of a page to a file of the repository. */
interface Link {
  readonly written: string;
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Links outside fences. */
function linksOf(page: Page): readonly Link[] {
  const prose = page.text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '').replace(/`[^`\n]+`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, written]) => written ?? '')
    .filter((written) => !/^[a-z]+:/.test(written))
    .map((written) => {
      const [path = '', anchor] = written.split('#');
      return { written, path: path === '' ? page.path : normalize(join(dirname(page.path), path)), anchor };
    });
}

/** The anchors that Git hosts make of headings. */
function anchorsOf(path: string): readonly string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

describe('links', () => {
  for (const page of pages.filter((one) => linksOf(one).length > 0))
    it(`of ${page.path} lead somewhere`, () => {
      for (const { written, path, anchor } of linksOf(page)) {
        expect(existsSync(join(ROOT, path)), `${page.path}: ${written}`).toBe(true);
        if (anchor !== undefined) expect(anchorsOf(path), `${page.path}: ${written}`).toContain(anchor);
      }
    });

  it('reach every page from the index', () => {
    const reached = new Set<string>();
    const open = [INDEX, 'README.md'];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const link of linksOf(readPage(path))) {
        const file = statSync(join(ROOT, link.path)).isDirectory() ? `${link.path}/README.md` : link.path;
        if (file.endsWith('.md') && existsSync(join(ROOT, file))) open.push(file);
      }
    }
    // The pages on error codes are reached from the messages, which name the code.
    const orphans = pages.map(({ path }) => path).filter((path) => !reached.has(path) && !path.startsWith(ERRORS));
    expect(orphans).toEqual([]);
  });
});

describe('pages', () => {
  const documented = existsSync(join(ROOT, ERRORS))
    ? markdownIn(ERRORS).flatMap((path) => /PV\d{4}/.exec(path) ?? [])
    : [];
  for (const [catalogue, entries] of Object.entries({ language: CODES, check: FINDING_CODES })) {
    const codes = entries.map(({ code }): string => code).sort();
    const theirs = documented.filter((code) => codes.some((known) => known.slice(0, 3) === code.slice(0, 3)));
    it.runIf(theirs.length > 0)(`are there for every code of ${catalogue}, and for no other`, () => {
      expect(theirs).toEqual(codes);
    });
  }

  it('name no machine and no person’s folder', () => {
    for (const { path, text } of pages) expect(text, path).not.toMatch(/\/(home|Users|root|work|tmp)\//);
  });

  it('speak of every option of every command', () => {
    const { text } = readPage('docs/reference/command-line.md');
    for (const option of Object.keys(OPTIONS)) expect(text).toContain(`\n| \`--${option}`);
    for (const { name, options } of Object.values(COMMANDS)) {
      const [, told = ''] = text.split(`\n### \`proviso ${name}\`\n`);
      const [own = ''] = told.split('\n##');
      if (/as for `decide`/.test(own)) continue;
      for (const option of options) expect(own, name).toContain(`\`--${option}\``);
    }
  });
});

describe('decisions', () => {
  const records = markdownIn('docs/decisions').filter((path) => !path.endsWith('README.md'));

  it('are numbered without a gap', () => {
    const numbers = records.map((path) => Number(/(\d{4})-[\w-]+\.md$/.exec(path)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  for (const path of records)
    it(`${path} says what is decided and what is built`, () => {
      const { text } = readPage(path);
      expect(text).toMatch(/^- [*_]decided[*_]: (yes|proposed)$/m);
      expect(text).toMatch(/^- [*_]built[*_]: (yes|partly|no)(:.*)?$/m);
      for (const heading of ['Context', 'Decision', 'Reason', 'Consequences'])
        expect(text).toContain(`\n## ${heading}\n`);
      expect(readPage('docs/decisions/README.md').text).toContain(path.split('/').at(-1));
    });
});
