/** The five bins, most severe first. */
export const BINS = ['prohibited', 'restricted', 'licensed_or_exempt', 'not_restricted', 'undetermined'] as const;

/** Rows that lie together. */
export type Bin = (typeof BINS)[number];

/** Which rows are looked at. */
export type Filter =
  | { readonly kind: 'all' | 'changed' }
  | { readonly kind: 'bin'; readonly bin: Bin }
  /** Rows that a question settles, by its number in the summary from 1. */
  | { readonly kind: 'question'; readonly question: number }
  | { readonly kind: 'provision'; readonly provision: string };

/** Where on the page somebody is. `at`: the row at the top of the window, by its place among those of the filter, from 1. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'prepare'; readonly upload: string; readonly name: string }
  | { readonly kind: 'screening'; readonly id: string }
  | { readonly kind: 'rows'; readonly id: string; readonly filter: Filter; readonly at: number }
  | { readonly kind: 'row'; readonly id: string; readonly filter: Filter; readonly at: number; readonly row: number };

/** A place as the fragment of an address, without the #. */
export function writePlace(place: Place): string {
  const parts = new URLSearchParams();
  if (place.kind === 'prepare') {
    parts.set('upload', place.upload);
    parts.set('name', place.name);
  } else if (place.kind !== 'start') {
    parts.set('screening', place.id);
    if (place.kind !== 'screening') {
      const { filter, at } = place;
      parts.set('show', filter.kind === 'bin' ? filter.bin : filter.kind);
      if (filter.kind === 'question') parts.set('number', String(filter.question));
      if (filter.kind === 'provision') parts.set('provision', filter.provision);
      if (at > 1) parts.set('at', String(at));
      if (place.kind === 'row') parts.set('row', String(place.row));
    }
  }
  return parts.toString();
}

/** Reads a fragment; what it does not understand is left out. */
export function readPlace(text: string): Place {
  const parts = new URLSearchParams(text.replace(/^#/, ''));
  const id = parts.get('screening');
  const upload = parts.get('upload');
  if (id === null)
    return upload === null ? { kind: 'start' } : { kind: 'prepare', upload, name: parts.get('name') ?? '' };
  const filter = readFilter(parts);
  if (filter === undefined) return { kind: 'screening', id };
  const at = countIn(parts, 'at') ?? 1;
  const row = countIn(parts, 'row');
  return row === undefined ? { kind: 'rows', id, filter, at } : { kind: 'row', id, filter, at, row };
}

function readFilter(parts: URLSearchParams): Filter | undefined {
  const show = parts.get('show');
  const bin = BINS.find((one) => one === show);
  if (bin !== undefined) return { kind: 'bin', bin };
  if (show === 'all' || show === 'changed') return { kind: show };
  if (show === 'question') return { kind: 'question', question: countIn(parts, 'number') ?? 1 };
  const provision = parts.get('provision');
  return show === 'provision' && provision !== null ? { kind: 'provision', provision } : undefined;
}

function countIn(parts: URLSearchParams, name: string): number | undefined {
  const text = parts.get(name);
  return text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}
