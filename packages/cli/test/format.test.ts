import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
beforeAll(ensureBuilt);

describe('proviso format', () => {
  it('says what would change, changes it, and then has nothing more to do', () => {
    const folder = place.copyToy('untidy');
    const file = `${folder}/toy/harbour/rulebook.md`;
    const text = readFileSync(file, 'utf8').replace(
      'prohibition no_oil per H-1\n',
      'prohibition    no_oil   per\n\n   H-1\n',
    );
    writeFileSync(file, text);
    const only = place.run(['format', '--check', file]);
    expect(only).toMatchObject({ code: 1, out: `${file} is not formatted\n` });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(place.run(['format', file])).toMatchObject({ code: 0, out: `formatted ${file}\n`, err: '' });
    const formatted = readFileSync(file, 'utf8');
    expect(formatted).toContain('prohibition no_oil per H-1\n');
    expect(formatted).toContain('Oil is kept out; how much is "carried" is open to argument.');
    expect(place.run(['format', '--check', file])).toMatchObject({ code: 0, out: '' });
    expect(place.run(['test', '--rulebook', 'toy/harbour', '--rulebooks', folder]).out).toBe('5 passed, 0 failed\n');
  });

  it('keeps the rights of the file', () => {
    const folder = place.copyToy('rights');
    const file = `${folder}/toy/harbour/rulebook.md`;
    writeFileSync(file, readFileSync(file, 'utf8').replace('per H-1\n', 'per    H-1\n'), { mode: 0o640 });
    const { mode } = statSync(file);
    place.run(['format', file]);
    expect(statSync(file).mode).toBe(mode);
  });

  it('leaves a file with errors alone, and all others with it', () => {
    const folder = place.copyToy('wrong');
    const good = `${folder}/toy/words/vocabulary.md`;
    const wrong = `${folder}/toy/harbour/rulebook.md`;
    writeFileSync(good, readFileSync(good, 'utf8').replace('fact loaded', 'fact    loaded'));
    writeFileSync(wrong, readFileSync(wrong, 'utf8').replace('prohibition no_oil', 'prohibitio no_oil'));
    const before = [good, wrong].map((file) => readFileSync(file, 'utf8'));
    const { code, out, err } = place.run(['format', good, wrong]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('has errors and was left as it is.');
    expect([good, wrong].map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });
});
