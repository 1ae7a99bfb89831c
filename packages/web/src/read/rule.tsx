import type { StatusReport } from '@proviso/logic';
import type { Declarations, Rule, Target } from '@proviso/model';
import { textIn } from '@proviso/model';
import { useWords, type Words } from '../i18n/words.tsx';
import { Condition } from './expression.tsx';
import type { ReadableBook } from './library.ts';
import { Name, Names } from './name.tsx';
import { StatusMark } from './status-mark.tsx';

/** A rule: what kind, by which provision, when, and what it lifts. */
export function RuleView(props: {
  readonly rule: Rule;
  readonly book: ReadableBook;
  readonly declarations: Declarations;
  readonly statuses: ReadonlyMap<string, StatusReport> | undefined;
}) {
  const words = useWords();
  const { say, language } = words;
  const { rule, book, declarations, statuses } = props;
  const report = statuses?.get(rule.per[0] ?? '');
  return (
    <div className="declaration rule" id={rule.name} data-status={report?.status}>
      <p className="declaration-head">
        <span className="kind">{say(`ruleKind.${rule.kind}`)}</span>{' '}
        <strong>{textIn(rule.label, language) || rule.name}</strong>{' '}
        <span className="per">
          {say('read.per')} <Names names={rule.per} book={book} />
        </span>
      </p>
      {report !== undefined && <StatusMark report={report} book={book} />}
      {rule.kind === 'duty' && (
        <p>
          <span className="word">{say('read.must')}</span> {textIn(rule.must, language)}
        </p>
      )}
      <p className="word">{say('read.when')}</p>
      <Condition expression={rule.when} book={book} declarations={declarations} />
      {rule.kind === 'restriction' && (
        <>
          <p className="word">{say('read.onlyIf')}</p>
          {rule.onlyIf.map((condition) => (
            <div key={condition.name}>
              <p>{textIn(condition.label, language) || condition.name}</p>
              <Condition expression={condition.that} book={book} declarations={declarations} />
            </div>
          ))}
        </>
      )}
      {rule.lifts.length > 0 && (
        <p>
          <span className="word">{say('read.lifts')}</span> <Targets targets={rule.lifts} book={book} words={words} />
        </p>
      )}
    </div>
  );
}

function Targets(props: { readonly targets: readonly Target[]; readonly book: ReadableBook; readonly words: Words }) {
  const { say } = props.words;
  return props.targets.map((target, index) => (
    <span key={JSON.stringify(target)}>
      {index > 0 && say('common.comma')}
      {target.kind === 'rule' ? (
        <Name name={target.rule} book={props.book} />
      ) : target.of === undefined ? (
        say('read.every', { kind: target.rules === 'rule' ? say('read.rule') : say(`ruleKind.${target.rules}`) })
      ) : (
        say('read.everyOf', {
          kind: target.rules === 'rule' ? say('read.rule') : say(`ruleKind.${target.rules}`),
          of: target.of,
        })
      )}
    </span>
  ));
}
