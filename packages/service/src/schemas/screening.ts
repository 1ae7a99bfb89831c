import { Type } from 'typebox';
import { BINS } from '../screenings/pages.ts';
import { closed, vantageMembers } from './common.ts';

const Id = (description: string) => Type.String({ maxLength: 64, description });

/** The members of an order. */
export const orderMembers = {
  upload: Id('The id of an upload.'),
  rulebook: Type.String({ maxLength: 200, description: 'The id of the rulebook.', examples: ['us/wechat'] }),
  ...vantageMembers,
  asOfColumn: Type.Optional(Type.String({ maxLength: 500, description: 'The column of each row\'s own "as of".' })),
  map: Type.Optional(Type.String({ maxLength: 1_000_000, description: 'The text of a map file.' })),
  columns: Type.Optional(
    Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 500 }), {
      maxProperties: 1000,
      description: 'Column by fact; before the map.',
    }),
  ),
  amount: Type.Optional(Type.String({ maxLength: 500, description: 'A column of money to add up.' })),
  unit: Type.Optional(Type.String({ maxLength: 20, description: 'The word for its unit, such as USD.' })),
  encoding: Type.Optional(Type.String({ maxLength: 40, description: 'Of a CSV file; detected, if absent.' })),
  delimiter: Type.Optional(Type.String({ maxLength: 1, description: 'Of a CSV file; detected, if absent.' })),
  sheet: Type.Optional(Type.String({ maxLength: 200, description: 'Of an Excel file; the first, if absent.' })),
  prefix: Type.Optional(
    Type.String({
      maxLength: 60,
      pattern: '^[^\\u0000-\\u001f]*$',
      description: 'Put before the names of the added columns, for a file that has columns of such names.',
    }),
  ),
};

/** What is to be screened, and by what. */
export const Order = closed(
  {
    ...orderMembers,
    against: Type.Optional(
      closed(vantageMembers, {
        description: 'Judge the rows by this as well and tell what changes; what is absent is as in the order.',
      }),
    ),
  },
  {
    examples: [
      {
        upload: '2f1a8c1e-6f0b-4b7d-9c55-0d3b0c3f7a11',
        rulebook: 'us/wechat',
        asOf: '2020-09-21',
        knownOn: '2020-09-18',
      },
    ],
  },
);

/** The id of a screening in an address. */
export const ScreeningParams = closed({ id: Id('The id of the screening.') });

/** How a screening stands. */
export const ScreeningState = Type.Enum(['queued', 'running', 'done', 'failed', 'cancelled']);

/** The rows that a person looks at together. */
export const Bin = Type.Enum([...BINS], { description: 'Only rows of this bin.' });

/** A screening as it is told. */
export const ScreeningReply = Type.Object(
  {
    id: Type.String(),
    madeAt: Type.String(),
    source: Type.String({ description: 'The name of the file.' }),
    rulebookDigest: Type.String({ description: 'The version of the rulebook that the rows are judged by.' }),
    state: ScreeningState,
    rows: Type.Union([Type.Integer(), Type.Null()], { description: 'Rows with a verdict.' }),
    badRows: Type.Union([Type.Integer(), Type.Null()], { description: 'Rows that could not be judged.' }),
  },
  { description: 'A screening: the order and what became of it.' },
);
