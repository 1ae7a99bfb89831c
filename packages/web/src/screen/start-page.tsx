import { useTitle } from '../ask/question-page.tsx';
import { useWords } from '../i18n/words.tsx';
import { Earlier } from './earlier.tsx';
import { FileDrop } from './file-drop.tsx';

/** Where a screening begins: a file, or an earlier screening. */
export function StartPage() {
  const { say } = useWords();
  useTitle(say('screen.heading'));
  return (
    <>
      <h1>{say('screen.heading')}</h1>
      <p className="lead">{say('screen.lead')}</p>
      <FileDrop />
      <Earlier />
    </>
  );
}
