import type { Language } from '@proviso/model';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { IntlProvider, type MessageFormatElement, useIntl } from 'react-intl';
import type answer from '../messages/en/answer.json';
import type ask from '../messages/en/ask.json';
import type common from '../messages/en/common.json';
import type front from '../messages/en/front.json';
import type read from '../messages/en/read.json';
import type screen from '../messages/en/screen.json';
import type time from '../messages/en/time.json';
import { beginning, dayOrMoment, ending, showDay } from './dates.ts';
import { LANGUAGE_KEY, LOCALES } from './language.ts';

/** The name of something that the app says. */
export type MessageId =
  | keyof typeof common
  | keyof typeof front
  | keyof typeof ask
  | keyof typeof answer
  | keyof typeof read
  | keyof typeof screen
  | keyof typeof time;

/** Messages by name: as written, or as the build has parsed them. */
export type Catalogue = Readonly<Record<string, string>> | Readonly<Record<string, MessageFormatElement[]>>;
/** The messages of a page in both languages. */
export type Catalogues = Readonly<Record<Language, readonly Catalogue[]>>;

/** What goes into the places of a message. */
export type Values = Readonly<Record<string, string | number>>;

interface Choice {
  readonly language: Language;
  choose(language: Language): void;
}
const Chosen = createContext<Choice>({ language: 'en', choose: () => undefined });

/** Gives a page its words. */
export function WordsProvider(props: {
  readonly initial: Language;
  readonly catalogues: Catalogues;
  readonly children: ReactNode;
}) {
  const [language, setLanguage] = useState(props.initial);
  const choose = useCallback((next: Language) => {
    setLanguage(next);
    keepLanguage(next);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  const messages = useMemo(() => Object.assign({}, ...props.catalogues[language]), [language, props.catalogues]);
  return (
    <Chosen value={choice}>
      <IntlProvider locale={LOCALES[language]} messages={messages} onError={failLoudly}>
        {props.children}
      </IntlProvider>
    </Chosen>
  );
}

/** A message that is missing or does not fit is a fault of the program, never shown as half a sentence. */
function failLoudly(error: Error): never {
  throw error;
}

function keepLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const url = new URL(location.href);
  if (url.searchParams.has('lang')) {
    url.searchParams.set('lang', language);
    history.replaceState(history.state, '', url);
  }
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // A browser that keeps nothing still shows the page in the language chosen.
  }
}

/** The language of the page and how to change it. */
export function useLanguage(): Choice {
  return useContext(Chosen);
}

/** What a component needs to speak. */
export interface Words {
  readonly language: Language;
  /** A message. */
  say(id: MessageId, values?: Values): string;
  /** `a, b and c` */
  list(items: readonly string[]): string;
  /** `a, b or c` */
  alternatives(items: readonly string[]): string;
  day(iso: string): string;
  dayOrMoment(iso: string): string;
  beginning(iso: string): string;
  ending(iso: string): string;
}

/** The words of the page. */
export function useWords(): Words {
  const { language } = useLanguage();
  const intl = useIntl();
  return useMemo(() => {
    const say = (id: MessageId, values?: Values) => intl.formatMessage({ id }, { ...values });
    const clock = (parts: { date: string; time: string; offset: string }) => say('common.clock', parts);
    const joined = (items: readonly string[], last: 'common.and' | 'common.or') =>
      items.length < 2
        ? (items[0] ?? '')
        : say(last, { most: items.slice(0, -1).join(say('common.comma')), last: items.at(-1) ?? '' });
    return {
      language,
      say,
      list: (items) => joined(items, 'common.and'),
      alternatives: (items) => joined(items, 'common.or'),
      day: (iso) => showDay(language, iso),
      dayOrMoment: (iso) => dayOrMoment(language, iso, clock),
      beginning: (iso) => beginning(language, iso, clock),
      ending: (iso) => ending(language, iso, clock),
    };
  }, [language, intl]);
}
