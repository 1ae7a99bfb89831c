import type { ReportMessages } from '../reports.ts';

const number = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Interview, time line, tests and checks in English. */
export const reports: ReportMessages = {
  ask: {
    opening: (rulebook, asOf) => `Questions under ${rulebook}, as of ${asOf}.`,
    keys: "Answer with a number or a value; ? = don't know, why = why this is asked, back = one question back, quit = stop with the answer so far.",
    question: (index, left) => `Question ${index} (at most ${left} left)`,
    prompt: '> ',
    why: 'why',
    whyAsked: (name, verdicts) => `The answer to \`${name}\` alone can settle the verdict as ${verdicts}.`,
    whyCites: 'Rules that turn on it',
    noneBefore: 'This is the first question.',
    wrongChoice: (expected) => `Please give ${expected}; or ?, why, back, quit.`,
    ended: 'Stopped. The answer so far:',
    settled: 'No further question can change the outcome. The answer:',
    nothingLeft: 'What is still open cannot be settled by a fact you know. The answer:',
  },
  timeline: {
    title: (rulebook, known) => `Status of every provision of ${rulebook}, ${known}.`,
    legend: 'Legend',
    notEnforced: 'in force, not enforced (small letter)',
    changes: 'Changes',
    sinceEver: 'since ever',
    depends: (on) => `depends on ${on}`,
    through: (provision) => `through ${provision}`,
    statusLetters: {
      in_force: 'F',
      not_yet_issued: '.',
      not_yet_effective: '-',
      not_identified: 'N',
      suspended: 'S',
      enjoined: 'E',
      expired: 'X',
      revoked: 'R',
      rescinded: 'C',
      void: 'V',
      unknown: '?',
    },
  },
  test: {
    compared: (wanted, got) => `wanted ${wanted}, got ${got}`,
    fields: {
      verdict: 'verdict',
      mayProceed: 'may proceed',
      possible: 'possible',
      heldBack: 'held back',
      enforced: 'enforced',
      needs: 'needs',
      cites: 'cites',
    },
    nothing: 'nothing',
    failed: (name, place) => `FAILED ${name} (${place})`,
    because: 'reason given by the case',
    noAnswer: (reason) => `no answer: ${reason}`,
    closing: (passed, failed) => [`${passed} passed, ${failed} failed`],
    none: 'There are no examples and no cases here.',
    wrongCase: (problem) => ({
      what: `${problem}.`,
      next: 'A case is one line of JSON: {"id", "rulebook", "as_of", "facts": {}, "verdict", ...}.',
    }),
    caseProblems: {
      malformed: (problem) => `this line is no JSON: ${problem}`,
      notObject: 'this line is no JSON object',
      missing: (field) => `the case has no \`${field}\``,
      wrong: (field, expected) => `\`${field}\` is not ${expected}`,
      unknown: (field, near) =>
        `a case has no member \`${field}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      twice: (id, line) => `id \`${id}\` is already used on line ${line}`,
    },
  },
  check: {
    seeItWith: 'It shows with:',
    severities: { error: 'error', warning: 'warning' },
    closing: (files, errors, warnings) =>
      `${number(files, 'file', 'files')} checked: ${number(errors, 'error', 'errors')}, ${number(warnings, 'warning', 'warnings')}`,
    size: ({ rulebook, rules, variables, nodes, frames, milliseconds }) =>
      `${rulebook}: ${rules} rules, ${variables} variables, ${nodes} diagram nodes for ${frames} states of the law, compiled in ${milliseconds} ms`,
    noFiles: 'No rulebook was found to check. Name files, or a rulebook with --rulebook.',
  },
  format: {
    written: (file) => `formatted ${file}`,
    would: (file) => `${file} is not formatted`,
    noFiles: 'Name the rulebook files to format.',
    unsound: (file) => ({
      what: `${file} has errors and was left as it is.`,
      next: 'Correct them first; `proviso check` shows them.',
    }),
  },
};
