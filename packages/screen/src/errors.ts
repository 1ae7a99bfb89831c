/** Stable words for what can go wrong with a screening; the command line has a sentence for each in every language. */
export type ScreenErrorCode =
  | 'file_not_found'
  | 'file_unreadable'
  | 'file_changed'
  | 'empty_file'
  | 'no_rows'
  | 'unknown_format'
  | 'unknown_encoding'
  | 'not_readable'
  | 'duplicate_columns'
  | 'too_many_columns'
  | 'different_columns'
  | 'no_sheet'
  | 'no_column'
  | 'unknown_fact'
  | 'fact_mapped_twice'
  | 'column_mapped_twice'
  | 'wrong_map'
  | 'wrong_type'
  | 'no_zone'
  | 'unknown_value'
  | 'column_clash'
  | 'nothing_mapped'
  | 'output_exists'
  | 'output_unwritable'
  | 'disk_full'
  | 'not_enough_memory'
  | 'too_many_rows'
  | 'database_unreachable'
  | 'database_query'
  | 'database_lost'
  | 'cannot_in_dialect'
  | 'cancelled';

/** Something that stops a screening. `values` are what a sentence in any language needs; `message` is plain English. */
export class ScreenError extends Error {
  override readonly name = 'ScreenError';
  readonly code: ScreenErrorCode;
  /** The file, column, fact or option; undefined where there is none. */
  readonly where: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  /** What to do next, in plain English. */
  readonly hint: string | undefined;

  constructor(
    code: ScreenErrorCode,
    message: string,
    options: {
      where?: string | undefined;
      hint?: string | undefined;
      values?: Readonly<Record<string, string>>;
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.where = options.where;
    this.values = options.values ?? {};
    this.hint = options.hint;
  }
}
