// Builds the app into packages/web/dist: scripts and styles by Vite, each page with its first screen in both languages, the
// documentation. Everything is made in a folder beside and moved into place.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from 'vite';
import { parsedMessages } from './messages-plugin.mjs';

// Whoever starts this (the tests do) may have set another.
process.env.NODE_ENV = 'production';

const web = fileURLToPath(new URL('..', import.meta.url));
const root = join(web, '..', '..');
const dist = join(web, 'dist');
const rulebooks = join(root, 'rulebooks');
const CONDITIONS = ['proviso-source', 'module', 'browser', 'development|production'];
const SERVER_CONDITIONS = ['proviso-source', 'node', 'module', 'development|production'];
// See withInline.
const INLINE = process.env.PROVISO_WEB_INLINE !== '0';
const ENTRIES = ['front', 'ask', 'read', 'time', 'screen', 'docs'];

const started = Date.now();
const beside = mkdtempSync(join(root, 'node_modules', '.proviso-web-'));
try {
  const made = await buildAll();
  if (existsSync(dist)) renameSync(dist, join(beside, 'old'));
  renameSync(made, dist);
  process.stdout.write(`built packages/web/dist in ${Date.now() - started} ms\n`);
} catch (error) {
  process.stderr.write(`The app was not built; packages/web/dist is as it was. ${error.stack}\n`);
  process.exitCode = 1;
} finally {
  rmSync(beside, { recursive: true, force: true });
}
// What made the pages may have left something waiting.
process.exit();

async function buildAll() {
  const out = join(beside, 'dist');
  const server = join(beside, 'server');
  // The pages are made by the app's own code, run here.
  await build({
    ...common(),
    build: {
      ssr: join(web, 'src', 'prerender', 'index.tsx'),
      outDir: server,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'prerender.mjs' } },
    },
    define: { PROVISO_SHIPPED: 'globalThis.PROVISO_SHIPPED' },
    resolve: { conditions: SERVER_CONDITIONS },
    ssr: { noExternal: true, resolve: { conditions: SERVER_CONDITIONS } },
  });
  const prerender = await import(pathToFileURL(join(server, 'prerender.mjs')).href);
  const shipped = prerender.shippedRulebooks(rulebooks).map(({ id }) => ({ id }));
  globalThis.PROVISO_SHIPPED = shipped;
  await build({
    ...common(),
    define: { PROVISO_SHIPPED: JSON.stringify(shipped) },
    resolve: {
      conditions: CONDITIONS,
      alias: [
        // Messages are parsed by the build; the browser needs no parser of them.
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
        },
      ],
    },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      manifest: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: Object.fromEntries(ENTRIES.map((name) => [name, entry(name)])),
        treeshake: { moduleSideEffects: (id) => !/packages\/(?:logic|model)\/src\//.test(id) },
      },
    },
  });
  const manifest = JSON.parse(readFileSync(join(out, '.vite', 'manifest.json'), 'utf8'));
  const early = await buildEarly(out);
  const assets = (name) => withInline(out, assetsOf(manifest, name, early));
  const pages = [...prerender.makePages(rulebooks, assets), ...prerender.makeDocs(root, assets('docs'))];
  for (const { file, text } of pages) write(join(out, file), text);
  if (INLINE) write(join(out, 'policy.json'), `${JSON.stringify(inlined(pages), null, 2)}\n`);
  rmSync(join(out, '.vite'), { recursive: true });
  return out;
}

function entry(name) {
  const file = join(web, 'src', 'entries', name);
  return existsSync(`${file}.tsx`) ? `${file}.tsx` : `${file}.ts`;
}

function common() {
  return {
    root: web,
    configFile: false,
    logLevel: 'error',
    plugins: [parsedMessages()],
    resolve: { conditions: CONDITIONS },
  };
}

// Runs before the page is painted, so it is a script by itself and no module.
async function buildEarly(out) {
  const { outputFiles } = await bundle({
    entryPoints: [join(web, 'src', 'entries', 'early.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['proviso-source'],
    treeShaking: true,
    write: false,
  });
  const { contents } = outputFiles[0];
  const name = `early-${createHash('sha256').update(contents).digest('hex').slice(0, 8)}.js`;
  writeFileSync(join(out, 'assets', name), contents);
  return `/assets/${name}`;
}

function assetsOf(manifest, name, early) {
  const key = Object.keys(manifest).find((one) => manifest[one].isEntry && manifest[one].name === name);
  const styles = new Set();
  const preloads = new Set();
  const visit = (at, top) => {
    const { file, css = [], imports = [] } = manifest[at];
    for (const one of imports) visit(one, false);
    for (const style of css) styles.add(`/${style}`);
    if (!top) preloads.add(`/${file}`);
  };
  visit(key, true);
  return { early, script: `/${manifest[key].file}`, preloads: [...preloads], styles: [...styles] };
}

// With the styles and the early script inside the page, the first screen needs one answer of the server instead of two.
// Whoever serves the app must then allow exactly these texts, by the digests in policy.json.
function withInline(out, assets) {
  if (!INLINE) return assets;
  const text = (address) => readFileSync(join(out, address), 'utf8').trim();
  return { ...assets, inline: { style: assets.styles.map(text).join('\n'), early: text(assets.early) } };
}

function inlined(pages) {
  const digests = (pattern) => {
    const texts = pages.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, inner]) => inner));
    return [...new Set(texts)].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  };
  return {
    'style-src': digests(/<style[^>]*>([\s\S]*?)<\/style>/g),
    'script-src': digests(/<script>([\s\S]*?)<\/script>/g),
  };
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
