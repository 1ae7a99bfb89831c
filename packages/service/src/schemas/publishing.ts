import { Type } from 'typebox';
import { closed, LocalizedText } from './common.ts';

const Diagnostic = Type.Object(
  {
    code: Type.String({ description: 'Stable; the documentation has a page for each.' }),
    severity: Type.Enum(['error', 'warning']),
    title: LocalizedText,
    message: Type.String({ description: 'What is wrong, in English.' }),
    hint: Type.String({ description: 'What would be right, in English.' }),
    zh: closed(
      { message: Type.String(), hint: Type.String() },
      { description: 'What is wrong and what would be right, in Chinese.' },
    ),
    file: Type.String({ description: 'The name of the text, or the id of a vocabulary.' }),
    line: Type.Integer({ description: 'From 1.' }),
    column: Type.Integer({ description: 'From 1.' }),
    endLine: Type.Integer(),
    endColumn: Type.Integer({ description: 'The first column after it.' }),
    others: Type.Optional(Type.Array(Type.Unknown(), { description: 'Other declarations concerned.' })),
    witness: Type.Optional(Type.Unknown({ description: 'A transaction on which it shows.' })),
  },
  { description: 'An error or a warning.' },
);

const FailedExample = closed({
  name: Type.String(),
  line: Type.Integer(),
  mismatches: Type.Array(closed({ field: Type.String(), wanted: Type.String(), got: Type.String() })),
  trouble: Type.Union([LocalizedText, Type.Null()], { description: 'Why there was no answer at all.' }),
});

const Nullable = Type.Union([Type.String(), Type.Null()]);

/** What is wrong with a text. */
export const CheckReply = closed(
  {
    sound: Type.Boolean({ description: 'There are no errors, and no example fails.' }),
    kind: Type.Union([Type.Enum(['rulebook', 'vocabulary']), Type.Null()], { description: 'Null: it cannot be read.' }),
    id: Nullable,
    title: Type.Union([LocalizedText, Type.Null()]),
    digest: Nullable,
    errors: Type.Integer(),
    warnings: Type.Integer(),
    diagnostics: Type.Array(Diagnostic, { description: 'In the order of the text, at most 200.' }),
    examples: Type.Union([Type.Integer(), Type.Null()], {
      description: 'How many there are; null if they were not run.',
    }),
    failed: Type.Array(FailedExample, { description: 'Examples that do not come out as they say, at most 200.' }),
  },
  { description: 'What was found.' },
);
