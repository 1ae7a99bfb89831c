import { anotherToken, heldToken } from '../api/access.ts';
import { isInAnotherLanguage, type ServiceFailure } from '../api/failure.ts';
import { useWords, type Words } from '../i18n/words.tsx';

/** Says that a request failed, why, and what can be done. */
export function Failed(props: {
  readonly failure: ServiceFailure;
  /** Whether nothing else is on the page: its heading is that of the page then. */
  readonly alone?: boolean;
  retry(): void;
}) {
  const { failure, retry } = props;
  const Heading = props.alone === true ? 'h1' : 'h2';
  const words = useWords();
  const { say } = words;
  const hint = hintOf(failure, words);
  const other = () => {
    void anotherToken(heldToken(), 'role').then((given) => given && retry());
  };
  return (
    <div className="problem" role="alert">
      <Heading>{say('common.error')}</Heading>
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

/** What went wrong, in a sentence in the language of the page: of the service, or of the page where that has changed since. */
export function failureText(failure: ServiceFailure, { say, language }: Words): string {
  const { status, message, code, reason } = failure;
  if (status === 0) return say('common.noConnection');
  if (status === 401) return say('access.missing');
  // Why a file cannot be screened is known in the service's words alone.
  return isInAnotherLanguage(failure, language) && reason === '' ? say('common.failure', { code }) : message;
}

/** Whether the token that was given may not do what was asked. */
export function lacksRole({ code }: ServiceFailure): boolean {
  return code === 'not_allowed';
}

function hintOf(failure: ServiceFailure, { say, language }: Words): string {
  if (failure.status === 0) return say('common.noConnection.hint');
  if (failure.status === 401) return '';
  if (lacksRole(failure)) return say('access.role');
  return isInAnotherLanguage(failure, language) ? '' : failure.hint;
}
