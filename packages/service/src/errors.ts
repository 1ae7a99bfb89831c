import type { Said } from '@proviso/model';

/** Stable codes of what keeps a service from starting. */
export type ServiceErrorCode =
  | 'token_file'
  | 'not_loopback'
  | 'rulebook_errors'
  | 'no_rulebooks'
  | 'history_damaged'
  | 'cannot_listen';

/** The service cannot start: says why and what would be right. Never carries a secret. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceErrorCode;
  /** What to do instead; a sentence fragment without a final stop. */
  readonly hint: string;
  /** Further lines, such as what is wrong with a rulebook. */
  readonly detail: readonly Said[];

  constructor(code: ServiceErrorCode, problem: string, hint: string, detail: readonly Said[] = []) {
    super(problem);
    this.code = code;
    this.hint = hint;
    this.detail = detail;
  }
}
