import { type KeyboardEvent, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { RowPage } from './contract.ts';
import { groupDigits } from './figures.ts';
import type { Filter } from './place.ts';
import { shownColumns, widthOf } from './row-columns.ts';
import { heightOf, rowAfterKey, seen, showing, there } from './row-window.ts';
import type { RowPages } from './use-row-pages.ts';
import { useRowTexts } from './use-row-texts.ts';
import { useRowWindow } from './use-row-window.ts';

/** What others may ask of the table. */
export interface RowTableHandle {
  /** Brings a row to the top, from 0, and the focus to it. */
  goTo(index: number): void;
}

/** A window over all rows of a filter: those that are seen are there, the others are fetched as they come into view. */
export function RowTable(props: {
  readonly ref: React.Ref<RowTableHandle>;
  readonly pages: RowPages & { readonly sample: RowPage };
  readonly filter: Filter;
  readonly name: string;
  readonly rulebook: string;
  /** Put before the names of the added columns. */
  readonly prefix: string;
  /** The row at the top in the beginning, from 0. */
  readonly first: number;
  /** The address of a row, by its number and its place from 0. */
  link(row: number, index: number): string;
  /** Is told which rows are seen, from 0, once the window rests. */
  rested(first: number, last: number): void;
}) {
  const { pages, filter, prefix, first, link } = props;
  const words = useWords();
  const { say } = words;
  const box = useRef<HTMLElement>(null);
  const count = pages.sample.total;
  const { space, position, move } = useRowWindow(box, count, first, props.rested);
  const [current, setCurrent] = useState(first);
  const focusing = useRef(false);
  const inside = useRef(false);

  const { cell: text, heading } = useRowTexts(props.rulebook, prefix);
  const columns = useMemo(() => shownColumns(pages.sample, filter, prefix), [pages.sample, filter, prefix]);
  const digits = widthOf(say('screen.table.row'), [groupDigits(String(count))]);
  const widths = columns.map((column) =>
    widthOf(
      heading(column),
      pages.sample.rows.map(({ cells }) => text(column, cells[column])),
    ),
  );

  const { from, until } = there(space, position.offset);
  const visible = seen(space, position.offset);
  // The row that Tab leads to: the one that was last at hand, or else the first that is seen.
  const stop = current >= from && current < until ? current : visible.first;
  const { show } = pages;
  useEffect(() => show(from, until), [show, from, until]);
  useLayoutEffect(() => {
    if (focusing.current) {
      focusing.current = false;
      box.current?.querySelector<HTMLElement>(`tr[data-index="${current}"]`)?.focus({ preventScroll: true });
    } else if (inside.current && document.activeElement === document.body) {
      // The row that had the focus is out of sight: the table keeps it.
      box.current?.focus({ preventScroll: true });
    }
  });
  const goTo = (index: number, offset: number) => {
    focusing.current = true;
    setCurrent(index);
    move(offset);
  };
  useImperativeHandle(props.ref, () => ({ goTo: (index) => goTo(index, index * space.row) }));
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event;
    if (event.key === 'Enter' && target instanceof HTMLTableRowElement) return target.querySelector('a')?.click();
    const at = current >= visible.first && current <= visible.last ? current : visible.first;
    const next = rowAfterKey(event.key, at, space);
    if (next === undefined) return;
    event.preventDefault();
    goTo(next, showing(space, position.offset, next));
  };
  const indices = Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
  const height = { height: space.row };
  return (
    <section
      className="window"
      ref={box}
      aria-label={props.name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
      onKeyDown={press}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        inside.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      }}
    >
      <div className="row-space" style={{ height: heightOf(space) + space.row, minWidth: tableWidth(digits, widths) }}>
        <table
          aria-rowcount={count + 1}
          style={{ top: position.scroll + from * space.row - position.offset, width: tableWidth(digits, widths) }}
        >
          <colgroup>
            <col style={{ width: columnWidth(digits) }} />
            {columns.map((column, index) => (
              <col key={column} style={{ width: columnWidth(widths[index] ?? 0) }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1} style={height}>
              <th scope="col">{say('screen.table.row')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {heading(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indices.map((index) => {
              const found = pages.at(index);
              return (
                <tr
                  key={index}
                  data-index={index}
                  aria-rowindex={index + 2}
                  aria-busy={found === undefined}
                  style={height}
                  tabIndex={index === stop ? 0 : -1}
                  onFocus={() => setCurrent(index)}
                >
                  <th scope="row">
                    {found === undefined ? (
                      '…'
                    ) : (
                      <a href={link(found.row, index)} tabIndex={-1}>
                        {groupDigits(String(found.row))}
                      </a>
                    )}
                  </th>
                  {columns.map((column) => {
                    const shown = found === undefined ? '' : text(column, found.cells[column]);
                    return (
                      <td key={column} title={shown.length > 24 ? shown : undefined}>
                        {shown}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function columnWidth(characters: number): string {
  return `calc(${characters}ch + 1.75rem)`;
}

function tableWidth(digits: number, widths: readonly number[]): string {
  const characters = widths.reduce((sum, width) => sum + width, digits);
  return `calc(${characters}ch + ${(widths.length + 1) * 1.75}rem)`;
}
