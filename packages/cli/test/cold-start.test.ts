import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from './helpers/build.ts';
import { PROGRAM, Workplace } from './helpers/proviso.ts';

const place = new Workplace();
beforeAll(ensureBuilt);

/** Node's own modules that a run loads. */
function modulesOf(args: readonly string[]): ReadonlySet<string> {
  const list = place.path('modules.txt');
  const hook = place.write(
    'hook.cjs',
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(list)}, process.moduleLoadList.join('\\n')))`,
  );
  const { status, stderr } = spawnSync(process.execPath, ['-r', hook, ...args], {
    cwd: place.folder,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return new Set(readFileSync(list, 'utf8').split('\n'));
}

describe('the quick start of decide', () => {
  const decide = [PROGRAM, 'decide', '--rulebook', 'us/wechat', '--as-of', '2020-09-21', 'application=wechat'];

  it('loads no cryptography, network or terminal machinery of Node for a rulebook that ships', () => {
    const loaded = [...modulesOf(decide)];
    expect(loaded.filter((name) => /crypto|NativeModule (net|tty|http|readline|tls|dns)/.test(name))).toEqual([]);
  });

  it('finds bundles in plain ASCII, as which they are read', () => {
    for (const bundle of ['boot', 'hot', 'cli', 'language', 'zones']) {
      const bytes = readFileSync(resolve(PROGRAM, '../../dist', `${bundle}.cjs`));
      expect([bundle, bytes.findIndex((byte) => byte > 0x7f)]).toEqual([bundle, -1]);
    }
  });

  it('gives byte for byte what the full command line gives', () => {
    for (const more of [[], ['--json'], ['--lang', 'zh']]) {
      const quick = place.run([...decide.slice(1), ...more]);
      // `--` makes the quick parser leave the arguments to the full one.
      const full = place.run([...decide.slice(1, -1), ...more, '--', 'application=wechat']);
      expect(full).toEqual(quick);
      expect(quick.code).toBe(0);
    }
  });
});
