import { useWords } from '../i18n/words.tsx';
import { LateText } from './late-text.tsx';

/** The text before the names of the columns that a screening adds, for a file that has columns of such names. */
export function AddedNames(props: { readonly prefix: string; change(prefix: string): void }) {
  const { say } = useWords();
  return (
    <section aria-labelledby="added">
      <h2 id="added">{say('screen.added')}</h2>
      <div className="fields">
        <p className="form-field">
          <label htmlFor="prefix">{say('screen.prefix')}</label>
          <LateText id="prefix" help="prefix-help" value={props.prefix} length={60} change={props.change} />
          <span className="help" id="prefix-help">
            {say('screen.prefix.help')}
          </span>
        </p>
      </div>
    </section>
  );
}
