/** Stable codes of errors about records. */
export type RecordErrorCode =
  | 'not_a_record'
  | 'unknown_format'
  | 'not_well_formed'
  | 'no_digest'
  | 'rulebook_not_found'
  | 'log_damaged'
  | 'log_busy'
  | 'log_failed'
  | 'database_address'
  | 'database_unreachable'
  | 'database_busy'
  | 'database_newer'
  | 'database_unfit';

/** Something is wrong with a record or a log of records: says where and what would be right. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: RecordErrorCode;
  /** The member, file or line concerned. */
  readonly field: string;
  /** What to do instead; a sentence fragment without a final stop. */
  readonly hint: string;

  constructor(code: RecordErrorCode, field: string, problem: string, hint: string) {
    super(problem);
    this.code = code;
    this.field = field;
    this.hint = hint;
  }
}
