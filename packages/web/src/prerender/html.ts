/** A page to be written out. */
export interface HtmlPage {
  /** Path of the file below the folder of the app. */
  readonly file: string;
  readonly title: Readonly<Record<'en' | 'zh', string>>;
  readonly description: string;
  /** The first screen by language; empty where the script makes it. */
  readonly body: Readonly<Record<'en' | 'zh', string>>;
  /** Files that the page needs. */
  readonly assets: PageAssets;
  /** Whether what is shown depends on the fragment of the address. */
  readonly restores: boolean;
  /** What the script of the page is told. */
  readonly data: unknown;
}

/** Addresses of the files of a page. */
export interface PageAssets {
  readonly early: string;
  readonly script: string;
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
  /** The texts of the styles and of the early script, to stand inside the page; absent when they are loaded. */
  readonly inline?: { readonly style: string; readonly early: string };
}

/** The whole text of a page. */
export function htmlOf(page: HtmlPage): string {
  const { script, preloads } = page.assets;
  return `<!doctype html>
<html lang="en"${page.restores ? ' data-restores' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(page.description)}">
<title>${escapeHtml(page.title.en)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${headOf(page.assets)}
<script type="module" src="${script}"></script>
${preloads.map((file) => `<link rel="modulepreload" href="${file}">`).join('\n')}
</head>
<body>
<div id="page" data-language="en">${page.body.en}</div>
${page.body.zh === '' ? '' : `<template id="page-zh" data-title="${escapeHtml(page.title.zh)}">${page.body.zh}</template>`}
<script type="application/json" id="data">${JSON.stringify(page.data).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`;
}

/** What has to be there before anything is painted. The id keeps a library from adding a style of its own to the page. */
function headOf({ styles, early, inline }: PageAssets): string {
  const id = 'id="react-aria-pressable-style"';
  if (inline !== undefined) return `<style ${id}>${inline.style}</style>\n<script>${inline.early}</script>`;
  const links = styles.map((style, index) => `<link${index === 0 ? ` ${id}` : ''} rel="stylesheet" href="${style}">`);
  return `${links.join('\n')}\n<script src="${early}"></script>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
