import { parseDate } from '@internationalized/date';
import { DateField as AriaDateField, DateInput, DateSegment, I18nProvider } from 'react-aria-components';
import { LOCALES } from '../i18n/language.ts';
import { useWords } from '../i18n/words.tsx';

/** A date, typed part by part in the order of the language of the page. */
export function DateField(props: {
  readonly label: string;
  /** `YYYY-MM-DD`; empty for none. */
  readonly value: string;
  change(value: string): void;
}) {
  const { language } = useWords();
  const { label, value, change } = props;
  return (
    <I18nProvider locale={LOCALES[language]}>
      <AriaDateField
        aria-label={label}
        value={value === '' ? null : parseDate(value)}
        onChange={(date) => change(date === null ? '' : date.toString())}
        shouldForceLeadingZeros
      >
        <DateInput>{(segment) => <DateSegment segment={segment} />}</DateInput>
      </AriaDateField>
    </I18nProvider>
  );
}
