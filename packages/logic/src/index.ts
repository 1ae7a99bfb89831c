export * from './answer.ts';
export type { NextQuestion } from './ask/next-question.ts';
export type { Decider, Possible, Truth } from './decide/decider.ts';
export * from './errors.ts';
export { type CompileOptions, compile, type DiagramReport, type Program } from './program.ts';
export type { Question } from './question.ts';
export * from './status/contract.ts';
export * from './status/index.ts';
export { ENGINE_VERSION } from './version.ts';
