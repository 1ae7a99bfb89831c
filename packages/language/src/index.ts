export type { ResolveVocabulary } from './build/document.ts';
export { CODES, type Code, type CodeEntry, codeEntry } from './codes.ts';
export type { Diagnostic, DocumentRange } from './diagnostic.ts';
export { digestOf } from './digest.ts';
export { FormatError, format } from './format.ts';
export { isName } from './lexer/words.ts';
export { LARGEST_DOCUMENT, type ParseOptions, type ParseResult, parse } from './parse.ts';
export { type Position, PositionMap } from './positions.ts';
export { type Comments, type PrintOptions, print } from './print/print.ts';
