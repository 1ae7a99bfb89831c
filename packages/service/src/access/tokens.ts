import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ServiceError } from '../errors.ts';
import { type Asker, ROLES, type Role } from './roles.ts';

const SHORTEST = 24;
const NAME = /^[\w .@-]{1,64}$/;

interface KnownToken {
  readonly hash: Buffer;
  readonly asker: Asker;
}

/** Tokens and whose they are. Only digests are kept, and compared in constant time. */
export class Tokens {
  readonly #known: readonly KnownToken[];

  constructor(known: readonly KnownToken[]) {
    this.#known = known;
  }

  /** Who a token belongs to; undefined when to nobody. Every known token is compared, whichever fits. */
  holder(token: string): Asker | undefined {
    const hash = sha256(token);
    let found: Asker | undefined;
    for (const known of this.#known) if (timingSafeEqual(known.hash, hash)) found = known.asker;
    return found;
  }
}

/**
 * Reads a file of tokens: `{"tokens": [{"name": "gate", "roles": ["ask"], "sha256": "..."}]}`. `sha256` is the SHA-256 of
 * the token in hexadecimal digits; `token` may give the token itself instead.
 * @throws ServiceError that names the file and the entry; never the token.
 */
export function readTokenFile(file: string): Tokens {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it is not JSON';
    throw new ServiceError('token_file', `the file of tokens ${file} cannot be read (${code})`, FORM);
  }
  const entries: unknown = isObject(json) ? json.tokens : undefined;
  if (!Array.isArray(entries) || entries.length === 0) throw wrong(file, 'it has no list `tokens`');
  const names = new Set<string>();
  return new Tokens(
    entries.map((entry: unknown, index) => {
      const known = readEntry(entry, (problem) => wrong(file, `entry ${index + 1}: ${problem}`));
      if (names.has(known.asker.name)) throw wrong(file, `entry ${index + 1}: the name is taken`);
      names.add(known.asker.name);
      return known;
    }),
  );
}

const FORM = 'write {"tokens": [{"name": "gate", "roles": ["ask"], "sha256": "..."}]}';

function readEntry(entry: unknown, fail: (problem: string) => ServiceError): KnownToken {
  if (!isObject(entry)) throw fail('it is not an object');
  const strange = Object.keys(entry).find((name) => !['name', 'roles', 'sha256', 'token'].includes(name));
  if (strange !== undefined) throw fail(`there is no member \`${strange}\``);
  const { name, roles, sha256: hash, token } = entry;
  if (typeof name !== 'string' || !NAME.test(name)) throw fail('`name` is not a name of at most 64 characters');
  if (!Array.isArray(roles) || roles.length === 0 || !roles.every(isRole))
    throw fail(`\`roles\` is not a list of ${ROLES.join(', ')}`);
  const asker = { name, roles: new Set<Role>(roles) };
  if (typeof hash === 'string' && token === undefined) {
    if (!/^[0-9a-f]{64}$/i.test(hash)) throw fail('`sha256` has not 64 hexadecimal digits');
    return { hash: Buffer.from(hash, 'hex'), asker };
  }
  if (typeof token !== 'string' || hash !== undefined) throw fail('it has not one of `sha256` and `token`');
  if (token.length < SHORTEST) throw fail(`the token is shorter than ${SHORTEST} characters`);
  return { hash: sha256(token), asker };
}

function wrong(file: string, problem: string): ServiceError {
  return new ServiceError('token_file', `the file of tokens ${file} is wrong: ${problem}`, FORM);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
