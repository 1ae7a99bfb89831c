import { type ComponentProps, useEffect, useRef, useState } from 'react';

/**
 * A date of the browser's own kind. While somebody types a year it has values in between (0002, 0020), and must not be
 * written to, or what is typed is lost: so it is set only when the value is changed from elsewhere.
 */
export function DateInput(
  props: Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue' | 'onChange' | 'ref'> & {
    readonly value: string;
    change(value: string): void;
  },
) {
  const { value, change, ...others } = props;
  const input = useRef<HTMLInputElement>(null);
  const [first] = useState(value);
  useEffect(() => {
    if (input.current !== null && input.current.value !== value) input.current.value = value;
  }, [value]);
  return (
    <input
      {...others}
      ref={input}
      type="date"
      max="9999-12-31"
      defaultValue={first}
      onChange={(event) => change(event.target.value)}
    />
  );
}
