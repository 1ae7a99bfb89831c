import { readdirSync, readFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/messages/', import.meta.url);
const areas = readdirSync(new URL('en/', folder));

describe.each(areas)('the messages of %s', (area) => {
  const read = (language: string): Record<string, string> =>
    JSON.parse(readFileSync(new URL(`${language}/${area}`, folder), 'utf8'));
  const [en, zh] = [read('en'), read('zh')];

  it('are there in both languages', () => {
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('have the same places to fill in', () => {
    for (const [name, text] of Object.entries(en)) expect(places(zh[name] ?? ''), name).toEqual(places(text));
  });

  it('are Chinese where they should be', () => {
    const foreign = Object.entries(zh).filter(([, text]) =>
      /[a-zA-Z]{4,}/.test(literals(text).replaceAll(/Proviso|Excel|Parquet|JSON(?: Lines)?/g, '')),
    );
    expect(foreign.map(([name]) => name)).toEqual([]);
  });
});

function places(text: string): readonly string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.argument || element.type === TYPE.number) found.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        found.add(element.value);
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(text));
  return [...found].toSorted();
}

/** What a message says whatever is filled in. */
function literals(text: string): string {
  const said = (elements: readonly MessageFormatElement[]): string =>
    elements
      .map((element) => {
        if (element.type === TYPE.literal) return element.value;
        if (element.type !== TYPE.plural && element.type !== TYPE.select) return '';
        return Object.values(element.options)
          .map((option) => said(option.value))
          .join('');
      })
      .join(' ');
  return said(parse(text));
}
