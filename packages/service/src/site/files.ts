import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Compressible } from '../http/media.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A file of the site, in memory. */
export interface SiteFile {
  readonly type: string;
  readonly etag: string;
  readonly content: Compressible;
  /** Its name has a digest in it: it never changes. */
  readonly fixed: boolean;
}

/**
 * All files below a folder, by their path from it (`assets/app.js`). An address is only ever looked up among these, so
 * that none can lead out of the folder. Packed copies (`.br`, `.gz`) are left out: what is sent is packed here.
 */
export function siteFiles(folder: string, prefix = ''): ReadonlyMap<string, SiteFile> {
  const files = new Map<string, SiteFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) {
      for (const [inner, file] of siteFiles(path, `${name}/`)) files.set(inner, file);
      continue;
    }
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const bytes = readFileSync(path);
    files.set(name, {
      type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
      content: new Compressible(bytes),
      fixed: /[-.][\w-]{8,}\.\w+$/.test(name) && /(^|\/)assets\//.test(name),
    });
  }
  return files;
}
