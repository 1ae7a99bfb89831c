import { useState } from 'react';
import { useWords } from '../i18n/words.tsx';

/** A link to copy, shown as well, so that it can be copied by hand. */
export function CopyLink({
  address,
  label,
  done,
}: {
  readonly address: string;
  readonly label: string;
  readonly done?: string;
}) {
  const { say } = useWords();
  const [copied, setCopied] = useState(false);
  const [whole, setWhole] = useState(address);
  const copy = async () => {
    const full = new URL(address, location.href).href;
    setWhole(full);
    try {
      await navigator.clipboard.writeText(full);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className="copy">
      <input readOnly aria-label={label} value={whole} onFocus={(event) => event.target.select()} />
      <button type="button" className="quiet" onClick={copy}>
        {label}
      </button>
      <span role="status">{copied ? (done ?? say('ask.passOn.copied')) : ''}</span>
    </div>
  );
}
