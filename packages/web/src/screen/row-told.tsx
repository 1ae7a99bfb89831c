import { useMemo, useRef, useState } from 'react';
import { Dates } from '../answer/dates.tsx';
import { Glossary } from '../answer/glossary.ts';
import { HeldBackNote } from '../answer/held-back.tsx';
import { Proof } from '../answer/proof.tsx';
import { Statement } from '../answer/statement.tsx';
import { explain } from '../api/client.ts';
import { useReply } from '../api/use-reply.ts';
import { Loading } from '../ask/loading.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import { askAddress } from '../case/addresses.ts';
import type { Case } from '../case/case.ts';
import { useWords } from '../i18n/words.tsx';
import { Failed } from '../shell/failed.tsx';
import { cellText } from './cell-text.ts';
import type { RowQuestion, RowReply } from './contract.ts';
import { nameWithout } from './row-columns.ts';

/** A row with its verdict and the whole proof. */
export function RowTold({ reply, prefix }: { readonly reply: RowReply; readonly prefix: string }) {
  const { question } = reply;
  const { say, language } = useWords();
  const [detail, setDetail] = useState<'short' | 'full'>('short');
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useReply(JSON.stringify([question, detail]), (signal) => explain(question, detail, language, signal));
  const glossary = useGlossary(question.rulebook);
  const asked = caseOf(question);
  if (told.state === 'failed') return <Failed {...told} />;
  if (told.value === undefined) return <Loading />;
  const { answer, explanation } = told.value;
  return (
    <article className="answer" data-verdict={answer.verdict}>
      <Statement answer={answer} heading={heading} />
      <Dates answer={answer} />
      <p className="actions">
        <a className="button" href={askAddress(question.rulebook, asked, { kind: 'answer' })}>
          {say('screen.row.ask')}
        </a>
        {answer.verdict === 'undetermined' && (
          <a href={askAddress(question.rulebook, asked)}>{say('screen.row.goOn')}</a>
        )}
      </p>
      <HeldBackNote answer={answer} glossary={glossary} />
      <Proof rulebook={question.rulebook} asked={asked} explanation={explanation} detail={detail} choose={setDetail} />
      <RowData reply={reply} prefix={prefix} glossary={glossary} />
    </article>
  );
}

/** What was read from a row, and the row itself. */
export function RowData(props: {
  readonly reply: RowReply;
  /** Put before the names of the added columns. */
  readonly prefix: string;
  readonly glossary: Glossary | undefined;
}) {
  const { reply, prefix, glossary } = props;
  const words = useWords();
  const { say } = words;
  return (
    <>
      {glossary !== undefined && (
        <section aria-labelledby="facts">
          <h2 id="facts">{say('screen.row.facts')}</h2>
          <dl className="said">
            {Object.entries(reply.question.facts).map(([path, value]) => (
              <div key={path}>
                <dt>{glossary.fact(path)}</dt>
                <dd>{glossary.value(path, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="cells">
        <h2 id="cells">{say('screen.row.cells')}</h2>
        <dl className="said">
          {Object.entries(reply.cells).map(([column, cell]) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>{cellText(nameWithout(prefix, column), cell, words)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** The words of a rulebook; undefined while it is on its way. */
export function useGlossary(rulebook: string): Glossary | undefined {
  const words = useWords();
  const book = useRulebook(rulebook);
  const loaded = book.state === 'here' ? book.value : undefined;
  return useMemo(() => (loaded === undefined ? undefined : new Glossary(loaded, words)), [loaded, words]);
}

/** What is asked about a row, as a case of _Ask_. */
export function caseOf({ asOf, knownOn, readings = {}, facts }: RowQuestion): Case {
  return { asOf, knownOn, readings, facts: Object.entries(facts) };
}
