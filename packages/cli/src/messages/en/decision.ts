import type { RuleKind } from '@proviso/model';
import type { DecisionMessages, EffectParts } from '../contract.ts';
import { words } from './words.ts';

const VERBS: Readonly<Record<RuleKind, readonly [does: string, would: string]>> = {
  prohibition: ['prohibits', 'prohibit'],
  restriction: ['restricts', 'restrict'],
  exemption: ['exempts', 'exempt'],
  licence: ['licenses', 'license'],
  duty: ['obliges', 'oblige'],
};

function effect({ kind, state, status, by, since, event }: EffectParts): string {
  const [does, would] = VERBS[kind];
  switch (state) {
    case 'stands':
      return does;
    case 'lifted':
      return `would ${would}; lifted${by === null ? '' : ` by ${by}`}`;
    case 'open':
      return `may ${would}, depending on what is missing`;
    case 'does_not_apply':
      return 'does not apply';
    case 'not_in_force':
      return `would ${would}; ${words.statuses[status]}${since === null ? '' : ` since ${since}`}${event === null ? '' : ` (${event})`}`;
  }
}

/** The answer to `decide` in English. */
export const decision: DecisionMessages = {
  opening({ verdict, mayProceed, rulebook, asOf, known, possible }) {
    const under = `under ${rulebook} as of ${asOf}, ${known}`;
    switch (verdict) {
      case 'prohibited':
        return `Prohibited. This transaction may not go ahead ${under}.`;
      case 'restricted':
        return `Restricted. This transaction may go ahead ${under}, only if the conditions below hold.`;
      case 'licensed':
        return `Licensed. This transaction may go ahead ${under}: a licence covers it.`;
      case 'exempt':
        return `Exempt. This transaction may go ahead ${under}: an exemption covers it.`;
      case 'not_restricted':
        return `Not restricted. This transaction may go ahead ${under}: no rule in force reaches it.`;
      case 'undetermined':
        return mayProceed === 'only_if'
          ? `Undetermined. This transaction may go ahead ${under}, but perhaps only if conditions hold. It could be ${possible}.`
          : `Undetermined. What is given does not settle whether this transaction may go ahead ${under}. It could be ${possible}.`;
    }
  },
  onAllKnown: 'on all that is known',
  onKnown: (date) => `on what was known on ${date}`,
  notEnforced: 'Violations of what this answer rests on are not pursued; the verdict itself is unchanged.',
  heldBack: ({ verdict, provision, status, since, event, citation }) =>
    `It is so only because provisions are not in force: with every provision in force this transaction would be ${verdict}. ` +
    `${provision} is ${status}${since === null ? '' : ` since ${since}`}${event === null ? '' : ` (${event})`}. ${words.sentence(citation)}`,
  why: 'Why',
  nothingReaches: 'No rule reaches this transaction.',
  effect,
  conditions: { met: 'met', unmet: 'not met', unknown: 'not known to be met' },
  underReadings: 'Under each reading',
  sameUnderReadings: (combinations, verdict) =>
    `The answer is ${verdict}, whichever of the ${combinations} combinations of the open readings is taken`,
  more: (count) => `and ${count} more (--json shows all)`,
  moreQuestions: (count) => `and ${count} more; \`proviso ask\` puts only those that still matter`,
  missing: 'What is missing',
  needKinds: { fact: 'fact', reading: 'reading', status: 'status', open: 'open point' },
  canSettle: (verdicts) => `its answer alone can settle: ${verdicts}`,
  argued: (by) => `argued by ${by}`,
  change: 'What would change it',
  changeTo: (verdict, changes) => `${verdict} if ${changes}`,
  duties: 'Duties',
  due(rhythm, date) {
    if (date === null) return '';
    if (rhythm === 'yearly') return `each year, next by ${date}`;
    return rhythm === 'until' ? `until ${date}` : `by ${date}`;
  },
  dutyOpen: 'may apply, depending on what is missing',
  presumed: 'Presumed, because not stated',
  readings: 'Readings supposed',
  withinDay: 'Within that day',
  fromUntil: (from, until) => `from ${from} until ${until}`,
  validity: 'How long it holds',
  valid(from, until) {
    if (from === null && until === null) return 'The same answer holds at every date.';
    if (from === null) return `The same answer holds until ${until}.`;
    return `The same answer holds from ${from}${until === null ? ' on' : ` until ${until}`}.`;
  },
  scope: ({ id, digest, engine }) =>
    `This answer speaks only of rulebook ${id} (${digest}), worked out by Proviso ${engine}. Other law may reach the transaction.`,
};
