import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCases, textOfCase } from '../src/http/split-cases.ts';

test.each([
  ['{"cases":[]}', []],
  ['{"cases":[ ]}', []],
  ['{"a":"cases","cases" : [1, {"cases":[2,3]} ,"],}"],"b":[4]}', ['1', ' {"cases":[2,3]} ', '"],}"']],
  ['{"b":{"cases":[1]},"cases":[2]}', ['2']],
  ['{"cases":[,]}', ['', '']],
  ['{"cases":["a\\\\",1]}', ['"a\\\\"', '1']],
])('%s', (text, cases) => {
  expect(splitCases(Buffer.from(text))?.cases).toEqual(cases);
});

test.each(['[]', '{"cases":{}}', '{"cases":"[1]"}', '[{"cases":[1]}]', '{"cases":[1', '{"b":"'])(
  'there are none in %s',
  (text) => {
    expect(splitCases(Buffer.from(text))).toBeUndefined();
  },
);

test('rest and elements are the text, for any JSON', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ stringUnit: 'binary' })),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.nat(3),
      (cases, others, space) => {
        const { cases: _, ...rest } = others;
        const text = JSON.stringify({ ...rest, cases }, null, space);
        const split = splitCases(Buffer.from(text));
        expect(JSON.parse(split?.rest.toString() ?? '')).toEqual(JSON.parse(JSON.stringify({ ...rest, cases: [] })));
        expect(split?.cases.map((one) => JSON.parse(textOfCase(one)))).toEqual(JSON.parse(JSON.stringify(cases)));
      },
    ),
  );
});
