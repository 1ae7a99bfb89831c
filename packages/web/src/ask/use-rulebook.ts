import type { Declarations, Rulebook } from '@proviso/model';
import { useMemo } from 'react';
import { rulebook as fetchRulebook } from '../api/client.ts';
import type { PosedQuestion, RulebookReply } from '../api/contract.ts';
import { type Reply, useReply } from '../api/use-reply.ts';
import { useWords } from '../i18n/words.tsx';
import { declarationsOf, questionAbout } from './declared.ts';

/** A rulebook with what pages look up in it. */
export interface Book {
  readonly rulebook: Rulebook;
  readonly digest: string;
  readonly declarations: Declarations;
  questionOn(path: string): PosedQuestion | undefined;
}

const fetched = new Map<string, Promise<RulebookReply>>();

/** Fetches a rulebook once for the life of the page. */
export function useRulebook(id: string): Reply<Book> {
  const { language } = useWords();
  const reply = useReply(id, () => {
    const under = fetched.get(id) ?? fetchRulebook(id, language);
    fetched.set(id, under);
    under.catch(() => fetched.delete(id));
    return under;
  });
  const found = reply.state === 'here' ? reply.value : undefined;
  const book = useMemo(() => (found === undefined ? undefined : bookOf(found)), [found]);
  if (reply.state === 'failed') return reply;
  return book === undefined ? { state: 'waiting' } : { state: 'here', value: book };
}

function bookOf({ document, digest }: RulebookReply): Book {
  const declarations = declarationsOf(document);
  return { rulebook: document, digest, declarations, questionOn: (path) => questionAbout(declarations, path) };
}
