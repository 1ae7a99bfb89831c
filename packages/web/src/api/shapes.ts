import type { Answer } from '@proviso/logic';
import type {
  ExplanationReply,
  NextReply,
  RulebookEntry,
  RulebookReply,
  SavedReply,
  VersionsReply,
  WithdrawnEntry,
} from './contract.ts';

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

/** The rulebooks that a service has, and those that it had. */
export interface RulebookLists {
  readonly rulebooks: readonly RulebookEntry[];
  readonly withdrawn: readonly WithdrawnEntry[];
}

export const isRulebookLists: Shape<RulebookLists> = (value): value is RulebookLists =>
  has(value, 'rulebooks', (list) => Array.isArray(list) && list.every(isEntry)) &&
  has(value, 'withdrawn', (list) => Array.isArray(list) && list.every(isCounted));

export const isVersionsReply: Shape<VersionsReply> = (value): value is VersionsReply =>
  has(value, 'next', (next) => next === null || typeof next === 'number') &&
  has(value, 'versions', (list) => Array.isArray(list) && list.every((one) => has(one, 'digest', isText)));

export const isSavedReply: Shape<SavedReply> = (value): value is SavedReply =>
  has(value, 'id', isText) && has(value, 'recordDigest', isText);

function isEntry(value: unknown): boolean {
  return (
    isCounted(value) &&
    has(value, 'digest', isText) &&
    has(value, 'publication', (said) => said === null || (has(said, 'by', isText) && has(said, 'at', isText)))
  );
}

function isCounted(value: unknown): boolean {
  return (
    has(value, 'id', isText) &&
    has(value, 'title', (title) => has(title, 'en', isText)) &&
    has(value, 'versions', (count) => typeof count === 'number')
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function has(value: unknown, name: string, test: (member: unknown) => boolean): boolean {
  return typeof value === 'object' && value !== null && test(Reflect.get(value, name));
}
