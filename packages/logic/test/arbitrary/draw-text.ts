import type { LocalizedText, Support } from '@proviso/model';
import type { Choices } from './choices.ts';

const ENGLISH = [
  'Plain words',
  'With "quotes" inside',
  'A back\\slash',
  'Percent, dash – and §',
  'Trailing dot.',
] as const;
const CHINESE = ['简体中文', '带“引号”', '第4项的范围有多大？'] as const;

/** A text in one or two languages. */
export function drawText(choices: Choices): LocalizedText {
  const en = choices.pick(ENGLISH);
  return choices.chance(40) ? { en, zh: choices.pick(CHINESE) } : { en };
}

/** `{ [key]: text }` now and then, else nothing: for optional members. */
export function optionalText<K extends string>(choices: Choices, key: K): { readonly [key in K]?: LocalizedText } {
  if (!choices.chance(30)) return {};
  const part: { [key in K]?: LocalizedText } = {};
  part[key] = drawText(choices);
  return part;
}

/** Confidence and sources, now and then. */
export function optionalSupport(choices: Choices, sources: readonly string[]): { readonly support?: Support } {
  if (!choices.chance(20)) return {};
  return { support: { confidence: choices.pick(['A', 'B', 'C', 'D']), sources: choices.some(sources, 0, 2) } };
}
