import type { FastifyReply, FastifyRequest } from 'fastify';
import { DATA_POLICY } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { type Asker, allows, LOCAL, type Role } from './roles.ts';
import type { Tokens } from './tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it. */
    asker: Asker;
  }
  interface FastifyContextConfig {
    /** The role it needs; `none` for what anybody may have. `ask` when absent. */
    readonly role?: Role | 'none';
    /** A page, which has headers of its own. */
    readonly page?: boolean;
  }
}

/** Who is let in. */
export interface GuardOptions {
  /** Undefined: no tokens are asked for, and only names of this machine are answered to. */
  readonly tokens: Tokens | undefined;
  /** Host names that are answered to, without port; undefined: any. */
  readonly hosts: ReadonlySet<string> | undefined;
  readonly rate: RateLimit | undefined;
  readonly isStopping: () => boolean;
}

/** The names of this machine: any other name for it comes from a name server that somebody else may own. */
export const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a request in or not, before its body is read. */
export class Guard {
  readonly #options: GuardOptions;
  /** The last header `Host` that was answered to: most requests come by one name. */
  #host = '';

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** @throws Problem when the request is not let in. */
  readonly admit = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const { config } = request.routeOptions;
    reply.header('x-request-id', request.id);
    if (config.page !== true) {
      reply.header('x-content-type-options', 'nosniff');
      // Replies to other methods are never stored or shown as a page.
      if (request.method === 'GET') {
        reply.header('cache-control', 'no-store');
        reply.header('content-security-policy', DATA_POLICY);
      }
    }
    try {
      this.#check(request, config.role ?? 'ask');
      done();
    } catch (error) {
      // The body of what is not let in is not read.
      reply.header('connection', 'close');
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };

  #check(request: FastifyRequest, role: Role | 'none'): void {
    const { tokens, rate, isStopping } = this.#options;
    if (isStopping()) {
      const detail = { en: 'The service is stopping; nothing new is taken.', zh: '服务正在停止，不再接受新的请求。' };
      throw new Problem(503, 'stopping', detail, { headers: { 'retry-after': '5' } });
    }
    const { host, origin, authorization } = request.headers;
    if (!this.#answersTo(host ?? '')) {
      throw new Problem(421, 'unknown_host', {
        en: 'The service does not go by this host name.',
        zh: '本服务不使用该主机名。',
      });
    }
    if (origin !== undefined && !SAFE.has(request.method) && hostOf(origin) !== host) {
      throw new Problem(403, 'cross_origin', {
        en: 'Pages of another site may not send anything here.',
        zh: '其他网站的页面不得向此处发送请求。',
      });
    }
    request.asker = tokens === undefined || role === 'none' ? LOCAL : holderOf(tokens, authorization);
    const wait = rate?.take(tokens === undefined || role === 'none' ? request.ip : request.asker.name) ?? 0;
    if (wait > 0) {
      throw new Problem(
        429,
        'too_many_requests',
        { en: `Too many requests; the next is taken in ${wait} s.`, zh: `请求过多；请在 ${wait} 秒后重试。` },
        { headers: { 'retry-after': String(wait) } },
      );
    }
    if (role !== 'none' && !allows(request.asker, role)) {
      throw new Problem(403, 'not_allowed', {
        en: `This needs the role ${role}.`,
        zh: `这需要角色 ${role}。`,
      });
    }
  }

  #answersTo(host: string): boolean {
    const { hosts } = this.#options;
    if (hosts === undefined || (host !== '' && host === this.#host)) return true;
    if (!hosts.has(nameOf(host))) return false;
    this.#host = host;
    return true;
  }
}

function holderOf(tokens: Tokens, authorization: string | undefined): Asker {
  const [, token] = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '') ?? [];
  const holder = token === undefined ? undefined : tokens.holder(token);
  if (holder !== undefined) return holder;
  throw new Problem(
    401,
    'not_authenticated',
    { en: 'There is no valid token in the header Authorization.', zh: 'Authorization 标头中没有有效的令牌。' },
    {
      hint: { en: 'Send "Authorization: Bearer TOKEN".', zh: '请发送 “Authorization: Bearer 令牌”。' },
      headers: { 'www-authenticate': 'Bearer realm="proviso"' },
    },
  );
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function hostOf(origin: string): string | undefined {
  const [, host] = /^https?:\/\/([^/]+)$/.exec(origin) ?? [];
  return host;
}
