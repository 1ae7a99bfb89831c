import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { RowPage } from './contract.ts';
import { groupDigits } from './figures.ts';
import type { RowTexts } from './row-columns.ts';

/** Rows that are laid out to be printed. */
export interface PrintedRows {
  readonly page: RowPage;
  /** The place of the first among those of the filter, from 0. */
  readonly first: number;
}

/** Columns that stand side by side on a sheet; where there are more, those of the file stand in one, by their names. */
const MOST_COLUMNS = 12;

/**
 * Rows as a plain table that only paper shows. The window to print opens once it is laid out; it goes away when that is done.
 * Columns that are empty in all of these rows are left out, and named.
 */
export function PrintedTable(props: {
  readonly rows: PrintedRows;
  readonly columns: readonly string[];
  readonly texts: RowTexts;
  done(): void;
}) {
  const { rows, texts } = props;
  const { say } = useWords();
  const done = useRef(props.done);
  done.current = props.done;
  useEffect(() => {
    const end = () => done.current();
    addEventListener('afterprint', end);
    print();
    return () => removeEventListener('afterprint', end);
  }, []);
  const { page, first } = rows;
  const table = page.rows.map(({ row, cells }) => ({
    row,
    cells: new Map(props.columns.map((column) => [column, texts.cell(column, cells[column])])),
  }));
  const filled = props.columns.filter((column) => table.some(({ cells }) => cells.get(column) !== ''));
  const left = props.columns.filter((column) => !filled.includes(column));
  const own = filled.filter((column) => !texts.isAdded(column));
  const gathered = filled.length > MOST_COLUMNS;
  const shown = gathered ? filled.filter((column) => !own.includes(column)) : filled;
  return (
    <div className="printed-rows">
      <p>
        {say(page.rows.length === page.total ? 'screen.printed.all' : 'screen.printed.some', {
          from: first + 1,
          to: first + page.rows.length,
          total: page.total,
        })}
      </p>
      {left.length > 0 && (
        <p>{say('screen.printed.left', { columns: left.map(texts.heading).join(say('common.comma')) })}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{say('screen.table.row')}</th>
            {shown.map((column) => (
              <th key={column} scope="col">
                {texts.heading(column)}
              </th>
            ))}
            {gathered && <th scope="col">{say('screen.printed.own')}</th>}
          </tr>
        </thead>
        <tbody>
          {table.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{groupDigits(String(row))}</th>
              {shown.map((column) => (
                <td key={column}>{cells.get(column)}</td>
              ))}
              {gathered && (
                <td className="gathered">
                  {own.map((column) =>
                    cells.get(column) === '' ? null : (
                      <span key={column}>
                        <i>{say('common.pair', { left: column, right: '' })}</i>
                        {cells.get(column)}{' '}
                      </span>
                    ),
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
