import type { Language } from '@proviso/model';
import type { TSchema } from 'typebox';
import type { Questions } from '../answers/pose.ts';
import type { Shelf } from '../rulebooks/shelf.ts';

/** What tools work with. */
export interface ToolContext {
  readonly shelf: Shelf;
  readonly questions: Questions;
}

/** What a tool gives: data, and a few words for who reads no data. */
export interface ToolResult {
  readonly data: object;
  readonly text: string;
}

/** A tool for agents. All of them only read. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The schema of its arguments; others are refused before it runs. */
  readonly input: TSchema;
  /** @throws Problem @throws InputError */
  run(input: unknown, context: ToolContext): ToolResult;
}

/** Makes a tool whose arguments have the type of its schema. */
export function tool<Input extends TSchema>(definition: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly run: (input: import('typebox').Static<Input>, context: ToolContext) => ToolResult;
}): Tool {
  // Arguments are checked against the schema before.
  return { ...definition, run: (input, context) => definition.run(input as import('typebox').Static<Input>, context) };
}

/** The language of a tool's words. */
export function languageIn(lang: Language | undefined): Language {
  return lang ?? 'en';
}
