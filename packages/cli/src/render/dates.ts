import type { Words } from '../messages/contract.ts';

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
const DAY = 86_400_000;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `hh:mm` or `hh:mm:ss`; undefined for a bare date. */
  readonly time: string | undefined;
  readonly offset: string;
}

/** A moment that stands for its day: the last second of the day, or a bare date, is written as the day. */
export function dayOrMoment(iso: string, words: Words): string {
  const parts = partsOf(iso);
  if (parts === undefined) return iso;
  if (parts.time === undefined || parts.time === '23:59:59') return words.date(parts.year, parts.month, parts.day);
  return withClock(parts, words);
}

/** The first moment of a stretch of time: midnight is written as the day. */
export function beginning(iso: string, words: Words): string {
  const parts = partsOf(iso);
  if (parts === undefined) return iso;
  if (parts.time === undefined || parts.time === '00:00') return words.date(parts.year, parts.month, parts.day);
  return withClock(parts, words);
}

/** The end of a stretch of time, which is no longer inside: midnight is written as the day before, which is. */
export function ending(iso: string, words: Words): string {
  const parts = partsOf(iso);
  if (parts === undefined) return iso;
  if (parts.time !== undefined && parts.time !== '00:00') return withClock(parts, words);
  const before = new Date(Date.UTC(parts.year, parts.month - 1, parts.day) - DAY);
  return words.date(before.getUTCFullYear(), before.getUTCMonth() + 1, before.getUTCDate());
}

function withClock(parts: Parts, words: Words): string {
  return words.clock(words.date(parts.year, parts.month, parts.day), parts.time ?? '00:00', parts.offset);
}

function partsOf(iso: string): Parts | undefined {
  const match = INSTANT.exec(iso);
  if (match === null) return undefined;
  const [, year, month, day, clock, second, offset = ''] = match;
  const time = clock === undefined ? undefined : second === undefined || second === '00' ? clock : `${clock}:${second}`;
  return { year: Number(year), month: Number(month), day: Number(day), time, offset };
}
