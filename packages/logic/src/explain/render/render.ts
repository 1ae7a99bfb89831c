import type { Language } from '@proviso/model';
import type { Citation, Explanation, Step } from '../explanation.ts';
import { ENGLISH } from './en.ts';
import { type Mark, markOf, sentence } from './lines.ts';
import type { Messages } from './messages.ts';
import { Speaker } from './words.ts';
import { CHINESE } from './zh.ts';

const MESSAGES: Readonly<Record<Language, Messages>> = { en: ENGLISH, zh: CHINESE };

/** How to render. */
export interface RenderOptions {
  /** Ends with a list of everything cited; true when absent. */
  readonly citations?: boolean;
}

/** A line of an explanation. */
export interface ExplanationLine {
  /** How far it is indented. */
  readonly depth: number;
  /** The kind of step, `citations` for the heading of the list of what is cited, `citation` for its entries. */
  readonly kind: Step['kind'] | 'citations' | 'citation';
  readonly mark: Mark;
  readonly text: string;
  /** Names of the provisions and instruments that the line rests on. */
  readonly cites: readonly string[];
}

/** An explanation as lines in one language. */
export function renderExplanation(
  explanation: Explanation,
  language: Language,
  options: RenderOptions = {},
): readonly ExplanationLine[] {
  const speaker = new Speaker(language, MESSAGES[language], explanation);
  const lines: ExplanationLine[] = [];
  const visit = (step: Step, depth: number): void => {
    lines.push({
      depth,
      kind: step.kind,
      mark: markOf(step),
      text: sentence(speaker, step),
      cites: step.cites,
    });
    for (const child of step.children) visit(child, depth + 1);
  };
  for (const step of explanation.steps) visit(step, step.kind === 'verdict' ? 0 : 1);
  if (options.citations === false || explanation.citations.length === 0) return lines;
  lines.push({ depth: 0, kind: 'citations', mark: null, text: speaker.messages.cited, cites: [] });
  for (const cited of byInstrument(explanation.citations)) {
    lines.push({
      depth: 1,
      kind: 'citation',
      mark: null,
      text: speaker.citation(cited),
      cites: cited.map(({ name }) => name),
    });
  }
  return lines;
}

function byInstrument(citations: readonly Citation[]): readonly (readonly Citation[])[] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const group = groups.get(citation.instrument);
    if (group === undefined) groups.set(citation.instrument, [citation]);
    else group.push(citation);
  }
  return [...groups.values()];
}

const SYMBOLS = { holds: '✓', fails: '✗', unknown: '?' } as const;

/** An explanation as text: an indented tree with a mark before each line that holds (✓), fails (✗) or is not known (?). */
export function renderText(explanation: Explanation, language: Language, options: RenderOptions = {}): string {
  return renderExplanation(explanation, language, options)
    .map(({ depth, kind, mark, text, cites }) => {
      const unsaid = kind === 'citation' ? [] : cites.filter((name) => !text.includes(name));
      const marked = mark === null ? text : `${SYMBOLS[mark]} ${text}`;
      return `${'  '.repeat(depth)}${marked}${unsaid.length === 0 ? '' : ` [${unsaid.join(', ')}]`}`;
    })
    .join('\n');
}
