import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DecisionStore } from '@proviso/record/log';
import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Questions } from './answers/pose.ts';
import type { MemoPress } from './memo/press.ts';
import type { Publishing } from './rulebooks/publishing.ts';
import type { Shelf } from './rulebooks/shelf.ts';
import type { Screenings } from './screenings/index.ts';

/** Schemas are TypeBox's: their types are those of the parameters and bodies. */
export interface TypeBoxProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  readonly serializer: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

/** The HTTP application. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  TypeBoxProvider
>;

/** What routes work with. */
export interface ServiceContext {
  readonly shelf: Shelf;
  readonly publishing: Publishing;
  readonly questions: Questions;
  readonly log: DecisionStore;
  readonly press: MemoPress;
  readonly screenings: Screenings;
  readonly limits: Limits;
  readonly now: () => number;
}

/** Sizes that are taken, in bytes. */
export interface Limits {
  /** Of a body with one question. */
  readonly question: number;
  /** Of a body with many cases. */
  readonly batch: number;
  /** Of the text of a rulebook. */
  readonly rulebook: number;
  /** Of a file that is sent in to be screened. */
  readonly upload: number;
}

/** The limits when none are named. */
export const LIMITS: Limits = {
  question: 256 * 1024,
  batch: 20 * 1024 * 1024,
  rulebook: 1024 * 1024,
  upload: 8 * 1024 ** 3,
};

/** How long is waited, in milliseconds. */
export interface Times {
  /** For the head of a request. */
  readonly head: number;
  /** For all of a request, unless it sends a file in. */
  readonly request: number;
  /** For the next bytes of a file that is sent in. */
  readonly idle: number;
  /** Until a file that was sent in is removed when no screening uses it. */
  readonly unusedUpload: number;
}

const SECOND = 1000;

/** The times when none are named. */
export const TIMES: Times = {
  head: 30 * SECOND,
  request: 120 * SECOND,
  idle: 60 * SECOND,
  unusedUpload: 24 * 60 * 60 * SECOND,
};
