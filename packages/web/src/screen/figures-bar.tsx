/** A bar whose parts are as wide as their counts; a picture for words that stand beside it. */
export function Bar(props: {
  readonly parts: readonly { readonly name: string; readonly count: number }[];
  readonly whole: number;
}) {
  const { parts, whole } = props;
  let at = 0;
  return (
    <svg className="bar" aria-hidden="true" width="100%" height="10">
      {parts.map(({ name, count }) => {
        const x = at;
        at += count;
        return (
          count > 0 && (
            <rect
              key={name}
              className={`bar-${name}`}
              x={percent(x, whole)}
              width={percent(count, whole)}
              height="10"
            />
          )
        );
      })}
    </svg>
  );
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : ((part / whole) * 100).toFixed(3)}%`;
}
