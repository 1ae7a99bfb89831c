import type { BilingualAdvice, Language, LocalizedText } from '@proviso/model';
import { get, read, send } from '../api/client.ts';
import type { RulebookEntry, VersionEntry, VersionsReply } from '../api/contract.ts';
import { isVersionsReply, type Shape } from '../api/shapes.ts';

/** A file that is to be published, with what was in it when it was chosen. */
export interface ChosenText {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** One error or warning. */
export interface Remark extends BilingualAdvice {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly title: LocalizedText;
  readonly file: string;
  readonly line: number;
}

/** What the service finds in a text. */
export interface Checked {
  /** There are no errors, and no example fails. */
  readonly sound: boolean;
  readonly kind: 'rulebook' | 'vocabulary' | null;
  readonly id: string | null;
  readonly title: LocalizedText | null;
  readonly digest: string | null;
  readonly errors: number;
  readonly diagnostics: readonly Remark[];
  readonly examples: number | null;
  readonly failed: readonly { readonly name: string; readonly line: number }[];
}

/** Has a text looked at; nothing is kept. @throws ServiceFailure */
export async function check({ name, bytes }: ChosenText, language: Language): Promise<Checked> {
  const query = new URLSearchParams({ file: name.slice(0, 200) });
  return read(await send(`/v1/rulebooks/check?${query}`, language, bodyOf('POST', bytes)), isChecked);
}

/**
 * Publishes a text in place of the version that is listed, or as a new rulebook. @throws ServiceFailure, also when another
 * version was published meanwhile
 */
export async function publish(
  id: string,
  { bytes }: ChosenText,
  listed: RulebookEntry | undefined,
  language: Language,
): Promise<void> {
  const shadow = listed !== undefined && standsBefore(listed) ? '?shadow=true' : '';
  const expected = listed === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${listed.digest}"` };
  await send(`/v1/rulebooks/${encodeURIComponent(id)}${shadow}`, language, bodyOf('PUT', bytes, expected));
}

/** Takes the version that is listed back. @throws ServiceFailure, also when another version is served by now */
export async function withdraw({ id, digest }: RulebookEntry, language: Language): Promise<void> {
  const headers = { 'if-match': `"${digest}"` };
  await send(`/v1/rulebooks/${encodeURIComponent(id)}`, language, { method: 'DELETE', headers });
}

const AT_ONCE = 20;

/** Versions that were published, latest first, from a cursor on. @throws ServiceFailure */
export function versions(
  id: string,
  cursor: number | undefined,
  language: Language,
  signal: AbortSignal,
): Promise<VersionsReply> {
  const query = new URLSearchParams({
    limit: String(AT_ONCE),
    ...(cursor === undefined ? {} : { cursor: String(cursor) }),
  });
  return get(`/v1/rulebooks/${encodeURIComponent(id)}/versions?${query}`, language, isVersionsReply, signal);
}

/** Publishes the text of an earlier version again. @throws ServiceFailure as for any other text */
export async function putBack(
  id: string,
  { version }: VersionEntry,
  listed: RulebookEntry | undefined,
  language: Language,
): Promise<void> {
  const reply = await send(`/v1/rulebooks/${encodeURIComponent(id)}/versions/${version}/text`, language, {});
  await publish(id, { name: id, bytes: await reply.arrayBuffer() }, listed, language);
}

/** Whether a text that takes the place of a listed one stands before a shipped rulebook. */
export function standsBefore({ origin, shadows }: RulebookEntry): boolean {
  return origin === 'shipped' || shadows;
}

function bodyOf(method: string, body: ArrayBuffer, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method, body, headers: { 'content-type': 'text/markdown', ...headers } };
}

const isChecked: Shape<Checked> = (value): value is Checked =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'sound') === 'boolean' &&
  Array.isArray(Reflect.get(value, 'diagnostics')) &&
  Array.isArray(Reflect.get(value, 'failed'));
