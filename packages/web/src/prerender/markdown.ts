import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';

/** A Markdown file as HTML. */
export interface ReadMarkdown {
  /** The text of its first heading, as HTML without elements. */
  readonly title: string;
  readonly html: string;
}

/**
 * Reads a Markdown file. HTML in it is shown, never run. `link` gives the address for a link to another file; where it
 * gives none, the text stays without a link.
 */
export function readMarkdown(text: string, link: (target: string) => string | undefined): ReadMarkdown {
  const raw = micromark(withoutComments(text), { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
  const used = new Set<string>();
  const html = raw
    .replace(/<h([1-6])>(.*?)<\/h\1>/gs, (_, level: string, inner: string) => {
      return `<h${level} id="${slug(inner, used)}">${inner}</h${level}>`;
    })
    .replace(/<a href="([^"]*)"([^>]*)>(.*?)<\/a>/gs, (whole, target: string, rest: string, inner: string) => {
      if (/^[a-z]+:/i.test(target)) return whole;
      const address = link(target);
      return address === undefined ? `<span>${inner}</span>` : `<a href="${address}"${rest}>${inner}</a>`;
    })
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll(/ align="(left|right|center)"/g, '');
  return { title: /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, '') ?? 'Proviso', html };
}

/** Comments that stand alone, outside fences: they are for the tests of the samples. */
function withoutComments(text: string): string {
  let fenced = false;
  return text
    .split('\n')
    .filter((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
      return fenced || !/^\s*<!--.*-->\s*$/.test(line);
    })
    .join('\n');
}

/** The id of a heading, as Git hosts make it. */
function slug(html: string, used: Set<string>): string {
  const base = html
    .replace(/<[^>]*>|&[a-z]+;/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
  let id = base;
  for (let number = 1; used.has(id); number++) id = `${base}-${number}`;
  used.add(id);
  return id;
}
