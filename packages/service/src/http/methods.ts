import type { App } from '../context.ts';
import { Problem } from './problem.ts';

/** Which methods there are at which addresses. */
export class Methods {
  readonly #routes = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();

  /** To be made before the routes are added. */
  constructor(app: App) {
    app.addHook('onRoute', ({ method, url }) => {
      // Whatever lies below a wildcard need not be there.
      if (url.includes('*')) return;
      const route = this.#routes.get(url) ?? { pattern: patternOf(url), methods: new Set() };
      for (const one of [method].flat()) route.methods.add(one);
      this.#routes.set(url, route);
    });
  }

  /** What is wrong with a request for an address that is there, by a method that it does not take; undefined where nothing is there. */
  refusal(method: string, path: string): Problem | undefined {
    const taken = new Set<string>();
    for (const { pattern, methods } of this.#routes.values()) {
      if (pattern.test(path)) for (const one of methods) taken.add(one);
    }
    if (taken.size === 0 || taken.has(method)) return undefined;
    const allow = [...taken].sort().join(', ');
    return new Problem(
      405,
      'method_not_allowed',
      { en: `${method} is not taken at ${path}.`, zh: `${path} 不接受 ${method}。` },
      { hint: { en: `Use ${allow}.`, zh: `请使用 ${allow}。` }, headers: { allow } },
    );
  }
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', String.raw`\.`)));
  return new RegExp(`^${parts.join('/')}$`);
}
