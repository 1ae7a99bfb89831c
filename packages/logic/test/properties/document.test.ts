import { parse, print } from '@proviso/language';
import { expect, test } from 'vitest';
import { cases } from '../arbitrary/arbitraries.ts';
import { holds } from './holds.ts';

test('a rulebook that is printed and read again is the same', () => {
  holds(cases(1), ({ book }) => {
    const text = print(book);
    const { diagnostics, document } = parse(text);
    const [error] = diagnostics.filter(({ severity }) => severity === 'error');
    if (error !== undefined) {
      throw new Error(
        `${error.code}: ${error.message}: ${text
          .split('\n')
          .slice(error.line - 3, error.line)
          .join('\n')}`,
      );
    }
    // A model without a document (a reduced case) is printed in one of the printer's own making.
    const expected = book.sections.length > 0 ? book : { ...book, sections: document?.sections };
    expect(document).toEqual(expected);
  });
});
