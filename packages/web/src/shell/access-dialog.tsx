import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { endAsking, isKnown, type TokenReason } from '../api/access.ts';
import { useWords } from '../i18n/words.tsx';

/** Asks for the token without which the service does not answer. What is on the page stays as it is. */
export default function AccessDialog({ reason }: { readonly reason: TokenReason }) {
  const { say } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const given = useRef<string>(undefined);
  const [problem, setProblem] = useState<'wrong' | 'silent'>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = input.current?.value.trim() ?? '';
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    void isKnown(token).then((known) => {
      setBusy(false);
      if (known !== true) {
        setProblem(known === false ? 'wrong' : 'silent');
        input.current?.focus();
        return;
      }
      given.current = token;
      // Closing gives the focus back to where it was.
      dialog.current?.close();
    });
  };
  return (
    <dialog ref={dialog} className="access" aria-labelledby={`${id}-title`} onClose={() => endAsking(given.current)}>
      <form onSubmit={submit} noValidate>
        <h2 id={`${id}-title`}>{say('access.title')}</h2>
        <p>{say(`access.${reason}`)}</p>
        <div role="alert">
          {problem !== undefined && (
            <p className="problem" id={`${id}-problem`}>
              {say(`access.${problem}`)}
            </p>
          )}
        </div>
        <p className="token">
          <label htmlFor={`${id}-token`}>{say('access.token')}</label>
          <input
            id={`${id}-token`}
            ref={input}
            type="password"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={problem === 'wrong'}
            aria-describedby={`${problem === undefined ? '' : `${id}-problem `}${id}-kept`}
          />
        </p>
        <p className="help" id={`${id}-kept`}>
          {say('access.kept')}
        </p>
        <p className="actions">
          <button type="submit" aria-disabled={busy}>
            {say('access.give')}
          </button>
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
            {say('access.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
