import { chooseLanguage, LANGUAGE_KEY, THEME_KEY } from '../i18n/language.ts';

// Runs before anything is painted: the language and the colours of the page, and the first screen in that language.

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const root = document.documentElement;
const language = chooseLanguage(location.search, kept(LANGUAGE_KEY), navigator.languages);
root.lang = language === 'zh' ? 'zh-Hans' : 'en';
const theme = kept(THEME_KEY);
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
const further = location.hash.length > 1 || new URLSearchParams(location.search).has('rulebook');
if (further && root.dataset.restores !== undefined) root.dataset.restoring = '';

document.addEventListener(
  'readystatechange',
  () => {
    const page = document.getElementById('page');
    const template = document.getElementById(`page-${language}`);
    if (page === null || !(template instanceof HTMLTemplateElement)) return;
    page.replaceChildren(template.content.cloneNode(true));
    page.dataset.language = language;
    document.title = template.dataset.title ?? document.title;
  },
  { once: true },
);
