import { randomBytes } from 'node:crypto';

const SANE = /^[\w.:-]{1,64}$/;
const PREFIX = randomBytes(6).toString('base64url');
let number = 0;

/** The id of a request: the one it came with if that is sane, else a new one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && SANE.test(given) ? given : `${PREFIX}-${(++number).toString(36)}`;
}
