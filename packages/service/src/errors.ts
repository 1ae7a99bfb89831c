import type { Advice, BilingualAdvice, Said } from '@proviso/model';

/** Stable codes of what keeps a service from starting. */
export type ServiceErrorCode =
  | 'token_file'
  | 'not_loopback'
  | 'rulebook_errors'
  | 'no_rulebooks'
  | 'history_damaged'
  | 'cannot_listen';

/** The service cannot start: says why and what would be right. Never carries a secret. */
export class ServiceError extends Error implements BilingualAdvice {
  override readonly name = 'ServiceError';
  readonly code: ServiceErrorCode;
  /** What to do instead; a sentence fragment without a final stop. */
  readonly hint: string;
  /** The same in Chinese. */
  readonly zh: Advice;
  /** Further lines, such as what is wrong with a rulebook. */
  readonly detail: readonly Said[];

  constructor(code: ServiceErrorCode, problem: Said, hint: Said, detail: readonly Said[] = []) {
    super(problem.en);
    this.code = code;
    this.hint = hint.en;
    this.zh = { message: problem.zh, hint: hint.zh };
    this.detail = detail;
  }
}
