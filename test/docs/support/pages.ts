import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The folder of the repository. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** A fenced block of a page. */
export interface Sample {
  /** First word after the fence: `proviso`, `console`, `ts`, `json`, ... */
  readonly language: string;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** What the HTML comments right above the fence say, by key: `<!-- file: order.json -->`. */
  readonly marks: ReadonlyMap<string, string>;
}

/** A Markdown page. */
export interface Page {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly samples: readonly Sample[];
  /** Marks that stand anywhere outside fences. */
  readonly marks: ReadonlyMap<string, string>;
}

const MARK = /^<!-- ([a-z ]+)(?:: (.+?))? -->$/;

/** Reads a page. */
export function readPage(path: string): Page {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const samples: Sample[] = [];
  const pageMarks = new Map<string, string>();
  let marks = new Map<string, string>();
  let open: { fence: string; language: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (open !== undefined) {
      if (line.startsWith(open.fence) && line.slice(open.fence.length).trim() === '') {
        samples.push({ language: open.language, text: open.lines.join('\n'), line: open.line, marks });
        marks = new Map();
        open = undefined;
      } else open.lines.push(line);
      continue;
    }
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(line);
    const mark = MARK.exec(line);
    if (fence !== null) {
      open = {
        fence: fence[1] ?? '```',
        language: (fence[2] ?? '').trim().split(/\s+/)[0] ?? '',
        line: index + 1,
        lines: [],
      };
    } else if (mark !== null) {
      marks.set(mark[1] ?? '', mark[2] ?? '');
      pageMarks.set(mark[1] ?? '', mark[2] ?? '');
    } else if (line.trim() !== '') marks = new Map();
  }
  if (open !== undefined) throw new Error(`${path}:${open.line}: this fence is not closed`);
  return { path, text, samples, marks: pageMarks };
}

/** Where the pages on error codes are. Their samples are tested with the language. */
export const ERRORS = 'docs/reference/errors';

/** Every page of the documentation: those at the root, those below `docs`, and one for each of the examples. */
export function allPages(): readonly Page[] {
  const examples = markdownIn('examples').filter((path) => path.endsWith('/README.md'));
  return ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...markdownIn('docs'), ...examples].map(readPage);
}

/** Markdown files below a folder. */
export function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}
