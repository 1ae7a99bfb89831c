import type { Language, ValueType } from '@proviso/model';
import { LOCALES } from '../i18n/language.ts';
import type { ColumnMap, Preflight } from './contract.ts';

/** A time zone to choose. */
export interface Zone {
  /** `America/New_York` */
  readonly id: string;
  /** What people call it: `Eastern Time`; empty where nothing but the id is known. */
  readonly name: string;
}

/** The name under which a map says the zone of each row's own date. */
export const AS_OF = 'as_of';

/** All time zones that the browser knows, with those named besides. */
export function allZones(language: Language, besides: readonly string[]): readonly Zone[] {
  const ids = new Set(['UTC', ...besides, ...Intl.supportedValuesOf('timeZone')]);
  return [...ids].toSorted().map((id) => ({ id, name: nameOf(id, language) }));
}

/** Whether a zone is one that was meant by what was typed: every word is in its id or its name. */
export function isMeant(zone: string, typed: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', ' ');
  const all = plain(zone);
  return plain(typed)
    .split(/[\s,，(（)）]+/)
    .every((word) => all.includes(word));
}

/**
 * Whether the zone of a column must be known, where a fact of this type, or the row's own date, is to be read: of clock times
 * that say none, and of instants whose day is wanted.
 */
export function needsZone(found: Pick<Preflight, 'columns'>, column: string, type: ValueType | undefined): boolean {
  const stored = found.columns.find(({ name }) => name === column)?.stored;
  if (type?.kind === 'date') return stored === 'instant';
  return stored === 'timestamp' && (type === undefined || type.kind === 'instant');
}

/** The map with the zone of a fact's column. */
export function withZone(map: ColumnMap, fact: string, zone: string): ColumnMap {
  return { ...map, columns: map.columns.map((one) => (one.fact === fact ? { ...one, zone } : one)) };
}

/** The text of a map file, or a new one, with the column and the zone of a fact or of the row's own date. */
export function withZoneInText(
  text: string | undefined,
  rulebook: string,
  { fact, column, zone }: { readonly fact: string; readonly column: string; readonly zone: string },
): string {
  const file = text === undefined ? { rulebook, columns: {} } : membersOf(JSON.parse(text));
  if (fact === AS_OF) return JSON.stringify({ ...file, as_of: { column, zone } });
  const columns = membersOf(file.columns);
  return JSON.stringify({ ...file, columns: { ...columns, [fact]: { ...membersOf(columns[fact]), column, zone } } });
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function nameOf(id: string, language: Language): string {
  try {
    const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: id, timeZoneName: 'longGeneric' });
    return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}
