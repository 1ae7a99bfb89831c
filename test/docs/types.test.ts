import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPages, ROOT } from './support/pages.ts';
import { Scratch } from './support/scratch.ts';

describe('TypeScript samples', () => {
  let scratch: Scratch;
  beforeAll(() => {
    scratch = new Scratch();
  });
  afterAll(() => scratch.remove());

  it('have no errors of type', () => {
    for (const { path, samples } of allPages())
      for (const { language, line, marks, text } of samples) {
        if (language !== 'ts') continue;
        const given = marks.get('after');
        const before = given === undefined ? '' : readFileSync(join(ROOT, given), 'utf8');
        scratch.write(`samples/${path.replaceAll('/', '-')}-${line}.ts`, `${before}\n${text}\n`);
      }
    const include = ['*.ts', join(ROOT, 'packages/*/src/**/*.d.ts')];
    scratch.write('samples/tsconfig.json', JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), include }));
    expect(scratch.run('npx tsc --noEmit -p samples')).toBe('');
  });
});
