import { textIn } from '@proviso/model';
import { useMemo } from 'react';
import { Glossary } from '../answer/glossary.ts';
import { factsOf, valuesOf } from '../ask/declared.ts';
import type { Book } from '../ask/use-rulebook.ts';
import { useWords, type Words } from '../i18n/words.tsx';
import { withColumn, withEmptyWord, withoutWord, withSuggestion, withWords } from './column-map.ts';
import type { ColumnMap, InspectedFact, Preflight, Suggestion, UnreadWord } from './contract.ts';
import { EmptyWords } from './empty-words.tsx';
import { GeneralEmpty } from './general-empty.tsx';
import { ZoneField } from './zone-field.tsx';
import { needsZone, withZone } from './zones.ts';

/** The id of the words that say that no column gives anything yet. */
export const NOTHING_MAPPED = 'nothing-mapped';

/** Which column gives which fact. */
export function Columns(props: {
  readonly book: Book;
  readonly found: Preflight;
  readonly map: ColumnMap;
  /** Whether no column gives anything yet. */
  readonly nothing: boolean;
  change(map: ColumnMap): void;
}) {
  const { book, found, map } = props;
  const words = useWords();
  const { say } = words;
  const glossary = useMemo(() => new Glossary(book, words), [book, words]);
  const unused = found.columns.filter(({ name }) => !map.columns.some(({ column }) => column === name));
  return (
    <section aria-labelledby="columns" className="columns">
      <h2 id="columns">{say('screen.columns')}</h2>
      <p className="note">{say('screen.columns.help')}</p>
      {props.nothing && (
        <p className="tone-care" id={NOTHING_MAPPED} role="status">
          {say('screen.columns.nothing')}
        </p>
      )}
      <GeneralEmpty map={map} proposed={found.emptyWords} change={props.change} />
      <ul>
        {factsOf(book.declarations).map(({ path }) => (
          <FactColumn key={path} {...props} glossary={glossary} fact={path} />
        ))}
      </ul>
      {unused.length > 0 && (
        <details>
          <summary>{say('screen.columns.unused', { count: unused.length })}</summary>
          <p className="names">{unused.map(({ name }) => name).join(say('common.comma'))}</p>
        </details>
      )}
      {map.constants.length > 0 && (
        <p className="note">
          {say('screen.columns.constants')}{' '}
          {map.constants.map(({ fact, value }) => glossary.equals(fact, value)).join('; ')}
        </p>
      )}
    </section>
  );
}

interface FactProps {
  readonly book: Book;
  readonly glossary: Glossary;
  readonly found: Preflight;
  readonly map: ColumnMap;
  readonly fact: string;
  change(map: ColumnMap): void;
}

