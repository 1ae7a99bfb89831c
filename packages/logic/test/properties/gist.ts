import type { Answer } from '../../src/index.ts';
import type { OracleAnswer } from '../oracle/oracle.ts';

/** What two answers must share, in an order that does not depend on the document. */
export interface Gist {
  readonly verdict: string;
  readonly mayProceed: string;
  readonly possible: readonly string[];
  readonly needs: readonly string[];
  readonly heldBack: string | null;
  readonly byReading: readonly string[];
  readonly duties: readonly string[];
}

/** The gist of a library's answer. */
export function gistOf(answer: Answer): Gist {
  return gist({ ...answer, byReading: answer.byReading ?? [], duties: answer.duties ?? [] });
}

/** The gist of the oracle's answer. */
export function gistOfOracle(answer: OracleAnswer): Gist {
  return gist(answer);
}

type Common = Pick<OracleAnswer, 'verdict' | 'mayProceed' | 'possible' | 'byReading' | 'duties'> & {
  readonly needs: readonly { readonly kind: string; readonly name: string }[];
  readonly heldBack: { readonly verdict: string; readonly status: string | undefined } | null;
};

function gist(answer: Common): Gist {
  const { heldBack } = answer;
  return {
    verdict: answer.verdict,
    mayProceed: answer.mayProceed,
    possible: answer.possible,
    needs: answer.needs.map(({ kind, name }) => `${kind} ${name}`).sort(),
    heldBack: heldBack === null ? null : `${heldBack.verdict} ${heldBack.status}`,
    byReading: answer.byReading.map(readingLine).sort(),
    duties: answer.duties.map(({ duty, state }) => `${duty} ${state}`).sort(),
  };
}

function readingLine({ readings, verdict, mayProceed }: OracleAnswer['byReading'][number]): string {
  const settled = Object.entries(readings).map(([reading, alternative]) => `${reading} is ${alternative}`);
  return `${settled.sort().join(', ')}: ${verdict}, ${mayProceed}`;
}
