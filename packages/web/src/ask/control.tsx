import { textIn } from '@proviso/model';
import type { PosedQuestion } from '../api/contract.ts';
import { useWords } from '../i18n/words.tsx';
import { CountrySelect } from './country-select.tsx';
import { DateInput } from './date-input.tsx';
import type { Draft } from './draft.ts';

/** What a control needs. */
export interface ControlProps {
  readonly question: Pick<PosedQuestion, 'type' | 'values' | 'question'>;
  readonly draft: Draft;
  readonly wrong: boolean;
  /** The start of the ids of its inputs. */
  readonly id: string;
  change(draft: Draft): void;
}

/** Whether a question is answered by choosing rather than typing. */
export function isChosen({ type }: Pick<PosedQuestion, 'type'>): boolean {
  const kind = type.kind === 'list' || type.kind === 'set' ? type.of.kind : type.kind;
  return kind === 'boolean' || kind === 'enumeration' || kind === 'country';
}

/** The input that fits the type of a fact. */
export function Control(props: ControlProps) {
  const { question, draft, id, change } = props;
  const { say, language } = useWords();
  const { type } = question;
  const label = textIn(question.question, language);
  if (type.kind === 'boolean') {
    const choices = [
      ['true', say('common.yes')],
      ['false', say('common.no')],
    ] as const;
    return <Choices {...props} label={label} choices={choices} many={false} />;
  }
  if (question.values !== undefined) {
    const choices = question.values.map((value) => [value.name, textIn(value.label, language) || value.name] as const);
    return <Choices {...props} label={label} choices={choices} many={type.kind === 'list' || type.kind === 'set'} />;
  }
  if (type.kind === 'country') {
    return (
      <div className="field">
        <label htmlFor={`${id}-0`} className="unseen">
          {label}
        </label>
        <CountrySelect id={`${id}-0`} value={draft[0] ?? ''} change={(value) => change([value])} />
      </div>
    );
  }
  return <Typed {...props} label={label} />;
}

function Choices(
  props: ControlProps & {
    readonly label: string;
    readonly choices: readonly (readonly [value: string, text: string])[];
    readonly many: boolean;
  },
) {
  const { draft, id, change, many } = props;
  const toggle = (value: string) =>
    change(many ? (draft.includes(value) ? draft.filter((one) => one !== value) : [...draft, value]) : [value]);
  return (
    <fieldset className="choices" aria-invalid={props.wrong}>
      <legend className="unseen">{props.label}</legend>
      {props.choices.map(([value, text], index) => (
        <label key={value}>
          <input
            id={`${id}-${index}`}
            type={many ? 'checkbox' : 'radio'}
            name={id}
            value={value}
            checked={draft.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Typed(props: ControlProps & { readonly label: string }) {
  const { question, draft, id, change } = props;
  const { say } = useWords();
  const { type } = question;
  const several = type.kind === 'list' || type.kind === 'set';
  const scalar = several ? type.of : type;
  const number = scalar.kind === 'integer' || scalar.kind === 'decimal' || scalar.kind === 'fraction';
  const unit = number && 'unit' in scalar && scalar.unit !== undefined ? say('ask.unit', { unit: scalar.unit }) : '';
  const hints = [
    unit,
    scalar.kind === 'instant' ? say('ask.instant.help') : '',
    several ? say('ask.separate') : '',
  ].filter((hint) => hint !== '');
  return (
    <div className="field">
      <label htmlFor={`${id}-0`} className="unseen">
        {props.label}
      </label>
      {hints.length > 0 && (
        <p className="help" id={`${id}-hint`}>
          {hints.join(' ')}
        </p>
      )}
      {scalar.kind === 'date' && !several ? (
        <DateInput
          id={`${id}-0`}
          label={props.label}
          invalid={props.wrong}
          value={draft[0] ?? ''}
          change={(value) => change([value])}
        />
      ) : (
        <input
          id={`${id}-0`}
          type="text"
          inputMode={number && !several ? 'decimal' : undefined}
          autoComplete="off"
          className={number && !several ? 'short' : undefined}
          aria-invalid={props.wrong}
          aria-describedby={hints.length > 0 ? `${id}-hint` : undefined}
          value={draft.join(', ')}
          onChange={(event) => change([event.target.value])}
        />
      )}
    </div>
  );
}
