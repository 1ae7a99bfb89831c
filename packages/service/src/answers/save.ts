import { canonical, digestOfText, makeRecord } from '@proviso/record';
import type { DecisionLog, RequestKey, WrittenEntry } from '@proviso/record/log';
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
  readonly #log: DecisionLog;
  readonly #questions: Questions;
  readonly #now: () => number;
  readonly #underway = new Map<string, { readonly body: string; readonly saving: Promise<WrittenEntry> }>();

  constructor(log: DecisionLog, questions: Questions, now: () => number) {
    this.#log = log;
    this.#questions = questions;
    this.#now = now;
  }

  /**
   * Decides and saves; returns once the decision is durable.
   * @throws Problem when the key was used for another request.
   * @throws InputError
   */
  async save(asked: Asked, by: string, { key, body }: Repeatable): Promise<WrittenEntry> {
    if (key === undefined) return this.#append(asked, by, undefined);
    const request = { key: digestOfText(canonical([by, key])), body: digestOfText(canonical(body)) };
    const underway = this.#underway.get(request.key);
    const before = underway ?? this.#log.index.request(request.key);
    if (before !== undefined && before.body !== request.body) throw reused();
    if (underway !== undefined) return underway.saving;
    const done = this.#log.index.request(request.key);
    const found = done === undefined ? undefined : await this.#log.read(done.id);
    if (found !== undefined) return found;
    // While the file was read, the same request may have come again.
    const meanwhile = this.#underway.get(request.key);
    if (meanwhile !== undefined) return meanwhile.saving;
    const saving = this.#append(asked, by, request);
    this.#underway.set(request.key, { body: request.body, saving });
    try {
      return await saving;
    } finally {
      this.#underway.delete(request.key);
    }
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
