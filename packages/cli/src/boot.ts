import { fstatSync, readFileSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { Host } from './context.ts';
import type { start } from './hot.ts';
import type { runAnyCommand } from './main.ts';
import { replaceFile } from './output/replace-file.ts';
import type { LanguageBundle } from './rulebook/language-bundle.ts';
import type { ScreenBundle } from './screen/bundle.ts';

// The first thing that runs. It loads the bundles beside it, each when it is needed and with V8's code cache, so that
// starting costs reading and not compiling. A cache that is missing or made by another Node is made anew at the end.

interface Bundles {
  readonly hot: { readonly start: typeof start };
  readonly cli: { readonly runAnyCommand: typeof runAnyCommand };
  readonly language: { readonly languageBundle: LanguageBundle };
  readonly screen: { readonly screenBundle: ScreenBundle };
}

const STDOUT = 1;

const loaded = new Map<keyof Bundles, Bundles[keyof Bundles]>();

function load<Name extends keyof Bundles>(name: Name): Bundles[Name] {
  const known = loaded.get(name);
  if (known !== undefined) return known as Bundles[Name];
  const file = join(__dirname, `${name}.cjs`);
  const cacheFile = join(__dirname, `${name}.${process.version}-${process.arch}.cache`);
  // The bundles are plain ASCII (the build makes them so); that is the quickest text to read.
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`;
  const cachedData = readIfThere(cacheFile);
  const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected === true)
    process.on('exit', () => keep(cacheFile, script.createCachedData()));
  const module = { exports: {} as Bundles[Name] };
  const wrapped = script.runInThisContext() as (...parts: readonly unknown[]) => void;
  wrapped(module.exports, require, module, file, __dirname);
  loaded.set(name, module.exports);
  return module.exports;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function keep(file: string, bytes: Buffer): void {
  try {
    replaceFile(file, bytes);
  } catch {
    // Without a code cache the next start compiles again.
  }
}

function sha256(bytes: Buffer | string): string {
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
}

// Loading the terminal's module takes longer than the decision: most output that is no terminal is known without it.
function terminalColumns(): number | undefined {
  try {
    const stat = fstatSync(STDOUT);
    if (!stat.isCharacterDevice() || stat.rdev === statSync(devNull).rdev) return undefined;
    const { isatty } = require('node:tty') as typeof import('node:tty');
    return isatty(STDOUT) ? process.stdout.columns : undefined;
  } catch {
    return undefined;
  }
}

const host: Host = {
  home: dirname(__dirname),
  language: () => load('language').languageBundle,
  // Not bundled: it is started seldom and stays for long.
  service: () => import('@proviso/service'),
  screen: () => load('screen').screenBundle,
  sha256,
  terminalColumns,
};
load('hot').start(process.argv.slice(2), host, () => load('cli').runAnyCommand);
