import { useMemo } from 'react';
import { useWords } from '../i18n/words.tsx';
import { cellText } from './cell-text.ts';
import { isAdded, nameWithout, type RowTexts } from './row-columns.ts';
import { useNeeds } from './use-needs.ts';

/** How a table of rows names its columns and writes its cells. @param prefix put before the names of the added columns */
export function useRowTexts(rulebook: string, prefix: string): RowTexts {
  const words = useWords();
  const needs = useNeeds(rulebook);
  return useMemo(
    () => ({
      heading: (column) => {
        const added = nameWithout(prefix, column);
        return isAdded(added) ? words.say(`screen.column.${added}`) : column;
      },
      isAdded: (column) => isAdded(nameWithout(prefix, column)),
      cell: (column, cell) => {
        const added = nameWithout(prefix, column);
        return added === 'needs' ? needs.text(cell) : cellText(added, cell, words);
      },
    }),
    [words, needs, prefix],
  );
}
