import { ScreenError, type ScreenErrorCode } from '../errors.ts';

/** What can be wrong with a map itself: the stable word in `values.problem` of a `wrong_map` error. */
export type MapProblem =
  | 'not_json'
  | 'unknown_member'
  | 'missing_member'
  | 'repeated_member'
  | 'wrong_kind'
  | 'other_rulebook'
  | 'both_mapped_and_not'
  | 'repeated_word'
  | 'empty_word_is_value'
  | 'empty_without_column'
  | 'zone_without_time'
  | 'entry_without_column';

/** A place in a map: the names of the members that lead there. */
export type MapPath = readonly string[];

/** How a place in a map is shown: `screen.map.json:4:17, columns.territory.values.USA`. */
export type ShowPlace = (path: MapPath) => string;

/** The members that lead to a place, joined by dots; names that are no plain words are quoted. */
export function pathText(path: MapPath): string {
  return path.map((name) => (/^[\p{L}\p{N}_$]+$/u.test(name) ? name : JSON.stringify(name))).join('.');
}

/** What an error tells beside its sentence. */
export interface FaultDetails {
  readonly where: string;
  readonly hint?: string | undefined;
  readonly values?: Readonly<Record<string, string>>;
}

/** A `wrong_map` error. */
export function mapFault(problem: MapProblem, message: string, details: FaultDetails): ScreenError {
  return fault('wrong_map', message, { ...details, values: { problem, ...details.values } });
}

/** An error of any code about a mapping. */
export function fault(code: ScreenErrorCode, message: string, { where, hint, values }: FaultDetails): ScreenError {
  return new ScreenError(code, message, { where, hint, ...(values === undefined ? {} : { values }) });
}

/** `did you mean X?`, or the names themselves when none is near; long lists are cut. */
export function orOneOf(near: string | undefined, what: string, names: readonly string[]): string {
  if (near !== undefined) return `did you mean ${near}?`;
  if (names.length === 0) return `there are no ${what}`;
  const shown = names.slice(0, 20).join(', ');
  return `the ${what} are ${shown}${names.length > 20 ? ` and ${names.length - 20} more` : ''}`;
}
