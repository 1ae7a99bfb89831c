import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from '@proviso/language';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../packages/cli/test/helpers/build.ts';
import { allPages, ERRORS, type Page, ROOT, type Sample } from './support/pages.ts';
import { standsAlone, wholePage } from './support/rulebook.ts';
import { Scratch } from './support/scratch.ts';
import { matches, stepsOf } from './support/session.ts';

// Every sample of the documentation runs. What the marks above a fence mean is told in CONTRIBUTING.md.

/** Languages of samples; anything else is a slip. */
const LANGUAGES = ['proviso', 'console', 'sh', 'ts', 'js', 'json', 'jsonl', 'text', 'markdown'];

beforeAll(ensureBuilt);

for (const page of allPages().filter(({ path, samples }) => samples.length > 0 && !path.startsWith(ERRORS))) {
  describe(page.path, () => {
    let scratch: Scratch;
    beforeAll(() => {
      scratch = new Scratch();
    });
    afterAll(() => scratch.remove());

    for (const sample of page.samples) {
      it(`line ${sample.line}: ${sample.language}`, async () => {
        expect(LANGUAGES).toContain(sample.language);
        await runSample(sample, page, scratch);
      });
    }

    if (page.samples.some(({ language }) => language === 'proviso')) {
      it('its blocks make a rulebook whose examples hold', () => {
        const blocks = page.samples.filter(({ language, marks }) => language === 'proviso' && !standsAlone(marks));
        if (blocks.length === 0) return;
        const file = 'the-page/rulebook.md';
        scratch.write(file, wholePage(page));
        // What completes a page need not use all that the page declares.
        const sound = page.marks.has('completed by') ? /: 0 errors/ : /: 0 errors, 0 warnings/;
        expect(scratch.run(`npx proviso check ${file}`)).toMatch(sound);
        expect(scratch.run(`npx proviso test --rulebook ${file}`)).toMatch(/ 0 failed/);
      });
    }
  });
}

async function runSample(sample: Sample, page: Page, scratch: Scratch): Promise<void> {
  const { language, marks, text } = sample;
  const content = language === 'proviso' ? `\n\`\`\`proviso\n${text}\n\`\`\`\n` : `${text}\n`;
  const file = marks.get('file');
  if (file !== undefined) scratch.write(file, content);
  const grows = marks.get('append');
  if (grows !== undefined) scratch.append(grows, content);
  switch (language) {
    case 'proviso':
      return runProviso(sample);
    case 'console':
      for (const { command, output } of stepsOf(text)) {
        const actual = scratch.run(command);
        if (!matches(output, actual)) expect.soft(actual, `${page.path}:${sample.line}: $ ${command}`).toBe(output);
      }
      return;
    case 'sh':
      for (const line of text.split('\n')) expectKnownScript(line, dirname(page.path));
      return;
    case 'ts':
    case 'js':
      if (file === undefined) await runProgram(sample, scratch);
      return;
    case 'json':
      JSON.parse(text);
      return;
    case 'jsonl':
      for (const line of text.split('\n')) JSON.parse(line);
      return;
  }
}

function runProviso({ marks, text }: Sample): void {
  const source = marks.get('from');
  if (source !== undefined) {
    const squeeze = (one: string) => one.replace(/\s+/g, ' ').trim();
    const whole = squeeze(readFileSync(join(ROOT, source), 'utf8'));
    for (const part of text.split(/^\.\.\.$/m)) expect(whole).toContain(squeeze(part));
  }
  const wrong = marks.get('wrong');
  if (marks.has('alone') || wrong !== undefined) {
    const { diagnostics } = parse(`\`\`\`proviso\n${text}\n\`\`\`\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(wrong === undefined ? [] : [wrong]);
  }
}

/** `sh` samples are for what is not run here; they may only hold scripts of the workspace, or of the page's folder. */
function expectKnownScript(line: string, folder: string): void {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const command of line.split('&&').map((one) => one.trim())) {
    const [, program] = /^node (\S+\.mjs)/.exec(command) ?? [];
    if (program !== undefined) {
      expect(existsSync(join(ROOT, folder, program)), command).toBe(true);
      continue;
    }
    const [, script] = /^npm (?:run )?([\w:-]+)/.exec(command) ?? [];
    // What `npx` runs is told, and run, in the console block that follows.
    if (script === 'ci' || command.startsWith('npx proviso ')) continue;
    expect(Object.keys(scripts), command).toContain(script);
  }
}

async function runProgram({ language, marks, text }: Sample, scratch: Scratch): Promise<void> {
  const given = marks.get('after');
  const before = given === undefined ? '' : readFileSync(join(ROOT, given), 'utf8');
  const { outputFiles } = await build({
    stdin: { contents: `${before}\n${text}`, loader: language === 'ts' ? 'ts' : 'js', resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['proviso-source'],
    // Holds machine code, which no bundle can.
    external: ['@duckdb/node-api'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    write: false,
  });
  scratch.write('sample.mjs', outputFiles[0]?.text ?? '');
  expect(scratch.run('node sample.mjs > /dev/null && echo ran')).toMatch(/(^|\n)ran\n$/);
}
