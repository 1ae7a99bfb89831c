import { CODES, type CodeEntry } from '../../src/codes.ts';
import { SAMPLES } from './samples.ts';

/** The page of each code of the language, by the name of its file. */
export function errorPages(): ReadonlyMap<string, string> {
  return new Map(CODES.map((entry) => [`${entry.code}.md`, pageOf(entry)]));
}

function pageOf({
  code,
  mend,
  severity,
  title,
  what,
  why,
}: CodeEntry & { readonly code: keyof typeof SAMPLES }): string {
  const samples = SAMPLES[code];
  const parts = [
    `# ${code}: ${title}`,
    severity === 'error' ? 'Error.' : 'Warning.',
    `## What\n\n${what}`,
    `## Why\n\n${why}`,
    `## How to mend it\n\n${mend}`,
    ...(samples === undefined
      ? []
      : [`## Example\n\n${fenced(samples.bad)}\n\nThis is right:\n\n${fenced(samples.good)}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A sample; one that is a whole document has fences of its own. */
function fenced(text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}text\n${text}\n${fence}`;
}
