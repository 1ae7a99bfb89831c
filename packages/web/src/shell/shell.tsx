import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.tsx';
import { Access } from './access.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The parts of the app, in the order of the navigation. */
export type Part = 'front' | 'ask' | 'read' | 'time' | 'screen' | 'docs';

const LINKS = [
  ['ask', '/ask/', 'common.ask'],
  ['read', '/read/', 'common.read'],
  ['time', '/time/', 'common.time'],
  ['screen', '/screen/', 'common.screen'],
  ['docs', '/docs/', 'common.docs'],
] as const;

/** The frame around every page. */
export function Shell({ part, children }: { readonly part: Part; readonly children: ReactNode }) {
  const { say } = useWords();
  return (
    <>
      <a className="skip" href="#content">
        {say('common.skip')}
      </a>
      <header className="masthead">
        <a className="wordmark" href="/" aria-current={part === 'front' ? 'page' : undefined}>
          Proviso
        </a>
        <nav aria-label={say('common.main')}>
          {LINKS.map(([name, address, id]) => (
            <a key={name} href={address} aria-current={part === name ? 'page' : undefined}>
              {say(id)}
            </a>
          ))}
        </nav>
        <div className="settings">
          <LanguageSwitch />
          <ThemeSwitch />
          <Access />
        </div>
      </header>
      <main id="content" className={`page-${part}`} tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <p>{say('common.footer')}</p>
      </footer>
    </>
  );
}
