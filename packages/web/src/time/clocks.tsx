import { compile, InputError, type Program } from '@proviso/logic';
import { type FactValues, givenIn, textIn } from '@proviso/model';
import { useEffect, useMemo, useState } from 'react';
import { Loading } from '../ask/loading.tsx';
import { useTitle } from '../ask/question-page.tsx';
import { type Book, useRulebook } from '../ask/use-rulebook.ts';
import { type Case, EMPTY_CASE, factValues } from '../case/case.ts';
import { readFragment, writeFragment } from '../case/fragment.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { replace, useHash } from '../shell/use-fragment.ts';
import { ClockChart } from './clock-chart.tsx';
import { ClockTable } from './clock-table.tsx';
import { type Grid, gridOf } from './grid.ts';
import { RealTime } from './real-time.tsx';

/** A case on both clocks. */
export default function Clocks({ rulebook }: { readonly rulebook: string }) {
  const book = useRulebook(rulebook);
  if (book.state === 'failed') return <Failed {...book} alone />;
  return book.state === 'here' ? <Opened book={book.value} /> : <Loading />;
}

function Opened({ book }: { readonly book: Book }) {
  const { say, language } = useWords();
  const program = useMemo(() => compile(book.rulebook, { digest: book.digest }), [book]);
  const hash = useHash();
  const given = readFragment(hash).asked;
  const examples = book.rulebook.examples;
  const standard = examples.find(({ expect }) => expect.verdict === 'prohibited') ?? examples[0];
  const asked: Case =
    given.facts.length > 0 || standard === undefined
      ? given
      : {
          ...EMPTY_CASE,
          readings: standard.readings,
          facts: Object.entries(givenIn(book.rulebook.situations, standard)),
        };
  useTitle(say('time.heading'));
  const key = JSON.stringify([asked.facts, asked.readings]);
  const worked = useGrid(program, key, asked);
  const current = examples.find(
    (example) => JSON.stringify([Object.entries(givenIn(book.rulebook.situations, example)), example.readings]) === key,
  );
  return (
    <>
      <p className="eyebrow">{textIn(book.rulebook.title, language)}</p>
      <h1>{say('time.heading')}</h1>
      <p className="lead">{say('time.lead')}</p>
      <p className="case">
        <label htmlFor="case">{say('time.case')}</label>
        <select
          id="case"
          value={current?.name ?? ''}
          onChange={(event) => {
            const example = examples.find(({ name }) => name === event.target.value);
            if (example === undefined) return;
            const facts = Object.entries(givenIn(book.rulebook.situations, example));
            replace(
              writeFragment({ asked: { ...EMPTY_CASE, readings: example.readings, facts }, place: { kind: 'next' } }),
            );
          }}
        >
          {current === undefined && <option value="">{say('time.case.own')}</option>}
          {examples.map(({ name }) => (
            <option key={name} value={name} lang="en">
              {name}
            </option>
          ))}
        </select>
      </p>
      {worked === undefined ? (
        <p role="status">{say('time.working')}</p>
      ) : worked instanceof Error ? (
        <p role="alert" className="problem">
          {worked.message}
        </p>
      ) : (
        <>
          <ClockChart grid={worked} rulebook={book.rulebook} asked={asked} />
          <RealTime grid={worked} rulebook={book.rulebook} asked={asked} />
          <ClockTable grid={worked} rulebook={book.rulebook} asked={asked} />
        </>
      )}
    </>
  );
}

/** The grid of a case, worked out after the page has been painted; an error when the facts do not fit the rulebook. */
function useGrid(program: Program, key: string, asked: Case): Grid | Error | undefined {
  const [found, setFound] = useState<{ readonly key: string; readonly grid: Grid | Error }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all that the case says.
  useEffect(() => {
    const later = setTimeout(
      () => setFound({ key, grid: workOut(program, factValues(asked.facts), asked.readings) }),
      0,
    );
    return () => clearTimeout(later);
  }, [program, key]);
  return found?.key === key ? found.grid : undefined;
}

function workOut(program: Program, raw: FactValues, readings: Case['readings']): Grid | Error {
  try {
    return gridOf(program, program.readFacts(raw), readings);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
