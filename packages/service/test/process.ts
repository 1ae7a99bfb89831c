import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { onTestFinished } from 'vitest';
import { RULEBOOKS } from './helpers.ts';

/** A service in a process of its own. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it has written to standard output so far. */
  output(): string;
}

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/proviso', import.meta.url));
const BUNDLE = join(CACHE, 'test-serve.mjs');
let built: Promise<unknown> | undefined;
let worker: Promise<string> | undefined;

const OTHERS_OUTSIDE: Plugin = {
  name: 'packages of others stay outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@proviso/') ? undefined : { path, external: true },
    ),
};

/** Bundles a program from its sources. */
async function bundle(source: string, outfile: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(source, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    conditions: ['proviso-source'],
    logLevel: 'error',
    ...options,
    write: false,
  });
  // Files of tests that run side by side make the same bundle: it is moved into place, so that none is read half.
  const part = `${outfile}.${process.pid}`;
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(part, outputFiles[0]?.contents ?? '');
  renameSync(part, outfile);
  return outfile;
}

/** The program of the thread that examines rulebooks, as the service looks for it beside its own. */
export function examineWorker(): Promise<string> {
  worker ??= bundle('../src/rulebooks/examine-worker.ts', join(CACHE, 'examine-worker.js'), { format: 'cjs' });
  return worker;
}

/** Starts a service in a process of its own on a data folder, and a database for the decisions if one is named. */
export async function startProcess(dataFolder: string, database?: string): Promise<ServiceProcess> {
  built ??= Promise.all([examineWorker(), bundle('serve.ts', BUNDLE, { format: 'esm', plugins: [OTHERS_OUTSIDE] })]);
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
