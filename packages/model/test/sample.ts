import type { Expression, LegalEvent, Rule, Rulebook, Vocabulary } from '@proviso/model';

/** A vocabulary and a rulebook in which every kind of thing that the model knows occurs, with all that it may hold. */
const text = { en: 'Text', zh: '文' };
const support = { confidence: 'A', sources: ['S1'] } as const;
const yes: Expression = { op: 'value', type: { kind: 'boolean' }, value: true };
const five: Expression = { op: 'value', type: { kind: 'integer' }, value: '5' };
const fact = (path: string): Expression => ({ op: 'fact', fact: path });

export const VOCABULARY: Vocabulary = {
  kind: 'vocabulary',
  id: 'us/app-vocabulary',
  title: text,
  enumerations: [{ name: 'risk', inline: false, values: [{ name: 'low', label: text }, { name: 'high' }] }],
  lists: [
    {
      name: 'concern',
      type: { kind: 'country' },
      label: text,
      per: ['REG-1'],
      values: [{ values: ['CN'] }, { from: '2026-01-01', values: ['CN', 'RU'] }],
    },
  ],
  parameters: [
    {
      name: 'threshold',
      type: { kind: 'decimal', minimum: '0', maximum: '99.5', unit: 'percent' },
      label: text,
      per: ['REG-1'],
      values: [{ value: '50' }, { from: '2026-01-01', value: '25.5' }],
    },
  ],
  facts: [
    {
      name: 'territory',
      type: { kind: 'country' },
      label: text,
      question: text,
      help: text,
      sample: 'CN',
      decidesNothing: true,
    },
    { name: 'licence_covers', type: { kind: 'boolean' }, presumed: false },
    { name: 'kinds', type: { kind: 'set', of: { kind: 'enumeration', enumeration: 'risk' } }, presumed: ['low'] },
    { name: 'amounts', type: { kind: 'list', of: { kind: 'integer' } } },
    { name: 'stake', type: { kind: 'fraction' } },
    { name: 'signed_on', type: { kind: 'date' } },
    { name: 'shipped_at', type: { kind: 'instant' } },
    { name: 'remark', type: { kind: 'text' } },
  ],
  groups: [{ name: 'entity', label: text, facts: [{ name: 'share', type: { kind: 'decimal' } }] }],
  parties: [{ name: 'counterparty', group: 'entity', label: text }],
  terms: [
    {
      name: 'subsidiary',
      parameter: { name: 'who', group: 'entity' },
      label: text,
      per: ['REG-1'],
      means: { op: 'compare', comparison: '>', left: fact('who.share'), right: five },
    },
  ],
  assumptions: [{ name: 'sane', label: text, that: { op: 'implies', left: yes, right: yes } }],
  readings: [
    {
      name: 'scope',
      question: text,
      per: ['REG-1'],
      alternatives: [
        { name: 'narrow', label: text, arguedBy: ['client alert, item 4', 'S1'] },
        { name: 'wide', label: text, arguedBy: [] },
      ],
    },
  ],
  sections: [{ prose: '# Title\n\nProse.', declarations: [{ kind: 'header', name: '' }] }],
};

/** One of each kind of expression. */
const CONDITIONS: readonly Expression[] = [
  yes,
  fact('counterparty.share'),
  { op: 'term', term: 'local' },
  { op: 'term', term: 'subsidiary', party: 'counterparty' },
  { op: 'reading', reading: 'scope', alternative: 'wide' },
  { op: 'open', open: 'intent' },
  { op: 'not', operand: yes },
  { op: 'or', operands: [yes, yes] },
  { op: 'implies', left: yes, right: yes },
  { op: 'compare', comparison: '<=', left: fact('stake'), right: { op: 'parameter', parameter: 'threshold' } },
  { op: 'member', operand: fact('territory'), of: { kind: 'list', list: 'concern' }, negated: false },
  { op: 'member', operand: fact('territory'), of: { kind: 'values', values: ['US', 'PR'] }, negated: true },
  { op: 'any', list: 'kinds', where: { op: 'compare', comparison: '=', left: { op: 'element' }, right: five } },
  { op: 'all', list: 'kinds', where: yes },
  { op: 'compare', comparison: '>=', left: { op: 'count', list: 'amounts', where: yes }, right: five },
  { op: 'compare', comparison: '!=', left: { op: 'count', list: 'amounts' }, right: five },
];

