import type { StatusReport } from '@proviso/logic';
import type { DeclarationReference, Declarations, Section } from '@proviso/model';
import { memo, useMemo } from 'react';
import { useWords } from '../i18n/words.tsx';
import { DeclarationView } from './declaration.tsx';
import { Examples } from './examples.tsx';
import type { ReadableBook } from './library.ts';
import { Prose } from './prose.tsx';
import type { ReadingDates } from './vantage.ts';

/** What a section is shown with. */
export interface SectionViewProps {
  readonly index: number;
  readonly section: Section;
  readonly book: ReadableBook;
  readonly declarations: Declarations;
  readonly dates: ReadingDates;
  readonly statuses: ReadonlyMap<string, StatusReport> | undefined;
  readonly bothLanguages: boolean;
}

/** Prose and rules side by side, with the status of what they are about in the margin. */
export const SectionView = memo(function SectionView(props: SectionViewProps) {
  const { index, section, book, declarations, statuses } = props;
  const { say } = useWords();
  const examples = section.declarations.filter(({ kind }) => kind === 'example');
  const others = section.declarations.filter(({ kind }) => kind !== 'example' && kind !== 'header');
  const provisions = useMemo(() => provisionsOf(section.declarations, book), [section, book]);
  const found = provisions.flatMap((name) => statuses?.get(name) ?? []);
  const distinct = [...new Set(found.map(({ status }) => status))];
  const [first] = distinct;
  return (
    <section
      className="part"
      data-status={distinct.length === 1 ? first : distinct.length === 0 ? undefined : 'several'}
      data-rules={others.length > 0 ? '' : undefined}
    >
      <div className="margin">
        {distinct.map((status) => (
          <p key={status} data-status={status}>
            <i aria-hidden="true" />
            <span className="margin-names">
              {shortList(found.filter((report) => report.status === status).map(({ provision }) => provision))}
            </span>{' '}
            {say(`status.${status}`)}
          </p>
        ))}
      </div>
      <div className="prose">
        <Prose prose={section.prose} section={index} both={props.bothLanguages} />
      </div>
      {(others.length > 0 || examples.length > 0) && (
        <div className="rules">
          {others.map((reference) => (
            <DeclarationView
              key={`${reference.kind} ${reference.name}`}
              reference={reference}
              book={book}
              declarations={declarations}
              statuses={statuses}
            />
          ))}
          {examples.length > 0 && <Examples names={examples.map(({ name }) => name)} book={book} />}
        </div>
      )}
    </section>
  );
});

/** The provisions that a section declares, or whose rules it states. */
function provisionsOf(references: readonly DeclarationReference[], { rulebook }: ReadableBook): readonly string[] {
  const names = references.flatMap(({ kind, name }) => {
    if (kind === 'provision') return [name];
    if (kind !== 'rule') return [];
    return rulebook.rules.find((rule) => rule.name === name)?.per.slice(0, 1) ?? [];
  });
  return [...new Set(names)];
}

/** The margin is narrow: the first few names. */
function shortList(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
}
