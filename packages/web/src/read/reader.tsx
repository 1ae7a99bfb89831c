import { InputError } from '@proviso/logic';
import { type Section, textIn } from '@proviso/model';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Loading } from '../ask/loading.tsx';
import { useTitle } from '../ask/question-page.tsx';
import { type Book, useRulebook } from '../ask/use-rulebook.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { Contents } from './contents.tsx';
import { DefinitionCard } from './definition-card.tsx';
import { ReadableBook } from './library.ts';
import { isChinese, proseTree } from './prose-tree.ts';
import { Scrubbers } from './scrubbers.tsx';
import { SectionView } from './section.tsx';
import { useDates } from './vantage.ts';

/** A rulebook as a document. */
export default function Reader({ rulebook }: { readonly rulebook: string }) {
  const book = useRulebook(rulebook);
  if (book.state === 'failed') return <Failed {...book} alone />;
  return book.state === 'here' ? <Opened book={book.value} /> : <Loading />;
}

function Opened({ book }: { readonly book: Book }) {
  const { say, language } = useWords();
  const readable = useMemo(() => new ReadableBook(book), [book]);
  const [dates, setDates] = useDates(readable.asOfStops.at(-1)?.instant ?? new Date().toISOString().slice(0, 10));
  const [both, setBoth] = useState(false);
  const document = useRef<HTMLDivElement>(null);
  const title = textIn(book.rulebook.title, language);
  useTitle(title);
  useArrival();
  const statuses = useMemo(() => {
    try {
      return readable.statuses(dates);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }, [readable, dates]);
  const { sections } = book.rulebook;
  const english = useMemo(() => language === 'zh' && hasOtherHeadings(sections), [language, sections]);
  return (
    <div className="reader">
      <Scrubbers book={readable} dates={dates} change={setDates} statuses={statuses} />
      <details className="contents">
        <summary>{say('read.contents')}</summary>
        <Contents sections={sections} />
      </details>
      <label className="both">
        <input type="checkbox" checked={both} onChange={(event) => setBoth(event.target.checked)} />{' '}
        {say('read.bothLanguages')}
      </label>
      {english && <p className="note document-language">{say('read.headingsInEnglish')}</p>}
      <div className="document" ref={document}>
        {sections.map((section, index) => (
          <SectionView
            // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a document do not move.
            key={index}
            index={index}
            section={section}
            book={readable}
            declarations={book.declarations}
            dates={dates}
            statuses={statuses}
            bothLanguages={both}
          />
        ))}
      </div>
      <DefinitionCard book={readable} within={document} />
    </div>
  );
}

/** Whether headings of a document are in another language than Chinese; its prose may have both. */
function hasOtherHeadings(sections: readonly Section[]): boolean {
  return sections.some(({ prose }) =>
    proseTree(prose).children.some((node) => node.type === 'heading' && !isChinese(node)),
  );
}

/** Goes to the provision that the address names, once it is there, and as often as the address changes. */
function useArrival(): void {
  useEffect(() => {
    const arrive = () => {
      const id = decodeURIComponent(location.hash.slice(1));
      if (id !== '') document.getElementById(id)?.scrollIntoView();
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
}
