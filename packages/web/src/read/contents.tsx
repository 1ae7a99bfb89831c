import type { Section } from '@proviso/model';
import { useMemo } from 'react';
import { headingsOf } from './prose-tree.ts';

/** The headings of the document as links. */
export function Contents({ sections }: { readonly sections: readonly Section[] }) {
  const headings = useMemo(() => sections.flatMap((section, index) => headingsOf(section.prose, index)), [sections]);
  return (
    <ol>
      {headings
        .filter(({ depth }) => depth > 1)
        .map(({ id, text, depth }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
    </ol>
  );
}
