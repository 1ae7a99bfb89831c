import { textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import type { Checked } from './publish-requests.ts';

/** Errors, warnings and failed examples, each with its line. What the language itself says is in English. */
export function Remarks({ checked: { diagnostics, failed } }: { readonly checked: Checked }) {
  const { say, language } = useWords();
  return (
    <ul className="remarks">
      {diagnostics.map(({ code, severity, title, message, hint, file, line, ...place }) => (
        <li key={JSON.stringify([code, file, line, place, message])} data-severity={severity}>
          <strong>
            {say('publish.at', { line, severity: say(`publish.${severity}`), title: textIn(title, language) })}
          </strong>{' '}
          <code>{code}</code>
          <span lang="en">
            {message}
            {hint === '' ? '' : ` (${hint})`}
          </span>
        </li>
      ))}
      {failed.map(({ name, line }) => (
        <li key={`${line} ${name}`} data-severity="error">
          <strong>
            {say('publish.at', { line, severity: say('publish.error'), title: say('publish.example', { name }) })}
          </strong>
        </li>
      ))}
    </ul>
  );
}
