import { textIn } from '@proviso/model';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { RulebookEntry } from '../api/contract.ts';
import { asFailure, type ServiceFailure } from '../api/failure.ts';
import { shelfChanged } from '../api/shelf.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed, lacksRole } from '../shell/failed.tsx';
import { withdraw } from './publish-requests.ts';

const WithdrawDialog = lazy(() => import('./withdraw-dialog.tsx'));

/** How far somebody is who takes a published rulebook back. */
type Step =
  | { readonly kind: 'asked' | 'sending' | 'done'; readonly rulebook: RulebookEntry }
  | { readonly kind: 'failed'; readonly rulebook: RulebookEntry; readonly failure: ServiceFailure };

/** A rulebook that is taken back, from the question whether it should be. */
export interface WithdrawalState {
  readonly step: Step | undefined;
  /** Asks whether it is to be taken back. */
  ask(rulebook: RulebookEntry): void;
  /** Takes it back. */
  send(rulebook: RulebookEntry): void;
  /** Leaves things as they are. */
  leave(): void;
}

/** Taking a published rulebook back, one at a time. */
export function useWithdrawal(): WithdrawalState {
  const { language } = useWords();
  const [step, setStep] = useState<Step>();
  const send = async (rulebook: RulebookEntry): Promise<void> => {
    setStep({ kind: 'sending', rulebook });
    try {
      await withdraw(rulebook, language);
      setStep({ kind: 'done', rulebook });
      shelfChanged();
    } catch (error) {
      setStep({ kind: 'failed', rulebook, failure: asFailure(error) });
    }
  };
  return {
    step,
    ask: (rulebook) => setStep((now) => (now?.kind === 'sending' ? now : { kind: 'asked', rulebook })),
    send: (rulebook) => void send(rulebook),
    leave: () => setStep(undefined),
  };
}

/** The question, and what came of it. */
export function Withdrawal({ step, send, leave }: WithdrawalState) {
  const { say, language } = useWords();
  const done = useRef<HTMLParagraphElement>(null);
  const isDone = step?.kind === 'done';
  // The button that was pressed is gone then.
  useEffect(() => {
    if (isDone) done.current?.focus();
  }, [isDone]);
  const named = { title: step === undefined ? '' : textIn(step.rulebook.title, language) };
  return (
    <>
      {step?.kind === 'asked' && (
        <Suspense fallback={null}>
          <WithdrawDialog rulebook={step.rulebook} confirm={() => send(step.rulebook)} cancel={leave} />
        </Suspense>
      )}
      {step?.kind === 'failed' && (
        <Failed
          failure={step.failure}
          retry={() => {
            if (canBeSentAgain(step.failure)) return send(step.rulebook);
            leave();
            shelfChanged();
          }}
        />
      )}
      <div role="status">
        {step?.kind === 'sending' && <p className="loading">{say('withdraw.sending', named)}</p>}
        {step?.kind === 'done' && (
          <p ref={done} tabIndex={-1}>
            {say(step.rulebook.shadows ? 'withdraw.doneShadow' : 'withdraw.done', named)}
          </p>
        )}
      </div>
    </>
  );
}

/** Whether the same request makes sense again. When another version is served by now, that one has to be looked at first. */
function canBeSentAgain(failure: ServiceFailure): boolean {
  const { status } = failure;
  return status === 0 || status === 401 || status === 429 || status >= 500 || lacksRole(failure);
}
