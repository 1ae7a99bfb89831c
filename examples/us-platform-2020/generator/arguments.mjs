import { parseArgs } from 'node:util';
import { DEFAULT_SEED, MOST_ROWS } from './book.mjs';
import { Fault } from './fault.mjs';

const DEFAULT_ROWS = 10_000;

export const HELP = `Makes the invented book of an American platform in September and October 2020.

Usage: node generate.mjs [options]

  -o, --output FILE   where to write; .parquet for Parquet, anything else is CSV; without it, CSV to standard output
      --rows N        how many rows (${DEFAULT_ROWS}); at most ${MOST_ROWS}
      --from I        the row to begin with, from 0 (0); row I is the same in every run of a seed
      --seed S        another book: a whole number up to 4294967295 (${DEFAULT_SEED})
      --no-gaps       every fact that a kind of record ought to have is there; what makes no sense stays empty
      --complete      no cell of a fact is empty
      --chinese       Chinese headers and words, CSV in GB18030
  -h, --help          this text

Parquet needs the package @duckdb/node-api; CSV needs nothing.
`;

/** @returns {number} */
function wholeNumber(option, text, from, to) {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new Fault(`--${option} ${text} is not a whole number from ${from} to ${to}`, 2);
}

const NUMERIC = /^--(rows|from|seed)$/;
const NEGATIVE = /^-\d/;

/** `--rows -5` is a value to refuse, not an option called -5. */
function joined(words) {
  return words.flatMap((word, k) => {
    const next = words[k + 1] ?? '';
    if (NUMERIC.test(word) && NEGATIVE.test(next)) return [`${word}=${next}`];
    return NEGATIVE.test(word) && NUMERIC.test(words[k - 1] ?? '') ? [] : [word];
  });
}

/**
 * Reads the words after `node generate.mjs`.
 * @throws {Fault} with what is wrong and what would be right
 */
export function readArguments(words) {
  let values;
  try {
    ({ values } = parseArgs({
      args: joined(words),
      options: {
        output: { type: 'string', short: 'o' },
        rows: { type: 'string', default: String(DEFAULT_ROWS) },
        from: { type: 'string', default: '0' },
        seed: { type: 'string', default: String(DEFAULT_SEED) },
        'no-gaps': { type: 'boolean', default: false },
        complete: { type: 'boolean', default: false },
        chinese: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new Fault(`${String(error.message).split(/[.\n]/)[0]}; --help lists the options`, 2);
  }
  const rows = wholeNumber('rows', values.rows, 0, MOST_ROWS);
  const from = wholeNumber('from', values.from, 0, MOST_ROWS - rows);
  if (values.complete && values['no-gaps']) throw new Fault('give one of --complete and --no-gaps', 2);
  const parquet = values.output?.toLowerCase().endsWith('.parquet') ?? false;
  if (parquet && values.chinese) throw new Fault('--chinese makes CSV: Parquet has no encodings', 2);
  return {
    help: values.help,
    output: values.output,
    format: parquet ? 'parquet' : 'csv',
    rows,
    from,
    seed: wholeNumber('seed', values.seed, 0, 2 ** 32 - 1),
    filling: values.complete ? 'complete' : values['no-gaps'] ? 'no-gaps' : 'book',
    chinese: values.chinese,
  };
}
