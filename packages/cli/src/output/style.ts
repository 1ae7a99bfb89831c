/** What a piece of text is, so that it can be coloured; never the only carrier of a meaning. */
export type Tone = 'strong' | 'quiet' | 'good' | 'bad' | 'careful' | 'note' | 'other';

const CODES: Readonly<Record<Tone, string>> = {
  strong: '1',
  quiet: '2',
  good: '32',
  bad: '31',
  careful: '33',
  note: '36',
  other: '35',
};

/** Colours text, or leaves it alone. */
export type Paint = (tone: Tone, text: string) => string;

/** A {@link Paint} for a terminal with or without colours. */
export function painter(colour: boolean): Paint {
  return colour ? (tone, text) => (text === '' ? '' : `\u001b[${CODES[tone]}m${text}\u001b[0m`) : (_, text) => text;
}
