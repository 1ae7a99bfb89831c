import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Said } from '@proviso/model';
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
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    const problem = {
      en: `the file of tokens ${file} cannot be read (${code ?? 'it is not JSON'})`,
      zh: `无法读取令牌文件 ${file}（${code ?? '不是 JSON'}）`,
    };
    throw new ServiceError('token_file', problem, FORM);
  }
  const entries: unknown = isObject(json) ? json.tokens : undefined;
  if (!Array.isArray(entries) || entries.length === 0)
    throw wrong(file, { en: 'it has no list `tokens`', zh: '其中没有列表 `tokens`' });
  const names = new Set<string>();
  return new Tokens(
    entries.map((entry: unknown, index) => {
      const fail = ({ en, zh }: Said) =>
        wrong(file, { en: `entry ${index + 1}: ${en}`, zh: `第 ${index + 1} 项：${zh}` });
      const known = readEntry(entry, fail);
      if (names.has(known.asker.name)) throw fail({ en: 'the name is taken', zh: '名称已被使用' });
      names.add(known.asker.name);
      return known;
    }),
  );
}

const SHAPE = '{"tokens": [{"name": "gate", "roles": ["ask"], "sha256": "..."}]}';
const FORM = { en: `write ${SHAPE}`, zh: `请写成 ${SHAPE}` };

function readEntry(entry: unknown, fail: (problem: Said) => ServiceError): KnownToken {
  if (!isObject(entry)) throw fail({ en: 'it is not an object', zh: '不是对象' });
  const strange = Object.keys(entry).find((name) => !['name', 'roles', 'sha256', 'token'].includes(name));
  if (strange !== undefined) throw fail({ en: `there is no member \`${strange}\``, zh: `没有成员 \`${strange}\`` });
  const { name, roles, sha256: hash, token } = entry;
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw fail({ en: '`name` is not a name of at most 64 characters', zh: '`name` 不是至多 64 个字符的名称' });
  }
  if (!Array.isArray(roles) || roles.length === 0 || !roles.every(isRole)) {
    throw fail({
      en: `\`roles\` is not a list of ${ROLES.join(', ')}`,
      zh: `\`roles\` 不是由下列各项组成的列表：${ROLES.join('、')}`,
    });
  }
  const asker = { name, roles: new Set<Role>(roles) };
  if (typeof hash === 'string' && token === undefined) {
    if (!/^[0-9a-f]{64}$/i.test(hash)) {
      throw fail({ en: '`sha256` has not 64 hexadecimal digits', zh: '`sha256` 不是 64 位十六进制数字' });
    }
    return { hash: Buffer.from(hash, 'hex'), asker };
  }
  if (typeof token !== 'string' || hash !== undefined) {
    throw fail({ en: 'it has not one of `sha256` and `token`', zh: '`sha256` 与 `token` 必须且只能有其一' });
  }
  if (token.length < SHORTEST) {
    throw fail({ en: `the token is shorter than ${SHORTEST} characters`, zh: `令牌不足 ${SHORTEST} 个字符` });
  }
  return { hash: sha256(token), asker };
}

function wrong(file: string, { en, zh }: Said): ServiceError {
  const problem = { en: `the file of tokens ${file} is wrong: ${en}`, zh: `令牌文件 ${file} 有误：${zh}` };
  return new ServiceError('token_file', problem, FORM);
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
