import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { RecordError } from './errors.ts';
import type { Digest } from './format.ts';

/**
 * The one text of a JSON value: RFC 8785.
 * @throws RecordError for what has no such text: a number that is not finite, a text with half a surrogate pair.
 */
export function canonical(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new RecordError('not_well_formed', '', `this has no canonical JSON: ${problem}`, 'use plain JSON values');
  }
  if (text === undefined) throw new RecordError('not_well_formed', '', 'this is not JSON', 'use plain JSON values');
  return text;
}

/** The digest of a text, in UTF-8. */
export function digestOfText(text: string): Digest {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** The digest of a JSON value: that of its canonical text. */
export function digestOfValue(value: unknown): Digest {
  return digestOfText(canonical(value));
}
