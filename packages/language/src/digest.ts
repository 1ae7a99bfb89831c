import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The digest of a rulebook: SHA-256 over the texts of its vocabularies in the order of `uses` and then its own, each
 * prefixed by its length in bytes (decimal) and a line break, so that no two lists of texts look alike.
 */
export function digestOf(texts: readonly string[]): string {
  const parts = texts.flatMap((text) => {
    const bytes = utf8ToBytes(text);
    return [utf8ToBytes(`${bytes.length}\n`), bytes];
  });
  return `sha256:${bytesToHex(sha256(concatBytes(...parts)))}`;
}
