import { compile } from '@proviso/logic';
import type { Language } from '@proviso/model';
import { rulebook } from '../api/client.ts';
import { notableDays } from '../time/notable-days.ts';

/** Days on which something happened, of the text that the service has now. @throws ServiceFailure */
export async function servedDays(id: string, language: Language, signal: AbortSignal): Promise<readonly string[]> {
  const { document, digest } = await rulebook(id, language, signal);
  return notableDays(compile(document, { digest }));
}
