import { LANGUAGES } from '@proviso/model';
import { OWN_NAMES } from '../i18n/language.ts';
import { useLanguage, useWords } from '../i18n/words.tsx';

/** Switches the language of the page; the address stays. */
export function LanguageSwitch() {
  const { say } = useWords();
  const { language, choose } = useLanguage();
  return (
    <fieldset className="switch">
      <legend className="unseen">{say('common.language')}</legend>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one === 'zh' ? 'zh-Hans' : 'en'}
          aria-pressed={one === language}
          onClick={() => choose(one)}
        >
          {OWN_NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
}
