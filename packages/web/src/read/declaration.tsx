import type { StatusReport } from '@proviso/logic';
import type { DeclarationReference, Declarations } from '@proviso/model';
import { textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import { EventView } from './event.tsx';
import { Condition } from './expression.tsx';
import { InstrumentView, ProvisionView, SourceView } from './law.tsx';
import type { ReadableBook } from './library.ts';
import { Names } from './name.tsx';
import { FactView, ReadingView } from './questions.tsx';
import { RuleView } from './rule.tsx';

/** What a declaration is shown with. */
export interface DeclarationViewProps {
  readonly reference: DeclarationReference;
  readonly book: ReadableBook;
  readonly declarations: Declarations;
  readonly statuses: ReadonlyMap<string, StatusReport> | undefined;
}

/** A declaration of the rulebook in a form that is read aloud. */
export function DeclarationView({ reference, book, declarations, statuses }: DeclarationViewProps) {
  const { say, language } = useWords();
  const { rulebook } = book;
  const { kind, name } = reference;
  const by = <T extends { readonly name: string }>(list: readonly T[]) => list.find((one) => one.name === name);
  switch (kind) {
    case 'rule': {
      const rule = by(rulebook.rules);
      return rule && <RuleView rule={rule} book={book} declarations={declarations} statuses={statuses} />;
    }
    case 'provision': {
      const provision = by(rulebook.provisions);
      return provision && <ProvisionView provision={provision} report={statuses?.get(name)} book={book} />;
    }
    case 'instrument': {
      const instrument = by(rulebook.instruments);
      return instrument && <InstrumentView instrument={instrument} book={book} />;
    }
    case 'event': {
      const event = by(rulebook.events);
      return event && <EventView event={event} book={book} />;
    }
    case 'source': {
      const source = by(rulebook.sources);
      return source && <SourceView source={source} />;
    }
    case 'reading': {
      const reading = by(declarations.readings);
      return reading && <ReadingView reading={reading} book={book} />;
    }
    case 'fact': {
      const fact = by(declarations.facts);
      return fact && <FactView fact={fact} declarations={declarations} />;
    }
    case 'term': {
      const term = by(declarations.terms);
      return (
        term && (
          <div className="declaration" id={name}>
            <p className="declaration-head">
              <span className="kind">{say('read.term')}</span> <dfn>{textIn(term.label, language) || name}</dfn>{' '}
              <span className="per">
                <Names names={term.per} book={book} />
              </span>
            </p>
            <p className="word">{say('read.means')}</p>
            <Condition expression={term.means} book={book} declarations={declarations} />
          </div>
        )
      );
    }
    case 'assumption': {
      const assumption = by(declarations.assumptions);
      return (
        assumption && (
          <div className="declaration" id={name}>
            <p className="declaration-head">
              <span className="kind">{say('read.assumption')}</span> {textIn(assumption.label, language) || name}
            </p>
            <Condition expression={assumption.that} book={book} declarations={declarations} />
          </div>
        )
      );
    }
    case 'open': {
      const open = by(rulebook.opens);
      return (
        open && (
          <div className="declaration" id={name}>
            <p className="declaration-head">
              <span className="kind">{say('read.open')}</span> {textIn(open.text, language)}
            </p>
          </div>
        )
      );
    }
    case 'residual':
      return (
        rulebook.residual && (
          <div className="declaration">
            <p className="declaration-head">
              <span className="kind">{say('read.residual')}</span> {textIn(rulebook.residual.text, language)}
            </p>
          </div>
        )
      );
    case 'parameter':
    case 'list':
    case 'situation':
      return (
        <p className="declaration slight" id={kind === 'situation' ? undefined : name}>
          <span className="kind">{say(`read.${kind}`)}</span> {textIn(book.definition(name)?.label, language) || name}
        </p>
      );
    default:
      return null;
  }
}
