export { type ExplainOptions, explain } from './explain.ts';
export * from './explanation.ts';
export type { Phrase, Shown, Test } from './phrase.ts';
export type { Mark } from './render/lines.ts';
export { type ExplanationLine, type RenderOptions, renderExplanation, renderText } from './render/render.ts';
