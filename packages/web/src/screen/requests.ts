import type { Language } from '@proviso/model';
import { heldToken, tokenHeader } from '../api/access.ts';
import { get, post, send } from '../api/client.ts';
import { eventsOf } from '../api/events.ts';
import { failureFrom, ServiceFailure } from '../api/failure.ts';
import { giveFile, nameOf } from '../api/give-file.ts';
import type { Order, Preflight, RowPage, RowReply, Screened, ScreeningEntry, Upload } from './contract.ts';
import type { Filter } from './place.ts';
import { isList, isPreflight, isRowPage, isRowReply, isScreened, isUpload } from './shapes.ts';

/** Sends a file in and tells how much of it is sent, from 0 to 1. @throws ServiceFailure */
export async function upload(
  file: File,
  language: Language,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  for (;;) {
    const token = heldToken();
    try {
      return await uploadOnce(file, language, tell, signal);
    } catch (error) {
      // What is not let in is not read to its end, which may look like a lost connection: a small request tells.
      if (!(error instanceof ServiceFailure) || (error.status !== 0 && error.status !== 401)) throw error;
      await screenings(language, signal);
      if (heldToken() === token) throw error;
    }
  }
}

function uploadOnce(
  file: File,
  language: Language,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  // `fetch` does not tell how much has been sent.
  const request = new XMLHttpRequest();
  request.open('POST', `/v1/uploads?${new URLSearchParams({ name: file.name, lang: language })}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  for (const [name, value] of Object.entries(tokenHeader())) request.setRequestHeader(name, value);
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total));
  signal.addEventListener('abort', () => request.abort(), { once: true });
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      const body: unknown = request.response;
      if (request.status < 300 && isUpload(body)) resolve(body);
      else reject(failureFrom(request.status, body, language));
    });
    request.addEventListener('error', () => reject(new ServiceFailure(0, '')));
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    request.send(file);
  });
}

/** Looks at a file before it is screened. @throws ServiceFailure */
export function preflight(order: Order, language: Language, signal: AbortSignal): Promise<Preflight> {
  return post('/v1/screenings/preflight', order, language, isPreflight, signal);
}

/** Has a file screened. @throws ServiceFailure */
export function screen(order: Order, language: Language): Promise<Screened> {
  return post('/v1/screenings', order, language, isScreened);
}

/** The screenings, latest first. @throws ServiceFailure */
export async function screenings(language: Language, signal: AbortSignal): Promise<readonly ScreeningEntry[]> {
  return (await get('/v1/screenings', language, isList, signal)).screenings;
}

/** A screening with its summary when it is done. @throws ServiceFailure */
export function screening(id: string, language: Language, signal: AbortSignal): Promise<Screened> {
  return get(addressOf(id), language, isScreened, signal);
}

/** Stops a screening and removes it; its file stays. @throws ServiceFailure */
export async function stop(id: string, language: Language): Promise<void> {
  await send(addressOf(id), language, { method: 'DELETE' });
}

/** Removes a screening, and its file where none of the others needs it. @throws ServiceFailure */
export async function remove(
  { id, order }: Pick<ScreeningEntry, 'id' | 'order'>,
  language: Language,
  others: readonly ScreeningEntry[],
): Promise<void> {
  await stop(id, language);
  if (others.some((other) => other.id !== id && other.order.upload === order.upload)) return;
  await send(`/v1/uploads/${encodeURIComponent(order.upload)}`, language, { method: 'DELETE' });
}

/** Rows in one page. */
export const PAGE_ROWS = 200;

/** Rows that are printed at most. */
export const PRINTED_ROWS = 500;

/** A page of rows, from 1. @throws ServiceFailure */
export function rows(
  id: string,
  filter: Filter,
  page: number,
  language: Language,
  signal: AbortSignal,
): Promise<RowPage> {
  return rowsFrom(id, filter, { limit: PAGE_ROWS, skip: (page - 1) * PAGE_ROWS }, language, signal);
}

/** The rows to print, from a place among those of the filter on, from 0. @throws ServiceFailure */
export function manyRows(
  id: string,
  filter: Filter,
  first: number,
  language: Language,
  signal: AbortSignal,
): Promise<RowPage> {
  return rowsFrom(id, filter, { limit: PRINTED_ROWS, skip: first }, language, signal);
}

function rowsFrom(
  id: string,
  filter: Filter,
  { limit, skip }: { readonly limit: number; readonly skip: number },
  language: Language,
  signal: AbortSignal,
): Promise<RowPage> {
  const query = new URLSearchParams({ limit: String(limit), skip: String(skip) });
  if (filter.kind === 'bin') query.set('bin', filter.bin);
  else if (filter.kind === 'question') query.set('question', String(filter.question));
  else if (filter.kind === 'provision') query.set('provision', filter.provision);
  else if (filter.kind === 'changed') query.set('changed', 'true');
  return get(`${addressOf(id)}/rows?${query}`, language, isRowPage, signal);
}

/** One row of a filter as a question. @throws ServiceFailure */
export function row(
  id: string,
  filter: Filter,
  number: number,
  language: Language,
  signal: AbortSignal,
): Promise<RowReply> {
  const changed = filter.kind === 'changed' ? '?changed=true' : '';
  return get(`${addressOf(id)}/rows/${number}${changed}`, language, isRowReply, signal);
}

/** The address of a file to download. */
export function downloadAddress(id: string, format: string, language: Language): string {
  return `${addressOf(id)}/download?${new URLSearchParams({ format, lang: language })}`;
}

/** Fetches a file with the token and gives it to the person: a link alone would not send the token. @throws ServiceFailure */
export async function download(id: string, format: string, language: Language, signal: AbortSignal): Promise<void> {
  const reply = await send(downloadAddress(id, format, language), language, { signal });
  const file = await reply.blob().catch(() => {
    signal.throwIfAborted();
    throw new ServiceFailure(0, '');
  });
  giveFile(file, nameOf(reply.headers.get('content-disposition'), `${id}.${format}`));
}

/** What is told of a screening that is followed. */
export type Change = Pick<Screened, 'state' | 'progress'>;

/** How long a lost connection rests before it is taken up again, in milliseconds. */
const PAUSE = 2000;

/** Follows a screening until the signal comes. @param ended is called once it has ended, or cannot be followed */
export async function follow(
  id: string,
  language: Language,
  tell: (change: Change) => void,
  ended: () => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const headers = { accept: 'text/event-stream' };
      const { body } = await send(`${addressOf(id)}/events`, language, { headers, signal });
      if (body !== null && (await hasEnded(body, tell, signal))) return ended();
    } catch (error) {
      if (signal.aborted) return;
      // A connection that is lost is taken up again; one that is refused is not.
      if (error instanceof ServiceFailure && error.status !== 0) return ended();
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Tells each change until the stream ends. @returns whether the screening has ended too */
async function hasEnded(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  tell: (change: Change) => void,
  signal: AbortSignal,
): Promise<boolean> {
  for await (const { name, data } of eventsOf(stream)) {
    if (signal.aborted) return false;
    if (name !== 'screening') continue;
    const change: Change = JSON.parse(data);
    if (change.state !== 'queued' && change.state !== 'running') return true;
    tell(change);
  }
  return false;
}

function addressOf(id: string): string {
  return `/v1/screenings/${encodeURIComponent(id)}`;
}
