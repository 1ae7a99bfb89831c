import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
beforeAll(ensureBuilt);

/** Decides under a rulebook of its own, with a cache of its own; gives the verdict and the one entry of the cache. */
function decide(name: string, cache: string): { verdict: string; entry: string | undefined } {
  const args = [
    'decide',
    '--json',
    '--rulebook',
    `${name}/toy/harbour/rulebook.md`,
    '--as-of',
    '2020-02-15',
    'cargo=oil',
    'weight=8',
    'owner.share=40',
    'loaded=yes',
  ];
  const { code, out, err } = place.run(args, { env: { PROVISO_CACHE: cache } });
  expect([code, err]).toEqual([0, '']);
  const folder = `${cache}/rulebooks`;
  const [entry, ...more] = existsSync(folder) ? readdirSync(folder) : [];
  expect(more).toEqual([]);
  return { verdict: JSON.parse(out).verdict, entry: entry === undefined ? undefined : `${folder}/${entry}` };
}

describe('the cache of rulebooks', () => {
  it('is used while the texts are the same, and no longer when a vocabulary changes', () => {
    place.copyToy('a');
    const cache = place.path('cache-a');
    const { entry = '' } = decide('a', cache);
    const { mtimeMs } = statSync(entry);
    decide('a', cache);
    expect(statSync(entry).mtimeMs).toBe(mtimeMs);
    const vocabulary = place.path('a/toy/words/vocabulary.md');
    writeFileSync(vocabulary, `${readFileSync(vocabulary, 'utf8')}\nMore prose.\n`);
    decide('a', cache);
    expect(statSync(entry).mtimeMs).toBeGreaterThan(mtimeMs);
  });

  it.each([
    ['half of it is missing', (text: string) => text.slice(0, text.length / 2)],
    ['a verdict was changed in it', (text: string) => text.replaceAll('"prohibition"', '"exemption"')],
    ['another build wrote it', (text: string) => text.replace(/"build":"[^"]*"/, '"build":"other"')],
    ['it is junk', () => 'junk'],
    ['it is empty', () => ''],
  ])('is not trusted and written anew when %s', (what, spoil) => {
    const name = `b-${what.length}`;
    place.copyToy(name);
    const cache = place.path(`cache-${name}`);
    const { entry = '' } = decide(name, cache);
    const sound = readFileSync(entry, 'utf8');
    expect(spoil(sound)).not.toBe(sound);
    writeFileSync(entry, spoil(sound));
    expect(decide(name, cache).verdict).toBe('prohibited');
    expect(readFileSync(entry, 'utf8')).toBe(sound);
  });

  it('that cannot be written is no error', () => {
    place.copyToy('c');
    place.write('a-file', 'not a folder');
    expect(decide('c', place.path('a-file')).verdict).toBe('prohibited');
  });

  it('keeps nothing of a rulebook with errors', () => {
    place.copyToy('d');
    const file = place.path('d/toy/harbour/rulebook.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('prohibition no_oil', 'prohibitio no_oil'));
    const { code } = place.run(['decide', '--rulebook', file], { env: { PROVISO_CACHE: place.path('cache-d') } });
    expect(code).toBe(1);
    expect(existsSync(place.path('cache-d'))).toBe(false);
  });

  it('is readable by its owner only', () => {
    place.copyToy('e');
    const { entry = '' } = decide('e', place.path('cache-e'));
    expect(statSync(entry).mode & 0o077).toBe(0);
    chmodSync(entry, 0o600);
  });
});
