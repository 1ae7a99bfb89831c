import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import { RULEBOOKS } from './helpers.ts';

/** A service in a process of its own. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it has written to standard output so far. */
  output(): string;
}

const BUNDLE = fileURLToPath(new URL('../../../node_modules/.cache/proviso/test-serve.mjs', import.meta.url));
let built: Promise<unknown> | undefined;

/** Starts a service in a process of its own on a data folder, and a database for the decisions if one is named. */
export async function startProcess(dataFolder: string, database?: string): Promise<ServiceProcess> {
  built ??= build({
    entryPoints: [fileURLToPath(new URL('serve.ts', import.meta.url))],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['proviso-source'],
    logLevel: 'error',
    write: false,
    plugins: [
      {
        name: 'packages of others stay outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@proviso/') ? undefined : { path, external: true },
          ),
      },
    ],
  }).then(({ outputFiles: [file] }) => {
    // Files of tests that run side by side make the same bundle: it is moved into place, so that none is read half.
    const part = `${BUNDLE}.${process.pid}`;
    mkdirSync(dirname(BUNDLE), { recursive: true });
    writeFileSync(part, file?.contents ?? '');
    renameSync(part, BUNDLE);
  });
  await built;
  const given = [RULEBOOKS, dataFolder, ...(database === undefined ? [] : [database])];
  const child = spawn(process.execPath, [BUNDLE, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  while (!output.includes('\n')) await once(child.stdout, 'data');
  return { child, address: output.slice(0, output.indexOf('\n')), output: () => output };
}
