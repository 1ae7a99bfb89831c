import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FormatError, format, parse, print } from '../src/index.ts';

const EVERYTHING = readFileSync(new URL('documents/everything.md', import.meta.url), 'utf8');

function model(text: string) {
  const { diagnostics, document } = parse(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (document === undefined) throw new Error('no document');
  return document;
}

describe('print', () => {
  test('what is printed reads as the same model', () => {
    const document = model(EVERYTHING);
    expect(model(print(document))).toEqual(document);
  });

  test('printing twice changes nothing', () => {
    const once = print(model(EVERYTHING));
    expect(print(model(once))).toBe(once);
  });
});

describe('print of a vocabulary', () => {
  test('what is printed reads as the same model', () => {
    const text = `Prose  \n\n\n\`\`\`proviso
vocabulary shared/words title en "W" zh "词" de "Wörter"
enumeration kind licence en "L" zh "L", source en "S" zh "S" other, on
fact kind of kind presumed licence
list some of kind (source)
parameter usual of kind (on)
group g fact a one of x, y fact b list of text presumed ("p", "q") end
fact after_a_group yes or no
party p is g
term t(q: g) means q.a is x or any of q.b where it is in ("p", "r\\"s") or kind is (on)
assume long ${Array.from({ length: 12 }, (_, index) => `(kind is source and after_a_group and p.a is y or t(p) implies kind is in some${index === 0 ? '' : ' and kind is usual'})`).join(' and ')}
\`\`\`
\`\`\`proviso
\`\`\`

Last words
`;
    const document = model(text);
    const printed = print(document);
    expect(model(printed)).toEqual(document);
    expect(print(model(printed))).toBe(printed);
    expect(printed).toContain('Prose  \n\n```proviso');
    expect(document.sections.map(({ prose }) => prose)).toEqual(['Prose  ', '', '\nLast words']);
  });

  test('declarations that no section names stand at the end', () => {
    const document = { ...model(EVERYTHING), sections: [{ prose: '# Only prose', declarations: [] }] };
    const { sections: _, ...again } = model(print(document));
    const { sections: __, ...before } = document;
    expect(again).toEqual(before);
  });
});

describe('format', () => {
  test('keeps the line breaks of the document', () => {
    const text = EVERYTHING.replaceAll('\n', '\r\n');
    expect(format(text)).toBe(format(EVERYTHING).replaceAll('\n', '\r\n'));
  });

  test('refuses a document with errors', () => {
    expect(() => format('```proviso\nrulebook a\n```\n')).toThrow(FormatError);
  });

  test('keeps every comment, and formatting twice changes nothing', () => {
    const once = format(EVERYTHING);
    for (const comment of EVERYTHING.match(/\/\/ .*/g) ?? []) expect(once).toContain(comment);
    expect(format(once)).toBe(once);
  });
});
