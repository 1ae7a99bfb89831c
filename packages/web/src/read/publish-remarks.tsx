import { adviceIn, textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import type { Checked } from './publish-requests.ts';

/** Errors, warnings and failed examples, each with its line, in the language of the page. */
export function Remarks({ checked: { diagnostics, failed } }: { readonly checked: Checked }) {
  const { say, language } = useWords();
  return (
    <ul className="remarks">
      {diagnostics.map((remark) => {
        const { code, severity, title, line } = remark;
        const { message, hint } = adviceIn(remark, language);
        return (
          <li key={JSON.stringify(remark)} data-severity={severity}>
            <strong>
              {say('publish.at', { line, severity: say(`publish.${severity}`), title: textIn(title, language) })}
            </strong>{' '}
            <code>{code}</code>
            <span>{hint === '' ? message : say('publish.remark', { message, hint })}</span>
          </li>
        );
      })}
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
