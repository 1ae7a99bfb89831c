import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { renderToString } from 'react-dom/server';
import { DOCS_CATALOGUES, type DocsGroup, DocsPage } from '../docs/page.tsx';
import { WordsProvider } from '../i18n/words.tsx';
import { htmlOf, type PageAssets } from './html.ts';
import { readMarkdown } from './markdown.ts';
import type { WrittenPage } from './written-page.ts';

/** The groups of the documentation, in the order in which they are listed. */
const GROUPS = ['tasks', 'concepts', 'reference', 'decisions'] as const;

/**
 * The documentation as pages: everything in `docs`, and whatever else of the repository it links to. Rulebooks are linked
 * to where they are read; links to what is no page stay as text.
 */
export function makeDocs(root: string, assets: PageAssets): readonly WrittenPage[] {
  const docs = join(root, 'docs');
  const waiting = markdownIn(docs);
  const done = new Set<string>();
  const pages: WrittenPage[] = [];
  const groups = groupsOf(docs);
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (done.has(file)) continue;
    done.add(file);
    const folder = dirname(file);
    const link = (target: string): string | undefined => {
      const [path = '', anchor] = target.split('#');
      const found = path === '' ? undefined : pageOf(root, resolve(folder, path));
      if (found?.file !== undefined && !done.has(found.file)) waiting.push(found.file);
      if (path === '') return target;
      return found === undefined ? undefined : `${found.address}${anchor === undefined ? '' : `#${anchor}`}`;
    };
    const { title, html } = readMarkdown(readFileSync(file, 'utf8'), link);
    pages.push(written(addressOf(root, file), title, html, groups, assets));
  }
  return [...pages, errorIndex(docs, groups, assets)];
}

function written(
  address: string,
  title: string,
  html: string,
  groups: readonly DocsGroup[],
  assets: PageAssets,
): WrittenPage {
  const body = renderToString(
    <WordsProvider initial="en" catalogues={DOCS_CATALOGUES}>
      <DocsPage groups={groups} html={html} address={address} />
    </WordsProvider>,
  );
  const text = htmlOf({
    file: '',
    title: { en: `${title} · Proviso`, zh: `${title} · Proviso` },
    description: title,
    body: { en: body, zh: '' },
    assets,
    restores: false,
    data: { groups, address },
  });
  return { file: `${address.slice(1)}index.html`, text };
}

function groupsOf(docs: string): readonly DocsGroup[] {
  return GROUPS.map((name) => ({
    name,
    pages: markdownIn(join(docs, name), false)
      .filter((file) => !file.endsWith('README.md'))
      .map((file) => ({
        address: addressOf(dirname(docs), file),
        title: readMarkdown(readFileSync(file, 'utf8'), () => undefined).title,
      })),
  }));
}

/** The codes of errors and warnings have a page each; this one lists them. */
function errorIndex(docs: string, groups: readonly DocsGroup[], assets: PageAssets): WrittenPage {
  const rows = markdownIn(join(docs, 'reference', 'errors')).map((file) => {
    const { title } = readMarkdown(readFileSync(file, 'utf8'), () => undefined);
    return `<li><a href="${addressOf(dirname(docs), file)}">${title}</a></li>`;
  });
  const title = 'Codes of errors and warnings';
  return written('/docs/reference/errors/', title, `<h1>${title}</h1><ul>${rows.join('')}</ul>`, groups, assets);
}

/** What a link to a file of the repository leads to; undefined when it is no page. */
function pageOf(root: string, file: string): { readonly address: string; readonly file?: string } | undefined {
  const path = relative(root, file).split(sep).join('/');
  const rulebook = /^rulebooks\/(.+)\/rulebook\.md$/.exec(path)?.[1];
  if (rulebook !== undefined) return { address: `/read/?rulebook=${rulebook}` };
  if (path === 'docs/reference/errors') return { address: '/docs/reference/errors/' };
  if (path.startsWith('..') || !path.endsWith('.md') || !existsSync(file)) return undefined;
  return { address: addressOf(root, file), file };
}

/** The address of a Markdown file of the repository. */
function addressOf(root: string, file: string): string {
  const path = relative(root, file).split(sep).join('/').replace(/\.md$/, '');
  const inDocs = path.startsWith('docs/') ? path.slice('docs/'.length) : `repository/${path.toLowerCase()}`;
  return `/docs/${`${inDocs}/`.replace(/(^|\/)README\/$/, '$1')}`;
}

function markdownIn(folder: string, deep = true): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return deep ? markdownIn(path) : [];
      return entry.name.endsWith('.md') ? [path] : [];
    });
}
