import type * as ast from '../generated/ast.ts';

const RULE = ['label', 'per', 'when', 'lifts', 'leaves'] as const;

/** The words that a declaration can go on with. */
export const CLAUSE_WORDS: Readonly<Record<ast.Declaration['$type'], readonly string[]>> = {
  Header: ['title', 'zone', 'uses'],
  Source: ['link'],
  Instrument: ['kind', 'title', 'issuer', 'citation', 'link', 'hangs on', 'survives', 'confidence'],
  Provision: ['gist', 'hangs on', 'survives', 'identified under', 'confidence'],
  LegalEvent: ['by', 'on', 'between', 'known', 'from', 'until', 'under', 'label', 'confidence'],
  Enumeration: [],
  DatedList: ['label', 'per', 'from'],
  Parameter: ['label', 'per', 'from'],
  Fact: ['label', 'question', 'help', 'presumed', 'decides nothing', 'sample'],
  Group: ['label', 'fact', 'end'],
  Party: ['label'],
  Term: ['label', 'per', 'means'],
  Assumption: [],
  Open: ['per'],
  Reading: ['question', 'per', 'alternative'],
  Prohibition: RULE,
  Exemption: RULE,
  Restriction: [...RULE, 'only if', 'otherwise'],
  Licence: [...RULE, 'holder', 'valid'],
  Duty: [...RULE, 'must', 'within', 'each year by', 'by', 'for'],
  Residual: ['per'],
  Situation: ['in'],
  Example: [
    'from',
    'as of',
    'known on',
    'reading',
    'in',
    'given',
    'expect',
    'needs',
    'possible',
    'may proceed',
    'held back',
    'enforced',
    'cites',
  ],
};
