import { useSyncExternalStore } from 'react';
import { THEME_KEY } from '../i18n/language.ts';
import { useWords } from '../i18n/words.tsx';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const SIGNS: Readonly<Record<Theme, string>> = { auto: '◐', light: '○', dark: '●' };
const CHANGED = 'proviso-theme';

/** Goes round the colours: as the device, light, dark. */
export function ThemeSwitch() {
  const { say } = useWords();
  const theme = useSyncExternalStore<Theme>(subscribe, current, () => 'auto');
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  const label = say('common.pair', { left: say('common.theme'), right: say(`common.theme.${theme}`) });
  return (
    <button type="button" className="theme" aria-label={label} title={label} onClick={() => change(next)}>
      <span aria-hidden="true">{SIGNS[theme]}</span>
    </button>
  );
}

function current(): Theme {
  const set = document.documentElement.dataset.theme;
  return THEMES.find((theme) => theme === set) ?? 'auto';
}

function subscribe(listen: () => void): () => void {
  addEventListener(CHANGED, listen);
  return () => removeEventListener(CHANGED, listen);
}

function change(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // The colours hold for this page alone.
  }
  dispatchEvent(new Event(CHANGED));
}
