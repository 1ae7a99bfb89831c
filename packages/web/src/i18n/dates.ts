import type { Language } from '@proviso/model';
import { LOCALES } from './language.ts';

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
const DAY = 86_400_000;

interface Parts {
  /** Milliseconds of the local day, as if it were in UTC. */
  readonly day: number;
  /** `hh:mm` or `hh:mm:ss`; undefined for a bare date. */
  readonly time: string | undefined;
  readonly offset: string;
}

/** How a clock time is put beside a day: `17:43 on 19 September 2020 (UTC-04:00)`. */
export type ClockWords = (parts: { readonly date: string; readonly time: string; readonly offset: string }) => string;

/** A day in the language: `21 September 2020`. */
export function showDay(language: Language, iso: string): string {
  const parts = partsOf(iso);
  return parts === undefined ? iso : longDate(language, parts.day);
}

/** A day in few letters, for charts: `21 Sep 2020`. */
export function showShortDay(language: Language, iso: string): string {
  const parts = partsOf(iso);
  if (parts === undefined) return iso;
  const { year, month, day } = {
    year: 'numeric',
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
  } as const;
  return new Intl.DateTimeFormat(LOCALES[language], { year, month, day, timeZone: 'UTC' }).format(parts.day);
}

/** When something was made, in the time of whoever looks: `24 Nov 2026, 12:31`. */
export function showMoment(language: Language, iso: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
    Date.parse(iso),
  );
}

/** A moment that stands for its day: the last second of the day, or a bare date, is written as the day. */
export function dayOrMoment(language: Language, iso: string, clock: ClockWords): string {
  const parts = partsOf(iso);
  if (parts === undefined) return iso;
  if (parts.time === undefined || parts.time === '23:59:59') return longDate(language, parts.day);
  return withClock(language, parts, clock);
}

/** The first moment of a stretch of time: midnight is written as the day. */
export function beginning(language: Language, iso: string, clock: ClockWords): string {
  const parts = partsOf(iso);
  if (parts === undefined) return iso;
  if (parts.time === undefined || parts.time === '00:00') return longDate(language, parts.day);
  return withClock(language, parts, clock);
}

/** The end of a stretch of time, which is no longer inside: midnight is written as the day before, which is. */
export function ending(language: Language, iso: string, clock: ClockWords): string {
  const parts = partsOf(iso);
  if (parts === undefined) return iso;
  if (parts.time !== undefined && parts.time !== '00:00') return withClock(language, parts, clock);
  return longDate(language, parts.day - DAY);
}

/** The day of an instant as it is written, `YYYY-MM-DD`. */
export function dayIn(iso: string): string {
  return iso.slice(0, 10);
}

function withClock(language: Language, parts: Parts, clock: ClockWords): string {
  const offset = parts.offset === 'Z' ? '' : parts.offset;
  return clock({ date: longDate(language, parts.day), time: parts.time ?? '00:00', offset });
}

function longDate(language: Language, day: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

function partsOf(iso: string): Parts | undefined {
  const match = INSTANT.exec(iso);
  if (match === null) return undefined;
  const [, year, month, day, clock, second, offset = ''] = match;
  const time = clock === undefined ? undefined : second === undefined || second === '00' ? clock : `${clock}:${second}`;
  return { day: Date.UTC(Number(year), Number(month) - 1, Number(day)), time, offset };
}
