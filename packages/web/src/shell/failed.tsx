import { anotherToken, heldToken } from '../api/access.ts';
import type { ServiceFailure } from '../api/failure.ts';
import { useWords, type Words } from '../i18n/words.tsx';

/** Says that a request failed, why, and what can be done. */
export function Failed({ failure, retry }: { readonly failure: ServiceFailure; retry(): void }) {
  const words = useWords();
  const { say } = words;
  const hint = hintOf(failure, words);
  const other = () => {
    void anotherToken(heldToken(), 'role').then((given) => given && retry());
  };
  return (
    <div className="problem" role="alert">
      <h2>{say('common.error')}</h2>
      <p>{failureText(failure, words)}</p>
      {hint !== '' && <p>{hint}</p>}
      {lacksRole(failure) ? (
        <button type="button" onClick={other}>
          {say('access.other')}
        </button>
      ) : (
        <button type="button" onClick={retry}>
          {say('common.tryAgain')}
        </button>
      )}
    </div>
  );
}

/** What went wrong, in a sentence. */
export function failureText({ status, message }: ServiceFailure, { say }: Words): string {
  if (status === 0) return say('common.noConnection');
  return status === 401 ? say('access.missing') : message;
}

/** Whether the token that was given may not do what was asked. */
export function lacksRole({ code }: ServiceFailure): boolean {
  return code === 'not_allowed';
}

function hintOf(failure: ServiceFailure, { say }: Words): string {
  if (failure.status === 0) return say('common.noConnection.hint');
  if (failure.status === 401) return '';
  return lacksRole(failure) ? say('access.role') : failure.hint;
}
