// Parses the messages while building, so that the browser needs no parser of messages.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';

const MARK = '\0messages:';

/** A plugin of Vite: `messages/**.json` becomes a module of parsed messages. */
export function parsedMessages() {
  return {
    name: 'parsed-messages',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !/\/messages\/.*\.json$/.test(source)) return null;
      return `${MARK}${resolve(dirname(importer), source).replace(/\.json$/, '')}`;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const messages = JSON.parse(readFileSync(`${id.slice(MARK.length)}.json`, 'utf8'));
      const parsed = Object.fromEntries(Object.entries(messages).map(([name, text]) => [name, parse(text)]));
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(parsed))});`, moduleType: 'js' };
    },
  };
}
