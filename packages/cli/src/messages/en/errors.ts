import type { ErrorMessages, JsonTrouble } from '../contract.ts';

const JSON_TROUBLES: Readonly<Record<JsonTrouble, string>> = {
  symbol: 'this is not JSON',
  number: 'this is not a number in JSON',
  property_name: 'a fact name in double quotes is expected here',
  value: 'a value is expected here',
  colon: 'a colon is expected here',
  comma: 'a comma is expected here',
  close_brace: 'a closing `}` is expected here',
  close_bracket: 'a closing `]` is expected here',
  end: 'the file should end here',
  comment: 'JSON has no comments',
  string_end: 'this text has no closing quote',
  unicode: 'this is not a Unicode escape such as \\u4e2d',
  escape: 'there is no such escape in JSON',
  character: 'this character may not stand in a JSON text as it is',
  depth: 'this is nested too deeply',
  digits: 'this number has more digits than a JSON number holds exactly',
};

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none was found' : names.join(', ');
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** Errors in English. */
export const errors: ErrorMessages = {
  error: 'error',
  warning: 'warning',
  codeTitle: () => undefined,
  onCommandLine: 'command line',
  onStandardInput: 'standard input',
  didYouMean: (names) => `Did you mean ${names}?`,
  fileNotFound: (path) => ({ what: `there is no file \`${path}\`.`, next: 'Check the path.' }),
  factsNotFound: (path) => ({
    what: `there is no file \`${path}\`.`,
    next: 'Give the path of a JSON file with the facts, `-` for standard input, or facts as name=value.',
  }),
  fileIsFolder: (path) => ({ what: `\`${path}\` is a folder.`, next: 'Give the path of a file in it.' }),
  fileUnreadable: (path, code) => ({
    what: `\`${path}\` cannot be read (${code}).`,
    next: 'Check that the file may be read by you.',
  }),
  fileTooLarge: (path, size, limit) => ({
    what: `\`${path}\` has ${size}; at most ${limit} are read here.`,
    next: 'See whether this is the file you meant: a rulebook, or the facts of one transaction, is far smaller.',
  }),
  notUtf8: (path) => ({ what: `\`${path}\` is not text in UTF-8.`, next: 'Save the file as UTF-8.' }),
  emptyFacts: (path) => ({
    what: `\`${path}\` is empty.`,
    next: 'Write a JSON object of facts, such as {"territory": "US"}; {} says that nothing is known.',
  }),
  malformedJson: (code) => ({
    what: `${JSON_TROUBLES[code]}.`,
    next:
      code === 'digits'
        ? 'Write the number as text, in quotes.'
        : 'Facts are a JSON object, such as {"territory": "US", "share": 40, "activity": null}.',
  }),
  factsNotObject: (found) => ({
    what: `facts are a JSON object, but this is ${found}.`,
    next: 'Write {"name": value, ...}, such as {"territory": "US"}.',
  }),
  twoValues: (fact, first) => ({
    what: `fact \`${fact}\` has a second value here; its first is at ${first}.`,
    next: 'Keep one of the two.',
  }),
  twoReadings: (reading) => ({ what: `reading \`${reading}\` is set twice.`, next: 'Keep one of the two.' }),
  wrongAssignment: (argument) => ({
    what: `\`${argument}\` is neither a fact nor a file.`,
    next: 'Write facts as name=value, name=? for "don\'t know", party.name=value for a fact of a party.',
  }),
  wrongReading: (argument) => ({
    what: `\`${argument}\` does not name a reading and an alternative.`,
    next: 'Write --reading NAME=ALTERNATIVE, such as --reading transit_scope=strict.',
  }),
  rulebookMissing: (known) => ({
    what: 'no rulebook is named.',
    next: `Add --rulebook ID or the path of a rulebook file. Known rulebooks: ${listed(known)}.`,
  }),
  unknownRulebook: (id, near, known) => ({
    what: `there is no rulebook \`${id}\`.`,
    next: `${near.length > 0 ? `Did you mean ${near.map((name) => `\`${name}\``).join(' or ')}? ` : ''}Known rulebooks: ${listed(known)}.`,
  }),
  notARulebook: (path) => ({
    what: `\`${path}\` holds a vocabulary, not a rulebook.`,
    next: 'Name a rulebook that uses it.',
  }),
  noVocabulary: (id) => ({
    what: `vocabulary \`${id}\` was not found.`,
    next: `Put it at ${id}/vocabulary.md in the folder of rulebooks, or name that folder with --rulebooks.`,
  }),
  rulebookHasErrors: (file, count) => ({
    what: `${file} has ${count === 1 ? 'an error' : `${count} errors`}.`,
    next: 'Nothing was decided. Correct the rulebook; `proviso check` shows everything that is wrong with it.',
  }),
  sentence,
  expected: (what) => sentence(`Expected: ${what}`),
  internal: (detail) => ({
    what: `Proviso failed inside: ${detail}.`,
    next: 'This is a fault in Proviso, not in your input; no answer was given. Please report it with the command you ran.',
  }),
  notBuilt: 'The program is not built. Run `npm run build` in the folder of the repository.',
};
