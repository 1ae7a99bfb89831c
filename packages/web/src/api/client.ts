import type { Answer } from '@proviso/logic';
import type { Language } from '@proviso/model';
import type { Case, GivenFact } from '../case/case.ts';
import { factValues } from '../case/case.ts';
import { anotherToken, heldToken, tokenHeader } from './access.ts';
import type { ExplanationReply, MemoLanguage, NextReply, Question, RulebookReply, SavedReply } from './contract.ts';
import { failureFrom, ServiceFailure } from './failure.ts';
import { isAnswer, isExplanationReply, isNextReply, isRulebookReply, isSavedReply, type Shape } from './shapes.ts';

/** A case as a question to the service. */
export function questionOf(rulebook: string, asked: Case, facts: readonly GivenFact[] = asked.facts): Question {
  return {
    rulebook,
    ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
    ...(asked.knownOn === undefined ? {} : { knownOn: asked.knownOn }),
    ...(Object.keys(asked.readings).length === 0 ? {} : { readings: asked.readings }),
    facts: factValues(facts),
  };
}

/** The next question that matters. @throws ServiceFailure */
export function nextQuestion(question: Question, language: Language, signal?: AbortSignal): Promise<NextReply> {
  return post('/v1/questions/next', question, language, isNextReply, signal);
}

/** The answer alone. @throws ServiceFailure */
export function decide(question: Question, language: Language, signal?: AbortSignal): Promise<Answer> {
  return post('/v1/decisions', question, language, isAnswer, signal);
}

/** The answer, kept as a record. @throws ServiceFailure */
export function save(question: Question, language: Language): Promise<SavedReply> {
  return post('/v1/decisions', { ...question, save: true }, language, isSavedReply);
}

/** The answer with its proof. @throws ServiceFailure */
export function explain(
  question: Question,
  detail: 'short' | 'full',
  language: Language,
  signal?: AbortSignal,
): Promise<ExplanationReply> {
  return post('/v1/explanations', { ...question, detail, lang: language }, language, isExplanationReply, signal);
}

/** The memo of an answer as a PDF file; nothing is kept at the service. @throws ServiceFailure */
export async function memo(question: Question, lang: MemoLanguage, language: Language): Promise<Blob> {
  const reply = await send('/v1/memo', language, jsonBody({ ...question, lang }));
  return reply.blob();
}

/** A rulebook with its text and rules. @throws ServiceFailure */
export function rulebook(id: string, language: Language, signal?: AbortSignal): Promise<RulebookReply> {
  return get(`/v1/rulebooks/${encodeURIComponent(id)}`, language, isRulebookReply, signal);
}

/** Gets a reply. @throws ServiceFailure */
export async function get<T>(path: string, language: Language, shape: Shape<T>, signal?: AbortSignal): Promise<T> {
  return read(await send(path, language, signal === undefined ? {} : { signal }), shape);
}

/** Sends a body of JSON and gets a reply. @throws ServiceFailure */
export async function post<T>(
  path: string,
  body: unknown,
  language: Language,
  shape: Shape<T>,
  signal?: AbortSignal,
): Promise<T> {
  return read(await send(path, language, { ...jsonBody(body), ...(signal === undefined ? {} : { signal }) }), shape);
}

function jsonBody(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Sends a request; one that is refused for want of a token waits for one. @throws ServiceFailure when the service says no, or nothing */
export async function send(path: string, language: Language, init: RequestInit): Promise<Response> {
  for (;;) {
    const token = heldToken();
    const reply = await sendOnce(path, language, init);
    if (reply.ok) return reply;
    const failure = failureFrom(reply.status, await reply.json().catch(() => null), language);
    if (reply.status !== 401) throw failure;
    const reason = token === undefined ? 'missing' : 'refused';
    if (!(await anotherToken(token, reason, init.signal ?? undefined))) throw failure;
  }
}

async function sendOnce(path: string, language: Language, init: RequestInit): Promise<Response> {
  const headers = {
    ...Object.fromEntries(new Headers(init.headers)),
    ...tokenHeader(),
    'accept-language': language,
  };
  try {
    return await fetch(path, { ...init, headers, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ServiceFailure(0, '');
  }
}

/** A reply as what was asked for. @throws ServiceFailure when it is something else */
export async function read<T>(reply: Response, shape: Shape<T>): Promise<T> {
  const body: unknown = await reply.json().catch(() => null);
  if (!shape(body)) throw new ServiceFailure(reply.status, `${reply.url}: this is not the reply that was asked for`);
  return body;
}
