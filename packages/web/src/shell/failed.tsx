import type { ServiceFailure } from '../api/failure.ts';
import { useWords } from '../i18n/words.tsx';

/** Says that a request failed, why, and what can be done. */
export function Failed({ failure, retry }: { readonly failure: ServiceFailure; retry(): void }) {
  const { say } = useWords();
  const silent = failure.status === 0;
  return (
    <div className="problem" role="alert">
      <h2>{say('common.error')}</h2>
      <p>{silent ? say('common.noConnection') : failure.message}</p>
      {silent ? <p>{say('common.noConnection.hint')}</p> : failure.hint !== '' && <p>{failure.hint}</p>}
      <button type="button" onClick={retry}>
        {say('common.tryAgain')}
      </button>
    </div>
  );
}