function FactColumn({ book, glossary, found, map, fact, change }: FactProps) {
  const words = useWords();
  const { say } = words;
  const entry = map.columns.find((one) => one.fact === fact);
  const applied = found.applied.find((one) => one.fact === fact && one.column === entry?.column);
  const likely = entry === undefined ? found.suggestions.find((one) => one.fact === fact) : undefined;
  const open = entry === undefined ? found.open.find((one) => one.fact === fact) : undefined;
  const inspected = found.preflight.inspected.find((one) => one.fact === fact && one.column === entry?.column);
  const unread = found.unread.find((one) => one.fact === fact && one.column === entry?.column)?.words ?? [];
  const proposed = found.emptyWords.find((one) => one.fact === fact && one.column === entry?.column)?.words ?? [];
  const wanting = entry === undefined && found.preflight.wanting.includes(fact);
  const general = found.columns.some(({ name, stored }) => name === entry?.column && stored === 'text')
    ? map.empty
    : [];
  const id = `column-${fact}`;
  const type = book.questionOn(fact)?.type;
  const give = (column: string) => {
    const next = withColumn(map, fact, column === '' ? undefined : column);
    change(type !== undefined && needsZone(found, column, type) ? withZone(next, fact, book.rulebook.zone.id) : next);
  };
  return (
    <li data-fact={fact} data-mapped={entry === undefined ? undefined : ''} data-wanting={wanting ? '' : undefined}>
      <label htmlFor={id}>
        {glossary.fact(fact)} <code>{fact}</code>
      </label>
      <select id={id} value={entry?.column ?? ''} onChange={(event) => give(event.target.value)}>
        <option value="">{say('screen.noColumn')}</option>
        {found.columns.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <div className="told">
        {applied !== undefined && (
          <p>
            <span className="mark-applied">{say('screen.columns.applied')}</span> {whyOf(applied, words)}
          </p>
        )}
        {likely !== undefined && (
          <p>
            <button type="button" className="link" onClick={() => change(withSuggestion(map, likely))}>
              {say('screen.columns.use', { column: likely.column })}
            </button>{' '}
            {whyOf(likely, words)}
          </p>
        )}
        {open !== undefined && (
          <p>
            {say('screen.columns.open', {
              columns: words.alternatives(open.candidates.map(({ column }) => say('common.quoted', { text: column }))),
            })}
          </p>
        )}
        {wanting && <p className="tone-care">{say('screen.columns.wanting')}</p>}
        {inspected !== undefined && <p>{cellsOf(inspected, words)}</p>}
        {inspected !== undefined && inspected.bad > 0 && <BadCells inspected={inspected} />}
        {entry !== undefined && type !== undefined && needsZone(found, entry.column, type) && (
          <ZoneField
            column={entry.column}
            rulebook={book.rulebook.id}
            zone={entry.zone ?? ''}
            change={(zone) => change(withZone(map, fact, zone))}
          />
        )}
        {entry !== undefined && (
          <EmptyWords map={map} entry={entry} proposed={proposed} general={general ?? []} change={change} />
        )}
        {entry !== undefined && unread.length > 0 && (
          <CellWordsForm book={book} map={map} fact={fact} unread={unread} change={change} />
        )}
      </div>
    </li>
  );
}

function cellsOf({ filled, empty }: InspectedFact, { say }: Words): string {
  return say('screen.cells', { filled, empty });
}

function BadCells({ inspected }: { readonly inspected: InspectedFact }) {
  const { say } = useWords();
  const { bad, firstBad } = inspected;
  return (
    <p className="tone-stop">
      {say('screen.cells.bad', {
        count: bad,
        where: firstBad.map(({ line, cell }) => say('screen.cells.line', { line, cell })).join('; '),
      })}
    </p>
  );
}

/** The choice that a word means an empty cell; no name in a rulebook has a space. */
const EMPTY = 'empty cell';

/** Says what words in the cells stand for. */
function CellWordsForm(props: {
  readonly book: Book;
  readonly map: ColumnMap;
  readonly fact: string;
  readonly unread: readonly UnreadWord[];
  change(map: ColumnMap): void;
}) {
  const { book, map, fact, unread, change } = props;
  const { say, language } = useWords();
  const question = book.questionOn(fact);
  const values = question === undefined ? undefined : valuesOf(book.declarations, question.type);
  const options: readonly (readonly [value: string, shown: string])[] =
    question?.type.kind === 'boolean'
      ? [
          ['true', say('common.yes')],
          ['false', say('common.no')],
        ]
      : (values ?? []).map(({ name, label }) => [name, textIn(label, language) || name]);
  const entry = map.columns.find((one) => one.fact === fact);
  const said = (cell: string) => (entry?.empty?.includes(cell) === true ? EMPTY : (entry?.values?.[cell] ?? ''));
  const mean = (cell: string, value: string): ColumnMap => {
    if (value === EMPTY) return withEmptyWord(map, fact, cell);
    return value === '' ? withoutWord(map, fact, cell) : withWords(map, fact, { [cell]: value });
  };
  return (
    <fieldset className="cell-words">
      <legend>{say('screen.words')}</legend>
      {unread.map(({ cell, near }) => {
        const choices: typeof options = options.length > 0 || near === undefined ? options : [[near, near]];
        return (
          <label key={cell}>
            <span>{say('common.quoted', { text: cell })}</span>
            <select value={said(cell)} onChange={({ target }) => change(mean(cell, target.value))}>
              <option value="">{say('screen.words.none')}</option>
              {choices.map(([value, shown]) => (
                <option key={value} value={value}>
                  {value === near ? say('screen.words.near', { value: shown }) : shown}
                </option>
              ))}
              <option value={EMPTY}>{say('screen.words.empty')}</option>
            </select>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Why a column seems to give a fact. */
function whyOf({ why }: Suggestion, { say }: Words): string {
  const reasons = why.map((reason) => {
    switch (reason.kind) {
      case 'shared_words':
        return say('screen.why.shared_words', { words: reason.words.join(say('common.comma')) });
      case 'cells':
        return say('screen.why.cells', { matched: reason.matched, seen: reason.seen });
      default:
        return say(`screen.why.${reason.kind}`);
    }
  });
  return [...new Set(reasons)].join('; ');
}
