import type { Answer } from '@proviso/logic';

const MAY = {
  yes: 'It may go ahead.',
  no: 'It may not go ahead.',
  only_if: 'It may go ahead only if the conditions hold.',
  unknown: 'Whether it may go ahead is not settled.',
} as const;

/** An answer in a few lines. */
export function inShort(answer: Answer): string {
  const { verdict, mayProceed, possible, heldBack, needs, asOf, knownOn, rulebook } = answer;
  const because = answer.because.filter(({ kind }) => kind !== 'duty').slice(0, 5);
  return [
    `Verdict: ${verdict}. ${MAY[mayProceed]}`,
    verdict === 'undetermined' ? `Still possible: ${possible.join(', ')}.` : '',
    `Under ${rulebook.id}, as of ${asOf}, ${knownOn === null ? 'on all that is known' : `on what was known on ${knownOn}`}.`,
    heldBack === null
      ? ''
      : `Only because provisions are not in force: ${heldBack.provision} is ${heldBack.status}${heldBack.since === null ? '' : ` since ${heldBack.since}`}; else ${heldBack.verdict}.`,
    ...because.map(({ rule, kind, state, citation }) => `- ${kind} ${rule}: ${state} (${citation})`),
    needs.length === 0
      ? ''
      : `Missing: ${needs
          .slice(0, 8)
          .map(({ kind, name }) => `${name} (${kind})`)
          .join(', ')}.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
