import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { shelfChanged } from '../api/shelf.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed, lacksRole } from '../shell/failed.tsx';
import { type Change, doneText, make, questionOn, sendingText } from './change.ts';

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx'));

/** How far somebody is who changes something. */
type Step =
  | { readonly kind: 'asked' | 'sending' | 'done' | 'reloaded'; readonly change: Change }
  | { readonly kind: 'failed'; readonly change: Change; readonly failure: ServiceFailure };

/** A change from the question whether it should be. */
export interface ShelfChanging {
  readonly step: Step | undefined;
  /** Asks whether something is to be changed. */
  ask(change: Change): void;
  /** Changes it. */
  send(change: Change): void;
  /** Leaves things as they are. */
  leave(): void;
  /** Has the list made anew after a change that cannot be made to what is served by now. */
  reload(change: Change): void;
}

/** Changing what is published, one thing at a time. */
export function useShelfChange(): ShelfChanging {
  const { language } = useWords();
  const [step, setStep] = useState<Step>();
  const send = async (change: Change): Promise<void> => {
    setStep({ kind: 'sending', change });
    try {
      await make(change, language);
      setStep({ kind: 'done', change });
      shelfChanged();
    } catch (error) {
      setStep({ kind: 'failed', change, failure: asFailure(error) });
    }
  };
  return {
    step,
    ask: (change) => setStep((now) => (now?.kind === 'sending' ? now : { kind: 'asked', change })),
    send: (change) => void send(change),
    leave: () => setStep(undefined),
    reload: (change) => {
      setStep({ kind: 'reloaded', change });
      shelfChanged();
    },
  };
}

/** The question, and what came of it. */
export function ShelfChange({ step, send, leave, reload }: ShelfChanging) {
  const words = useWords();
  const told = useRef<HTMLDivElement>(null);
  const isOver = step?.kind === 'done' || step?.kind === 'reloaded';
  // The button that was pressed is gone then.
  useEffect(() => {
    if (isOver) told.current?.focus();
  }, [isOver]);
  const again = (change: Change, failure: ServiceFailure) => {
    told.current?.focus();
    if (canBeSentAgain(failure)) send(change);
    else reload(change);
  };
  return (
    <>
      {step?.kind === 'asked' && (
        <Suspense fallback={null}>
          <ConfirmDialog words={questionOn(step.change, words)} confirm={() => send(step.change)} cancel={leave} />
        </Suspense>
      )}
      {step?.kind === 'failed' && <Failed failure={step.failure} retry={() => again(step.change, step.failure)} />}
      <div role="status" ref={told} tabIndex={-1}>
        {step?.kind === 'sending' && <p className="loading">{sendingText(step.change, words)}</p>}
        {step?.kind === 'done' && <p>{doneText(step.change, words)}</p>}
        {step?.kind === 'reloaded' && <p>{words.say('versions.reloaded')}</p>}
      </div>
    </>
  );
}

/** Whether the same request makes sense again. When another version is served by now, that one has to be looked at first. */
function canBeSentAgain(failure: ServiceFailure): boolean {
  const { status } = failure;
  return status === 0 || status === 401 || status === 429 || status >= 500 || lacksRole(failure);
}
