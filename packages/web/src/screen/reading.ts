import type { ServiceFailure } from '../api/failure.ts';
import type { Words } from '../i18n/words.tsx';
import type { Order } from './contract.ts';

/** How a file is to be read. Empty texts: as detected. */
export interface ChosenReading {
  readonly encoding: string;
  /** One character. */
  readonly delimiter: string;
  readonly sheet: string;
}

/** Nothing chosen. */
export const AS_DETECTED: ChosenReading = { encoding: '', delimiter: '', sheet: '' };

/** Encodings to choose from, by the label of the Encoding Standard and as people write them. */
export const ENCODINGS: readonly (readonly [label: string, shown: string])[] = [
  ['utf-8', 'UTF-8'],
  ['gb18030', 'GB18030 (GBK)'],
  ['big5', 'Big5'],
  ['shift_jis', 'Shift JIS'],
  ['euc-kr', 'EUC-KR'],
  ['windows-1252', 'Windows-1252'],
  ['windows-1250', 'Windows-1250'],
  ['windows-1251', 'Windows-1251'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
];

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Delimiters to choose from by name. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What can be chosen for a file, by the ending of its name. */
export function readingParts(name: string): readonly (keyof ChosenReading)[] {
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return ['encoding', 'delimiter'];
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return ['encoding'];
  return /\.xlsx$/i.test(name) ? ['sheet'] : [];
}

/** The choice as members of an order. */
export function toldReading({ encoding, delimiter, sheet }: ChosenReading): Partial<Pick<Order, keyof ChosenReading>> {
  return {
    ...(encoding === '' ? {} : { encoding }),
    ...(delimiter === '' ? {} : { delimiter }),
    ...(sheet === '' ? {} : { sheet }),
  };
}

/** The sheets of a workbook that could not be read, as the service names them in a failure; none where it does not. */
export function sheetsIn({ values }: Pick<ServiceFailure, 'values'>): readonly string[] {
  const { sheets = '' } = values;
  return sheets === '' ? [] : sheets.split(' / ');
}

/** How a file was read, in words; undefined where it says nothing. The service writes a tab as `tab`. */
export function shownReading(
  part: keyof ChosenReading,
  detected: string | undefined,
  words: Words,
): string | undefined {
  if (detected === undefined || detected === '') return undefined;
  if (part === 'encoding') return ENCODINGS.find(([label]) => label === detected)?.[1] ?? detected.toUpperCase();
  return part === 'delimiter' ? delimiterName(detected === 'tab' ? '\t' : detected, words) : detected;
}

/** A delimiter in a word where there is one. */
export function delimiterName(delimiter: string, { say }: Words): string {
  return isNamed(delimiter) ? say(`screen.delimiter.${DELIMITER_NAMES[delimiter]}`) : delimiter;
}

/** Whether a delimiter is one of those to choose from. */
export function isNamed(delimiter: string): delimiter is (typeof DELIMITERS)[number] {
  return DELIMITERS.some((one) => one === delimiter);
}
