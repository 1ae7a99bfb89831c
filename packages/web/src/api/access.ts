/** Where the token is kept: in this tab, until it is closed. */
const KEY = 'proviso.token';
const CHANGED = 'proviso-access';
/** What can be sent as a token. */
const TOKEN = /^[\x21-\x7e]{1,512}$/;

/** Why a token is asked for: none was sent, what was sent is not known, or it has not the role that is needed. */
export type TokenReason = 'missing' | 'refused' | 'role';

/** Whether a token was given, or somebody would rather not. */
type Ended = (given: boolean) => void;

let asking: TokenReason | undefined;
const waiting = new Set<Ended>();
let sent = false;
/** For a browser that keeps nothing: the token of this page. */
let unkept: string | undefined;

/** The token that is held in this tab. */
export function heldToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? unkept;
  } catch {
    return unkept;
  }
}

/** The header that goes with every request; none without a token. */
export function tokenHeader(): Readonly<Record<string, string>> {
  const token = heldToken();
  if (token === undefined) return {};
  sent = true;
  return { authorization: `Bearer ${token}` };
}

/** Why the page is asking for a token now; undefined when it is not. */
export function askedFor(): TokenReason | undefined {
  return asking;
}

/**
 * Asks for a token after a request without one, or with one that was not enough. Requests that ask at the same time wait for
 * the same answer. Resolves to whether there is another token now. @throws DOMException when the request is given up
 */
export function anotherToken(used: string | undefined, reason: TokenReason, signal?: AbortSignal): Promise<boolean> {
  const held = heldToken();
  if (held !== undefined && held !== used) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    waiting.add(resolve);
    signal?.addEventListener('abort', () => waiting.delete(resolve) && reject(new DOMException('', 'AbortError')), {
      once: true,
    });
    asking ??= reason;
    tell();
  });
}

/** Whether a service knows a token; undefined when it does not answer. */
export async function isKnown(token: string): Promise<boolean | undefined> {
  if (!TOKEN.test(token)) return false;
  const headers = { authorization: `Bearer ${token}` };
  const reply = await fetch('/v1/rulebooks', { headers, credentials: 'same-origin' }).catch(() => undefined);
  if (reply?.status === 401) return false;
  return reply?.ok === true ? true : undefined;
}

/** Ends the asking, with a token or without. */
export function endAsking(token: string | undefined): void {
  if (token !== undefined) {
    unkept = token;
    try {
      sessionStorage.setItem(KEY, token);
      unkept = undefined;
    } catch {
      // The token holds for this page alone.
    }
  }
  asking = undefined;
  const ended = [...waiting];
  waiting.clear();
  for (const one of ended) one(token !== undefined);
  tell();
}

/** Forgets the token, and leaves what was fetched with it. */
export function signOut(): void {
  unkept = undefined;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
  location.assign('/');
}

/** Is told when a token is asked for, given or gone. Returns what ends that. */
export function watchAccess(listen: () => void): () => void {
  // A page that the browser kept whole when it was left still shows what was fetched with a token that is forgotten.
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted && sent && heldToken() === undefined) location.reload();
  };
  addEventListener(CHANGED, listen);
  addEventListener('pageshow', shown);
  return () => {
    removeEventListener(CHANGED, listen);
    removeEventListener('pageshow', shown);
  };
}

function tell(): void {
  dispatchEvent(new Event(CHANGED));
}
