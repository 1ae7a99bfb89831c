import { useEffect, useState } from 'react';

/** A text that counts once it is left, or Enter is pressed. */
export function LateText(props: {
  readonly id: string;
  readonly label?: string;
  /** The id of words that say more. */
  readonly help?: string;
  readonly value: string;
  /** Characters at most. */
  readonly length: number;
  change(value: string): void;
}) {
  const { value, change } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const end = () => {
    if (text !== value) change(text);
  };
  return (
    <input
      id={props.id}
      aria-label={props.label}
      aria-describedby={props.help}
      maxLength={props.length}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={end}
      onKeyDown={(event) => event.key === 'Enter' && end()}
    />
  );
}
