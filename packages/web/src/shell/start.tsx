import { type ReactNode, StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { isLanguage } from '../i18n/language.ts';
import { type Catalogues, WordsProvider } from '../i18n/words.tsx';

/** Brings the page that the server sent to life. The early script has put the first screen in the right language. */
export function start(catalogues: Catalogues, page: ReactNode): void {
  const root = document.getElementById('page');
  if (root === null) throw new Error('the page has no element to live in');
  const wanted = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const there = root.dataset.language;
  const language = isLanguage(there) ? there : wanted;
  // From here on the page follows the language that is chosen.
  delete root.dataset.language;
  const whole = (
    <StrictMode>
      <WordsProvider initial={language === wanted ? language : wanted} catalogues={catalogues}>
        {page}
      </WordsProvider>
    </StrictMode>
  );
  if (language === wanted) hydrateRoot(root, whole);
  else createRoot(root).render(whole);
}
