import type { CellKind } from './grid.ts';

/** The kinds of cell in the order of the legend. */
export const KINDS: readonly CellKind[] = [
  'prohibited',
  'restricted',
  'undetermined',
  'held_back',
  'permitted',
  'impossible',
];

/** The fills of the kinds: each has a pattern of its own, so that colour is never alone. */
export function Patterns() {
  return (
    <defs>
      <pattern id="fill-held_back" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="wash-held_back" />
        <line x1="0" y1="0" x2="0" y2="7" className="stroke-held_back" />
      </pattern>
      <pattern id="fill-undetermined" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="wash-undetermined" />
        <circle cx="3" cy="3" r="1.1" className="dot-undetermined" />
      </pattern>
      <pattern id="fill-restricted" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="wash-undetermined" />
        <line x1="0" y1="3" x2="6" y2="3" className="stroke-restricted" />
      </pattern>
    </defs>
  );
}

/** How a kind is filled. */
export function fillOf(kind: CellKind): string | undefined {
  return kind === 'held_back' || kind === 'undetermined' || kind === 'restricted' ? `url(#fill-${kind})` : undefined;
}
