import { useWords } from '../i18n/words.tsx';
import { type AddedPrefix, proposedPrefix } from './added-prefix.ts';
import { LateText } from './late-text.tsx';

/** The text before the names of the columns that a screening adds, for a file that has columns of such names. */
export function AddedNames(props: {
  readonly prefix: AddedPrefix;
  /** Whether names clash with this prefix. */
  readonly clashes: boolean;
  change(prefix: AddedPrefix): void;
}) {
  const { say } = useWords();
  const { prefix, clashes, change } = props;
  const proposed = proposedPrefix(prefix.text);
  return (
    <section aria-labelledby="added">
      <h2 id="added">{say('screen.added')}</h2>
      <div className="fields">
        <div className="form-field">
          <label htmlFor="prefix">{say('screen.prefix')}</label>
          <LateText
            id="prefix"
            help="prefix-help"
            value={prefix.text}
            length={60}
            change={(text) => change({ text, typed: text !== '' })}
          />
          <span className="help" id="prefix-help">
            {say(clashes ? 'screen.prefix.help' : 'screen.prefix.fits', { prefix: proposed })}
          </span>
          {clashes && (
            <button type="button" className="link" onClick={() => change({ text: proposed, typed: false })}>
              {say('screen.columns.use', { column: proposed })}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
