import { useWords } from '../i18n/words.tsx';

/** Says that something is on its way. */
export function Loading() {
  const { say } = useWords();
  return (
    <p className="loading" role="status">
      {say('common.loading')}
    </p>
  );
}
