/** Codes about situations and examples. */
export const EXAMPLE_CODES = [
  {
    code: 'PV5001',
    severity: 'error',
    title: 'unknown situation',
    what: 'An example starts from a situation that is not declared.',
    why: 'Its facts would be missing.',
    mend: 'Declare the situation, or use the name that the message proposes.',
  },
  {
    code: 'PV5002',
    severity: 'error',
    title: 'unknown expectation',
    what: 'A verdict, status or answer is none of those there are.',
    why: 'The example could never pass.',
    mend: 'Use one of the words that the message lists.',
  },
  {
    code: 'PV5003',
    severity: 'error',
    title: 'fact given twice',
    what: 'One situation or example gives a fact twice.',
    why: 'It would be unclear which value counts.',
    mend: 'Keep one.',
  },
  {
    code: 'PV5004',
    severity: 'error',
    title: 'example without a date',
    what: 'An example has no `as of`.',
    why: 'The law of one day is not the law of another.',
    mend: 'Add `as of 2020-09-21`.',
  },
  {
    code: 'PV5005',
    severity: 'error',
    title: 'unknown name in an example',
    what: 'An example needs, cites or gives a name that is not declared.',
    why: 'The example could never pass.',
    mend: 'Use the name that the message proposes.',
  },
] as const;
