import { canonical, digestOfText, makeRecord, RecordError } from '@proviso/record';
import type { DecisionStore, RequestKey, WrittenEntry } from '@proviso/record/log';
import { Problem } from '../http/problem.ts';
import { decisionId } from './decision-id.ts';
import type { Asked, Questions } from './pose.ts';

/** A request that may be sent again. */
export interface Repeatable {
  readonly key: string | undefined;
  /** Everything that the reply depends on. */
  readonly body: unknown;
}

/** Saves decisions; the same request again gives the decision of the first. */
export class Saver {
  readonly #log: DecisionStore;
  readonly #questions: Questions;
  readonly #now: () => number;

  constructor(log: DecisionStore, questions: Questions, now: () => number) {
    this.#log = log;
    this.#questions = questions;
    this.#now = now;
  }

  /**
   * Decides and saves; returns once the decision is durable.
   * @throws Problem when the key was used for another request.
   * @throws InputError
   * @throws RecordError when the decision cannot be saved now.
   */
  async save(asked: Asked, by: string, { key, body }: Repeatable): Promise<WrittenEntry> {
    if (key === undefined) return this.#append(asked, by, undefined);
    const request = { key: digestOfText(canonical([by, key])), body: digestOfText(canonical(body)) };
    // Of requests that come at the same time the store keeps the first.
    const before = await this.#log.readRequest(request.key).catch((error: unknown) => {
      throw cannotSave(error);
    });
    const written = before ?? (await this.#append(asked, by, request));
    if (written.entry.request?.body !== request.body) throw reused();
    return written;
  }

  async #append(asked: Asked, by: string, request: RequestKey | undefined): Promise<WrittenEntry> {
    const { program, documents } = this.#questions.rulebook(asked.rulebook);
    const madeAt = this.#now();
    const { asOf, knownOn, readings, facts } = asked;
    const question = {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownOn === undefined ? {} : { knownOn }),
      ...(readings === undefined ? {} : { readings }),
    };
    const record = makeRecord({ id: decisionId(madeAt), madeAt, program, question, facts });
    return this.#log.append({ record, documents, by, ...(request === undefined ? {} : { request }) });
  }
}

/** Whoever wants to save is told of the saving, whatever could not be looked up for it. */
function cannotSave(error: unknown): unknown {
  if (!(error instanceof RecordError) || error.code !== 'database_unreachable') return error;
  return new RecordError('log_failed', error.field, error.message, error.hint);
}

function reused(): Problem {
  return new Problem(
    422,
    'key_reused',
    { en: 'This idempotency key was used for another request.', zh: '该幂等键已用于另一请求。' },
    {
      field: 'Idempotency-Key',
      hint: { en: 'Use a new key for a new question.', zh: '新的问题请使用新的幂等键。' },
    },
  );
}
