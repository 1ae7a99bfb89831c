import { textIn } from '@proviso/model';
import { useMemo } from 'react';
import { Glossary } from '../answer/glossary.ts';
import { useRulebook } from '../ask/use-rulebook.ts';
import { useWords } from '../i18n/words.tsx';

/** Tells what a row needs. */
export interface NeedWords {
  /** The names of a cell in words: facts by their short names, readings by their questions. */
  text(cell: unknown): string;
}

/** The words of a rulebook for the unknowns of rows; their names until the rulebook is here. */
export function useNeeds(rulebook: string): NeedWords {
  const words = useWords();
  const book = useRulebook(rulebook);
  const loaded = book.state === 'here' ? book.value : undefined;
  return useMemo(() => {
    const glossary = loaded === undefined ? undefined : new Glossary(loaded, words);
    const one = (name: string): string => {
      if (loaded === undefined || glossary === undefined) return name;
      if (loaded.questionOn(name) !== undefined) return glossary.fact(name);
      if (glossary.reading(name) !== undefined) return glossary.readingQuestion(name);
      const open = textIn(loaded.rulebook.opens.find((declared) => declared.name === name)?.text, words.language);
      return open || glossary.event(name);
    };
    return { text: (cell) => (Array.isArray(cell) ? cell.map((name) => one(String(name))).join('; ') : '') };
  }, [loaded, words]);
}
