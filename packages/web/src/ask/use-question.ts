import { rulebook as fetchRulebook } from '../api/client.ts';
import type { NextReply, PosedQuestion } from '../api/contract.ts';
import { type Reply, useReply } from '../api/use-reply.ts';
import { useWords } from '../i18n/words.tsx';
import { declarationsOf, questionAbout } from './declared.ts';

/**
 * The question to put: what the service says, unless another fact is asked about; that one is looked up in the rulebook.
 * Undefined while it is on its way.
 */
export function useQuestion(
  rulebook: string,
  fact: string | undefined,
  reply: Reply<NextReply>,
): PosedQuestion | undefined {
  const { language } = useWords();
  const next = reply.state === 'failed' ? undefined : reply.value?.next;
  const other = fact !== undefined && reply.state === 'here' && next?.fact !== fact;
  const document = useReply(other ? rulebook : null, (signal) => fetchRulebook(rulebook, language, signal));
  if (!other) return fact === undefined || next?.fact === fact ? (next ?? undefined) : undefined;
  return document.state === 'here' ? questionAbout(declarationsOf(document.value.document), fact) : undefined;
}
