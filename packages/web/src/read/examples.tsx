import { type Answer, InputError } from '@proviso/logic';
import { type Example, givenIn } from '@proviso/model';
import { useMemo, useState } from 'react';
import { askAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import { VerdictWord } from '../shell/verdict.tsx';
import type { ReadableBook } from './library.ts';

/** The examples of a section; their answers are worked out in the browser when they are opened. */
export function Examples({ names, book }: { readonly names: readonly string[]; readonly book: ReadableBook }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="examples" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('read.examples', { count: names.length })}</summary>
      {open && (
        <ul>
          {book.rulebook.examples
            .filter(({ name }) => names.includes(name))
            .map((example) => (
              <ExampleView key={example.name} example={example} book={book} />
            ))}
        </ul>
      )}
    </details>
  );
}

function ExampleView({ example, book }: { readonly example: Example; readonly book: ReadableBook }) {
  const { say, dayOrMoment } = useWords();
  const { asOf, knownOn, readings } = example;
  const given = useMemo(() => givenIn(book.rulebook.situations, example), [book, example]);
  const answer = useMemo(() => answerOf(book, example, given), [book, example, given]);
  const holds = answer?.verdict === example.expect.verdict;
  const when =
    knownOn === undefined
      ? say('read.example.asOf', { asOf: dayOrMoment(asOf) })
      : say('read.example.knownOn', { asOf: dayOrMoment(asOf), knownOn: dayOrMoment(knownOn) });
  return (
    <li>
      <p lang="en">
        {example.name} <span className="quietly">{when}</span>
      </p>
      <p>
        {answer !== undefined && (
          <strong>
            <VerdictWord verdict={answer.verdict} />
          </strong>
        )}{' '}
        <span className="quietly">
          {holds
            ? say('read.example.holds')
            : `${say('read.example.differs')}: ${say(`verdictWord.${example.expect.verdict}`)}`}
        </span>{' '}
        <a
          href={askAddress(
            book.rulebook.id,
            { asOf, knownOn, readings, facts: Object.entries(given) },
            { kind: 'answer' },
          )}
        >
          {say('read.example.ask')}
          <span className="unseen">: {example.name}</span>
        </a>
      </p>
    </li>
  );
}

function answerOf({ program }: ReadableBook, example: Example, given: Example['given']): Answer | undefined {
  const { asOf, knownOn, readings } = example;
  try {
    const decider = program.at({ asOf, readings, ...(knownOn === undefined ? {} : { knownOn }) });
    return decider.decide(program.readFacts(given));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
