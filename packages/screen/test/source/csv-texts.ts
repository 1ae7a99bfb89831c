import fc from 'fast-check';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', '1', 'é', '腾讯', ' ', '-') },
  { weight: 6, arbitrary: fc.constant(',') },
  { weight: 4, arbitrary: fc.constantFrom('\n', '\r\n') },
  { weight: 3, arbitrary: fc.constantFrom('"', '""') },
  { weight: 3, arbitrary: fc.constantFrom('"x"', '"x,y"', '"x\ny"', '"x\r\ny"', '""""', ' "z" ', '"a\rb"') },
  { weight: 3, arbitrary: fc.constantFrom('1,2\n', 'x,"y"\n', '3,4\r\n') },
  { weight: 3, arbitrary: fc.constantFrom('=x', '+1', '-2.5e3', '-', '@', '＝y', '（', '"=1,2"', '"-1""2"', '\t') },
  { weight: 1, arbitrary: fc.constantFrom('\0', '\r') },
);
/** What may stand below a header. */
export const csvBody = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
/** A header and what stands below it, with all that makes CSV hard. */
export const csvText = fc.record({
  header: fc.constantFrom('a\n', 'a\r\n', 'a,b\n', 'a,b\r\n', 'a,b,c\n', '\n\na,b\n', '\ufeffa,b\n', '"a\nx",b\n'),
  body: csvBody,
});
