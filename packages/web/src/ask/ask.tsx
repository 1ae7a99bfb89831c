import { lazy, Suspense, useEffect, useState } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { askAddress, rulebookIn } from '../case/addresses.ts';
import { type Fragment, readFragment, writeFragment } from '../case/fragment.ts';
import { useSearch } from '../shell/address.ts';
import { go, replace, useHash } from '../shell/use-fragment.ts';
import { useKnownShelf } from '../shell/use-shelf.ts';
import { ChooseRulebook } from './choose-rulebook.tsx';
import { Interview } from './interview.tsx';
import { Loading } from './loading.tsx';
import { useDays } from './use-days.ts';
import { When } from './when.tsx';

const AnswerPage = lazy(() => import('../answer/answer-page.tsx'));
const Check = lazy(() => import('./check.tsx'));
const Form = lazy(() => import('./form.tsx'));

/** What is known of the rulebooks when the page is made. */
export interface AskProps {
  readonly shelf: readonly RulebookEntry[];
  /** The rulebook that the address names, for the page as the server sends it. */
  readonly rulebook: string | undefined;
  /** Days on which something happened, by rulebook. */
  readonly notable: Readonly<Record<string, readonly string[]>>;
}

/** Goes to a place of the interview. */
export type Navigate = (to: Fragment) => void;

/** The interview, from the choice of the rulebook to the answer. Where one is stands in the fragment of the address. */
export function Ask({ shelf: built, rulebook: made, notable }: AskProps) {
  const hash = useHash();
  const search = useSearch();
  const rulebook = made ?? rulebookIn('', search);
  const { asked, place } = readFragment(hash);
  const known = useKnownShelf(built);
  const { shelf } = known;
  const entry = shelf.find(({ id }) => id === rulebook);
  const title = entry?.title ?? { en: rulebook ?? '' };
  const asksWhen = place.kind === 'when' || asked.asOf === undefined;
  const days = useDays(rulebook, asksWhen, known, built, notable);
  useRestored();
  if (rulebook === undefined) return <ChooseRulebook shelf={shelf} choose={(id) => location.assign(askAddress(id))} />;
  const common = { rulebook, title, asked, go: (to: Fragment) => go(writeFragment(to)) };
  if (asksWhen) {
    // The page as the server sends it has no dates; those of the address come after.
    return <When key={`${asked.asOf} ${asked.knownOn}`} {...common} days={days} />;
  }
  return (
    <Suspense fallback={<Loading />}>
      {place.kind === 'answer' && <AnswerPage {...common} />}
      {place.kind === 'check' && <Check {...common} />}
      {place.kind === 'form' && <Form {...common} />}
      {(place.kind === 'next' || place.kind === 'question' || place.kind === 'only') && (
        <Interview {...common} place={place} replace={(to) => replace(writeFragment(to))} />
      )}
    </Suspense>
  );
}

/** Shows the page again that was hidden until its place in the interview was found. */
function useRestored(): void {
  const [, seen] = useState(false);
  useEffect(() => {
    delete document.documentElement.dataset.restoring;
    seen(true);
  }, []);
}
