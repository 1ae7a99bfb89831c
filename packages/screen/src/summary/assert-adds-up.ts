import type { Summary } from './contract.ts';
import { type Counted, ExactTotal } from './exact-total.ts';
import type { SummaryInput } from './input.ts';

/**
 * Checks that a summary counts every row of its input exactly once, and every amount.
 * @throws Error otherwise: an internal fault.
 */
export function assertAddsUp(summary: Summary, { groups, malformed = [], inputRows }: SummaryInput): void {
  const hasAmount = summary.amountColumn !== null;
  const total = (tallies: Iterable<Counted>) => ExactTotal.of(tallies, hasAmount);
  const same = (what: string, left: ExactTotal, right: ExactTotal) => {
    if (!left.equals(right)) throw new Error(`the summary does not add up: ${what}`);
  };
  const rowsOf = (tallies: readonly { readonly rows: number }[]) =>
    ExactTotal.of(
      tallies.map(({ rows }) => ({ rows })),
      false,
    );

  const { rows, decided, bad, byVerdict, undetermined, questions, rest, byProvision } = summary;
  const input = total(groups);
  input.addTotal(rowsOf(malformed));
  same('rows', total([decided, bad]), input);
  same('all rows', rowsOf([{ rows }]), rowsOf([decided, bad]));
  if (inputRows !== undefined && inputRows !== rows) {
    throw new Error(`the summary does not add up: ${rows} rows counted, ${inputRows} in the input`);
  }
  same('bad rows', rowsOf([bad]), rowsOf(bad.byReason));
  same('verdicts', total(byVerdict), total([decided]));
  const open = byVerdict.filter(({ verdict }) => verdict === 'undetermined');
  same('undetermined rows', total(open), total([undetermined]));
  same('questions', total([...questions.map(({ settles }) => settles), rest]), total([undetermined]));
  for (const provision of byProvision) same(provision.provision, total(provision.byVerdict), total([provision]));
}
