import { type Case, EMPTY_CASE } from './case.ts';
import { type Place, writeFragment } from './fragment.ts';

/** The rulebooks whose first question is in the page that the server sends. */
declare const PROVISO_SHIPPED: readonly { readonly id: string }[];

/** The address of the interview under a rulebook, with or without a case. */
export function askAddress(rulebook: string, asked: Case = EMPTY_CASE, place: Place = { kind: 'next' }): string {
  const shipped = PROVISO_SHIPPED.some(({ id }) => id === rulebook);
  const path = shipped ? `/ask/${rulebook}/` : `/ask/?rulebook=${encodeURIComponent(rulebook)}`;
  return `${path}${hash(asked, place)}`;
}

/** The address of a rulebook as a document, at a provision if one is named. */
export function readAddress(
  rulebook: string,
  dates: Partial<Pick<Case, 'asOf' | 'knownOn'>> = {},
  anchor = '',
): string {
  const query = new URLSearchParams({ rulebook });
  if (dates.asOf !== undefined) query.set('as-of', dates.asOf);
  if (dates.knownOn !== undefined) query.set('known-on', dates.knownOn);
  return `/read/?${readable(query)}${anchor === '' ? '' : `#${anchor}`}`;
}

/** The address of the chart of a case over both clocks. */
export function timeAddress(rulebook: string, asked: Case = EMPTY_CASE): string {
  return `/time/?${readable(new URLSearchParams({ rulebook }))}${hash(asked, { kind: 'next' })}`;
}

/** The rulebook that an address names, in its path or its query. */
export function rulebookIn(pathname: string, search: string): string | undefined {
  const inPath = /^\/ask\/(.+?)\/?$/.exec(pathname)?.[1];
  const named = inPath === undefined ? new URLSearchParams(search).get('rulebook') : decodeURIComponent(inPath);
  return named === null || named === '' || named === 'index.html' ? undefined : named;
}

function hash(asked: Case, place: Place): string {
  const fragment = writeFragment({ asked, place });
  return fragment === '' ? '' : `#${fragment}`;
}

/** Slashes and colons need no escape in a query. */
function readable(query: URLSearchParams): string {
  return query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
}
