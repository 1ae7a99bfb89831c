/** For replies that are data: nothing in them is run or shown as a page. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Digests of texts that stand inside pages, by directive: nothing else inline is run or applied. */
export interface InlineDigests {
  readonly 'script-src': readonly string[];
  readonly 'style-src': readonly string[];
}

const NOTHING_INLINE: InlineDigests = { 'script-src': [], 'style-src': [] };
const SHA_256 = /^'sha256-[A-Za-z0-9+/]{43}='$/;

/**
 * The policy for pages: everything from here, nothing inline but exactly the texts that the build named, nobody frames them.
 * @throws Error for what is no digest
 */
export function pagePolicy(inline: InlineDigests = NOTHING_INLINE): string {
  const sources = (directive: keyof InlineDigests): string => {
    const digests = inline[directive];
    const odd = digests.find((digest) => !SHA_256.test(digest));
    if (odd !== undefined) throw new Error(`the policy of the web app has ${JSON.stringify(odd)}, which is no digest`);
    return [directive, "'self'", ...digests].join(' ');
  };
  return [
    "default-src 'none'",
    sources('script-src'),
    sources('style-src'),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every page, besides its policy. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
