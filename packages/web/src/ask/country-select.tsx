import { COUNTRIES } from '@proviso/model';
import { useMemo } from 'react';
import { LOCALES } from '../i18n/language.ts';
import { useWords } from '../i18n/words.tsx';

/** A country or territory by its name in the language. */
export function CountrySelect(props: {
  readonly id: string;
  readonly value: string;
  readonly empty?: string;
  change(value: string): void;
}) {
  const { say, language } = useWords();
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(LOCALES[language], { type: 'region' });
    const order = new Intl.Collator(LOCALES[language]);
    return [...COUNTRIES]
      .map((code) => [code, names.of(code) ?? code] as const)
      .toSorted(([, a], [, b]) => order.compare(a, b));
  }, [language]);
  return (
    <select id={props.id} value={props.value} onChange={(event) => props.change(event.target.value)}>
      <option value="">{props.empty ?? say('ask.choose')}</option>
      {countries.map(([code, name]) => (
        <option key={code} value={code}>
          {say('common.aside', { text: name, aside: code })}
        </option>
      ))}
    </select>
  );
}
