import type { Language } from '@proviso/model';
import { parseDate } from '@proviso/model';

/** A date as it is typed: digits of each part, maybe not all of them yet. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The order in which a language writes the parts of a date. */
export const PART_ORDER: Readonly<Record<Language, readonly (keyof DateParts)[]>> = {
  en: ['day', 'month', 'year'],
  zh: ['year', 'month', 'day'],
};

const EMPTY: DateParts = { year: '', month: '', day: '' };

/** The parts of a date, `YYYY-MM-DD`, or of one that was left unfinished. */
export function partsOf(value: string): DateParts {
  const [, year = '', month = '', day = ''] = /^(\d*)-(\d*)-(\d*)$/.exec(value) ?? [];
  return year === '' && month === '' && day === '' ? EMPTY : { year, month, day };
}

/**
 * The parts as a date; empty when nothing was typed. What is unfinished comes as it is, so that it is refused as no date and
 * never taken for none.
 */
export function dateOf({ year, month, day }: DateParts): string {
  if (`${year}${month}${day}` === '') return '';
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}$/.test(year) && parseDate(whole) !== undefined ? whole : `${year}-${month}-${day}`;
}

/** A date in a text that is pasted: `2020-09-21`, `2020/9/21`, `2020年9月21日`; undefined for anything else. */
export function dateInText(text: string): DateParts | undefined {
  const found = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return { year, month, day };
}
