import { ScreenError } from '../../errors.ts';

/** Stands between the names of sheets in the `values` of an error: no name of a sheet has a slash. */
export const BETWEEN_SHEETS = ' / ';

/** An error that tells in `values.sheets` which sheets there are, so that another can be chosen; anything else as it is. */
export function withSheets(error: unknown, sheets: readonly string[] | undefined): unknown {
  if (!(error instanceof ScreenError) || sheets === undefined) return error;
  const { code, message, where, hint, cause } = error;
  const values = { ...error.values, sheets: sheets.join(BETWEEN_SHEETS) };
  return new ScreenError(code, message, { where, hint, values, cause });
}
