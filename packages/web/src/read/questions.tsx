import type { Declarations, Fact, Reading } from '@proviso/model';
import { textIn } from '@proviso/model';
import { valuesOf } from '../ask/declared.ts';
import { showScalar } from '../ask/shown.ts';
import { useWords } from '../i18n/words.tsx';
import type { ReadableBook } from './library.ts';
import { Names } from './name.tsx';

/** A reading: the question, its alternatives, and who argues them. */
export function ReadingView({ reading, book }: { readonly reading: Reading; readonly book: ReadableBook }) {
  const { say, language } = useWords();
  return (
    <div className="declaration" id={reading.name}>
      <p className="declaration-head">
        <span className="kind">{say('read.reading')}</span> <strong>{textIn(reading.question, language)}</strong>{' '}
        <span className="per">
          <Names names={reading.per} book={book} />
        </span>
      </p>
      <ul>
        {reading.alternatives.map((alternative) => (
          <li key={alternative.name}>
            {textIn(alternative.label, language)}
            {alternative.arguedBy.length > 0 && (
              <span className="quietly"> {say('read.argued', { by: alternative.arguedBy.join('; ') })}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A fact: the question that is asked about it. */
export function FactView({ fact, declarations }: { readonly fact: Fact; readonly declarations: Declarations }) {
  const words = useWords();
  const { say, language } = words;
  const values = valuesOf(declarations, fact.type);
  const question = { type: fact.type, ...(values === undefined ? {} : { values }) };
  return (
    <div className="declaration" id={fact.name}>
      <p className="declaration-head">
        <span className="kind">{say('read.fact')}</span> <dfn>{textIn(fact.label, language) || fact.name}</dfn>
        {fact.presumed !== undefined && (
          <span className="quietly">
            {' '}
            {say('read.presumed', { value: showScalar(question, fact.presumed, words) })}
          </span>
        )}
      </p>
      {fact.question !== undefined && <p>{textIn(fact.question, language)}</p>}
      {values !== undefined && (
        <p className="quietly">{words.list(values.map((value) => textIn(value.label, language) || value.name))}</p>
      )}
    </div>
  );
}
