import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id for a decision: ids of later milliseconds sort later, and none can be guessed. */
export function decisionId(now: number): string {
  let time = '';
  for (let rest = now; time.length < 10; rest = Math.floor(rest / 32)) time = `${DIGITS[rest % 32]}${time}`;
  return `${time}${[...randomBytes(16)].map((byte) => DIGITS[byte % 32]).join('')}`;
}
