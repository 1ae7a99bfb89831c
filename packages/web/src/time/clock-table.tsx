import { useId } from 'react';
import { askAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import type { ChartProps } from './chart-props.ts';
import { type Cell, type Grid, stretchesOf } from './grid.ts';

interface KnownStretch {
  readonly from: number;
  readonly row: readonly Cell[];
}

/** The chart as a table: for each stretch of knowledge, the stretches of the date of the transaction. */
export function ClockTable({ grid, rulebook, asked }: ChartProps) {
  const { say, beginning } = useWords();
  const id = useId();
  const at = (index: number) => (index === 0 ? undefined : grid.ticks[index - 1]?.instant);
  const moment = (index: number) => {
    const instant = at(index);
    return instant === undefined ? say('time.since') : beginning(instant);
  };
  return (
    <details className="clock-table">
      <summary id={id}>{say('time.table')}</summary>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{say('time.up')}</th>
            <th scope="col">{say('time.table.from')}</th>
            <th scope="col">{say('time.table.verdict')}</th>
            <th scope="col">{say('time.table.heldBack')}</th>
          </tr>
        </thead>
        {knownStretches(grid).map(({ from: known, row }) => (
          <tbody key={known}>
            {stretchesOf(row).map(({ from, cell }, index, all) => (
              <tr key={from}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={all.length}>
                    {moment(known)}
                  </th>
                )}
                <td>{moment(from)}</td>
                <td>
                  <a
                    href={askAddress(
                      rulebook.id,
                      { ...asked, asOf: at(Math.max(from, 1)), knownOn: at(Math.max(known, 1)) },
                      { kind: 'answer' },
                    )}
                  >
                    {say(`time.short.${cell.kind}`)}
                  </a>
                </td>
                <td>{cell.heldBack === null ? '' : say(`status.${cell.heldBack.status}`)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  );
}

/** Neighbouring rows that come to the same are told once. */
function knownStretches({ rows }: Grid): readonly KnownStretch[] {
  const key = (row: readonly Cell[]) =>
    JSON.stringify(stretchesOf(row).map(({ from, cell }) => [from, cell.kind, cell.heldBack?.status]));
  const found: KnownStretch[] = [];
  for (const [from, row] of rows.entries()) {
    const last = found.at(-1);
    if (last === undefined || key(last.row) !== key(row)) found.push({ from, row });
  }
  return found;
}
