import type { NextQuestion } from '@proviso/logic';

/** What a person typed, understood. */
export type Reply =
  | { readonly kind: 'why' | 'back' | 'quit' | 'nothing' }
  /** A value to be read by the rulebook's types; `null` is "don't know". */
  | { readonly kind: 'value'; readonly raw: unknown };

const WORDS: Readonly<Record<string, 'why' | 'back' | 'quit'>> = {
  why: 'why',
  back: 'back',
  quit: 'quit',
  为什么: 'why',
  返回: 'back',
  退出: 'quit',
};
const TRUTH: Readonly<Record<string, boolean>> = {
  y: true,
  yes: true,
  true: true,
  是: true,
  n: false,
  no: false,
  false: false,
  否: false,
};

/** Understands a line typed in answer to a question. Choices may be named or given by their numbers. */
export function understand(line: string, question: NextQuestion): Reply {
  const text = line.trim();
  const word = WORDS[text.toLowerCase()];
  if (text === '') return { kind: 'nothing' };
  if (word !== undefined) return { kind: word };
  if (text === '?' || text === '？') return { kind: 'value', raw: null };
  const { type } = question.fact;
  if (type.kind === 'list' || type.kind === 'set')
    return { kind: 'value', raw: text.split(/[,，]/).map((part) => single(part.trim(), type.of.kind, question)) };
  return { kind: 'value', raw: single(text, type.kind, question) };
}

function single(text: string, kind: string, question: NextQuestion): unknown {
  if (kind === 'boolean') return text === '1' ? true : text === '2' ? false : (TRUTH[text.toLowerCase()] ?? text);
  if (kind === 'enumeration' && /^\d+$/.test(text)) return question.choices?.[Number(text) - 1]?.name ?? text;
  return kind === 'country' ? text.toUpperCase() : text;
}