const EVENTS: readonly LegalEvent[] = [
  {
    name: 'signed',
    kind: 'issued',
    touches: ['EO-1', 'LIST'],
    by: 'EO-1',
    on: { kind: 'date', date: '2020-08-06', at: 'start' },
    known: { kind: 'instant', instant: '2020-08-06T18:00:00.5-04:00' },
    from: { kind: 'after', amount: 3, unit: 'months', event: 'other', at: 'end' },
    // biome-ignore lint/suspicious/noThenProperty: the model's word for what follows a pause; a text, never called
    until: { moment: { kind: 'date', date: '2020-09-06', at: 'end' }, then: 'lapses' },
    under: { reading: 'scope', alternative: 'wide' },
    label: text,
    support,
  },
  {
    name: 'other',
    kind: 'noted',
    touches: ['LIST-1'],
    on: {
      kind: 'between',
      earliest: { kind: 'instant', instant: '2020-09-19T17:43Z' },
      latest: { kind: 'after', amount: 1, unit: 'days', event: 'signed', at: 'start' },
    },
  },
];

const base = { label: text, per: ['LIST-1'], lifts: [], leaves: [] };
const RULES: readonly Rule[] = [
  { ...base, kind: 'prohibition', name: 'ban', when: { op: 'and', operands: CONDITIONS } },
  {
    ...base,
    kind: 'restriction',
    name: 'limits',
    when: yes,
    onlyIf: [{ name: 'security', label: text, that: yes }],
    otherwise: 'prohibited',
  },
  {
    ...base,
    kind: 'exemption',
    name: 'pay',
    when: yes,
    lifts: [
      { kind: 'rule', rule: 'ban' },
      { kind: 'every', rules: 'rule', of: 'LIST' },
    ],
    leaves: [{ kind: 'every', rules: 'duty' }],
  },
  {
    ...base,
    kind: 'licence',
    name: 'general',
    when: yes,
    holder: text,
    validFrom: { kind: 'date', date: '2020-10-01', at: 'start' },
    validUntil: { kind: 'date', date: '2021-03-31', at: 'end' },
  },
  {
    ...base,
    kind: 'duty',
    name: 'report',
    when: yes,
    must: text,
    due: { kind: 'within', amount: 14, unit: 'days', after: { kind: 'fact', name: 'signed_on' } },
  },
  { ...base, kind: 'duty', name: 'certify', when: yes, must: text, due: { kind: 'yearly', day: '03-01' } },
  {
    ...base,
    kind: 'duty',
    name: 'file',
    when: yes,
    must: text,
    due: { kind: 'by', moment: { kind: 'date', date: '2021-03-31', at: 'end' } },
  },
  { ...base, kind: 'duty', name: 'keep', when: yes, must: text, due: { kind: 'for', amount: 10, unit: 'years' } },
  {
    ...base,
    kind: 'duty',
    name: 'tell',
    when: yes,
    must: text,
    due: { kind: 'within', amount: 2, unit: 'days', after: { kind: 'as_of' } },
  },
];

export const RULEBOOK: Rulebook = {
  ...VOCABULARY,
  kind: 'rulebook',
  id: 'us/wechat',
  zone: {
    id: 'America/New_York',
    offsets: [
      [0, -300],
      [9961200, -240],
    ],
  },
  uses: ['us/app-vocabulary'],
  vocabularies: [VOCABULARY],
  sources: [{ name: 'S1', title: 'Page', link: 'https://example.org' }],
  instruments: [
    {
      name: 'LIST',
      kind: 'agency_identification',
      title: text,
      issuer: text,
      citation: '85 FR 1',
      link: 'https://example.org',
      hangsOn: 'EO-1',
      survives: true,
      support,
    },
  ],
  provisions: [
    {
      name: 'LIST-1',
      instrument: 'LIST',
      pinpoint: text,
      gist: text,
      hangsOn: 'EO-1',
      survives: false,
      identifiedUnder: 'LIST-2',
      support,
    },
  ],
  events: EVENTS,
  opens: [{ name: 'intent', per: ['LIST-1'], text }],
  rules: RULES,
  residual: { per: ['LIST-1'], text },
  situations: [{ name: 'ordinary', given: { territory: 'US', 'counterparty.share': null, kinds: ['low'] } }],
  examples: [
    {
      name: 'a host in Virginia',
      source: 'client alert, item 2',
      asOf: '2020-09-21',
      knownOn: '2020-09-18T12:00-04:00',
      readings: { scope: 'narrow' },
      situation: 'ordinary',
      given: { licence_covers: true },
      expect: {
        verdict: 'undetermined',
        mayProceed: 'unknown',
        possible: ['prohibited', 'not_restricted'],
        needs: ['counterparty.share'],
        heldBack: 'enjoined',
        enforced: false,
        cites: ['LIST-1'],
      },
    },
  ],
};
