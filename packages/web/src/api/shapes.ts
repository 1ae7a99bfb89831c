import type { Answer } from '@proviso/logic';
import type { ExplanationReply, NextReply, RulebookEntry, RulebookReply, SavedReply } from './contract.ts';

// The service is ours and its replies are made by the same engine: what is looked at is whether this is the reply that was
// asked for, not every member of it.

/** Tells whether a reply is what was asked for. */
export type Shape<T> = (value: unknown) => value is T;

export const isNextReply: Shape<NextReply> = (value): value is NextReply =>
  has(value, 'next', (next) => next === null || has(next, 'fact', isText)) &&
  has(value, 'atMostLeft', (left) => typeof left === 'number') &&
  has(value, 'answer', isAnswer);

export const isAnswer: Shape<Answer> = (value): value is Answer =>
  has(value, 'verdict', isText) && has(value, 'mayProceed', isText) && has(value, 'because', Array.isArray);

export const isExplanationReply: Shape<ExplanationReply> = (value): value is ExplanationReply =>
  has(value, 'answer', isAnswer) &&
  has(value, 'explanation', (explanation) => has(explanation, 'steps', Array.isArray));

export const isRulebookReply: Shape<RulebookReply> = (value): value is RulebookReply =>
  has(value, 'digest', isText) && has(value, 'document', (document) => has(document, 'rules', Array.isArray));

export const isRulebookList: Shape<{ readonly rulebooks: readonly RulebookEntry[] }> = (
  value,
): value is { readonly rulebooks: readonly RulebookEntry[] } =>
  has(value, 'rulebooks', (list) => Array.isArray(list) && list.every(isEntry));

export const isSavedReply: Shape<SavedReply> = (value): value is SavedReply =>
  has(value, 'id', isText) && has(value, 'recordDigest', isText);

function isEntry(value: unknown): boolean {
  return (
    has(value, 'id', isText) &&
    has(value, 'title', (title) => has(title, 'en', isText)) &&
    has(value, 'digest', isText) &&
    has(value, 'publication', (said) => said === null || (has(said, 'by', isText) && has(said, 'at', isText)))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function has(value: unknown, name: string, test: (member: unknown) => boolean): boolean {
  return typeof value === 'object' && value !== null && test(Reflect.get(value, name));
}
