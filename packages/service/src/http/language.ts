import type { IncomingHttpHeaders } from 'node:http';
import { LANGUAGES, type Language } from '@proviso/model';

/** The language a request asks for: `lang`, else what `Accept-Language` prefers, else English. */
export function languageOf(headers: IncomingHttpHeaders, lang: unknown): Language {
  const named = LANGUAGES.find((language) => language === lang);
  if (named !== undefined) return named;
  const accepted = headers['accept-language'];
  return accepted === undefined ? 'en' : preferred(accepted.slice(0, 200));
}

function preferred(accepted: string): Language {
  let best: Language = 'en';
  let weight = 0;
  for (const part of accepted.split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
    const wanted = quality === undefined ? 1 : Number(quality);
    const language = LANGUAGES.find((one) => tag === one || tag.startsWith(`${one}-`));
    if (language !== undefined && wanted > weight) [best, weight] = [language, wanted];
  }
  return best;
}
