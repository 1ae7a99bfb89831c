import type { Verdict } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';

/** How a verdict looks: it stops, it is open, or it lets through. */
export type Tone = 'stop' | 'care' | 'go';

const TONES: Readonly<Record<Verdict, Tone>> = {
  prohibited: 'stop',
  restricted: 'care',
  licensed: 'go',
  exempt: 'go',
  not_restricted: 'go',
  undetermined: 'care',
};

/** The tone of a verdict. */
export function toneOf(verdict: Verdict): Tone {
  return TONES[verdict];
}

/** A verdict as a word with its colour; the word says all, the colour only helps. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  const { say } = useWords();
  return <span className={`tone-${toneOf(verdict)}`}>{say(`verdict.${verdict}`)}</span>;
}
