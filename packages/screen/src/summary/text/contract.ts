import type { Language } from '@proviso/model';

/** What a piece of text is, so that it can be coloured; never the only carrier of a meaning. */
export type Tone = 'strong' | 'quiet' | 'good' | 'bad' | 'careful' | 'note' | 'other';

/** How a summary is written for a terminal. */
export interface SummaryTextOptions {
  readonly language: Language;
  /** Columns to fill at most; 80 unless told, never fewer than 40. */
  readonly width?: number;
  /** Columns that a text without colours takes. */
  readonly measure: (text: string) => number;
  /** Colours text; leaves it alone unless told. Must not change what `measure` sees as its width. */
  readonly paint?: (tone: Tone, text: string) => string;
}
