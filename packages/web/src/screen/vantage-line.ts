import type { Words } from '../i18n/words.tsx';
import type { SummaryVantage } from './contract.ts';

/** When rows were judged, as a sentence. */
export function vantageLine({ asOf, knownOn }: SummaryVantage, { say, dayOrMoment }: Words): string {
  return say('screen.vantage', {
    asOf: typeof asOf === 'string' ? dayOrMoment(asOf) : say('screen.vantage.column', { column: asOf.column }),
    known: knownOn === null ? say('common.onAllKnown') : say('common.onKnown', { date: dayOrMoment(knownOn) }),
  });
}
