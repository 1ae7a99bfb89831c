import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../i18n/words.tsx';

/** One question on one page. */
export interface QuestionPageProps {
  /** Changes when another question is put: then its heading is focused. */
  readonly id: string;
  /** Above the heading: how far one is. */
  readonly above?: ReactNode;
  readonly heading: string;
  readonly help?: string | undefined;
  /** What is wrong with the answer; undefined while nothing is. */
  readonly problem?: string | undefined;
  /** The control that the problem is about. */
  readonly problemAt?: string | undefined;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
  readonly below?: ReactNode;
  /** False on the first page somebody sees: nothing is focused there. */
  readonly focus: boolean;
  submit(): void;
}

/** A page with one question, in the order in which it is read: how far, what is wrong, the question, the answers. */
export function QuestionPage(props: QuestionPageProps) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const summaryId = useId();
  useEffect(() => {
    if (props.focus && props.id !== '') heading.current?.focus();
  }, [props.id, props.focus]);
  useEffect(() => {
    if (props.problem !== undefined) summary.current?.focus();
  }, [props.problem]);
  useTitle(props.heading);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.submit();
  };
  return (
    <form className="question" onSubmit={submit} noValidate data-question={props.id}>
      {props.problem !== undefined && (
        <div className="problem" role="alert" ref={summary} tabIndex={-1} aria-labelledby={summaryId}>
          <h2 id={summaryId}>{say('ask.problem')}</h2>
          <p>
            {props.problemAt === undefined ? (
              props.problem
            ) : (
              <a href={`#${props.problemAt}`} onClick={(event) => focusOn(event, props.problemAt)}>
                {props.problem}
              </a>
            )}
          </p>
        </div>
      )}
      {props.above}
      <h1 ref={heading} tabIndex={-1}>
        {props.heading}
      </h1>
      {props.help !== undefined && props.help !== '' && <p className="help">{props.help}</p>}
      {props.children}
      <p className="actions">{props.buttons}</p>
      {props.below}
    </form>
  );
}

/** The fragment holds the case, so a link to a control moves the focus only. */
function focusOn(event: { preventDefault(): void }, id: string | undefined): void {
  event.preventDefault();
  if (id !== undefined) document.getElementById(id)?.focus();
}

/** Names the page for the tab and for screen readers. */
export function useTitle(heading: string): void {
  useEffect(() => {
    document.title = `${heading} · Proviso`;
  }, [heading]);
}
