import type { Language } from '@proviso/model';
import { useId } from 'react';
import { askAddress } from '../case/addresses.ts';
import { showShortDay } from '../i18n/dates.ts';
import { useWords } from '../i18n/words.tsx';
import type { ChartProps } from './chart-props.ts';
import { type CellKind, type Grid, stretchesOf } from './grid.ts';
import { fillOf, KINDS, Patterns } from './patterns.tsx';
import { type Scale, scaleOf } from './scale.ts';

const WIDTH = 960;
const SIZE = { left: 96, right: 16, top: 12, bottom: 92 } as const;
const SIDE = WIDTH - SIZE.left - SIZE.right;
const HEIGHT = 620;
const TALL = HEIGHT - SIZE.top - SIZE.bottom;

/** The date of the transaction against the date of knowledge: where the case is prohibited, held back, permitted. */
export function ClockChart({ grid, rulebook, asked }: ChartProps) {
  const { say, language, beginning } = useWords();
  const titleId = useId();
  const scale = scaleOf(grid.ticks);
  const x = (edge: number) => SIZE.left + (scale[edge] ?? 1) * SIDE;
  const y = (edge: number) => SIZE.top + (1 - (scale[edge] ?? 1)) * TALL;
  const labelled = labelledTicks(scale);
  const cells = grid.rows.flatMap((row, known) => stretchesOf(row).map((stretch) => ({ ...stretch, known })));
  const moment = (index: number) =>
    index === 0 ? say('time.before') : beginning(grid.ticks[index - 1]?.instant ?? '');
  const all = grid.rows.length ** 2;
  const prohibited = grid.rows.flat().filter(({ kind }) => kind === 'prohibited').length;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{say('time.chart')}</h2>
      <Legend grid={grid} />
      <p className="note">{say('time.summary', { prohibited, all })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <figure className="chart" aria-label={say('time.chart')} tabIndex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <Patterns />
          {cells.map(({ from, until, known, cell }) => (
            <a
              key={`${known} ${from}`}
              href={askAddress(
                rulebook.id,
                {
                  ...asked,
                  asOf: grid.ticks[Math.max(from - 1, 0)]?.instant,
                  knownOn: grid.ticks[Math.max(known - 1, 0)]?.instant,
                },
                { kind: 'answer' },
              )}
              tabIndex={-1}
            >
              <rect
                x={x(from)}
                y={y(known + 1)}
                width={x(until) - x(from)}
                height={y(known) - y(known + 1) + 0.5}
                className={`cell cell-${cell.kind}`}
                fill={fillOf(cell.kind)}
              >
                <title>
                  {say('time.cell', {
                    asOf: moment(from),
                    knownOn: moment(known),
                    verdict: say(`time.kind.${cell.kind}`),
                  })}
                </title>
              </rect>
            </a>
          ))}
          <line className="real-time" x1={x(0)} y1={y(0)} x2={x(grid.rows.length)} y2={y(grid.rows.length)} />
          <g className="axis">
            <line x1={SIZE.left} x2={WIDTH - SIZE.right} y1={y(0)} y2={y(0)} />
            <line x1={SIZE.left} x2={SIZE.left} y1={SIZE.top} y2={y(0)} />
            {labelled.map((edge, index) => {
              const day = tickLabel(
                language,
                grid.ticks[edge - 1]?.instant,
                grid.ticks[(labelled[index - 1] ?? 0) - 1]?.instant,
              );
              return (
                <g key={edge}>
                  <line x1={x(edge)} x2={x(edge)} y1={y(0)} y2={y(0) + 6} />
                  <text
                    x={x(edge)}
                    y={y(0) + 10}
                    transform={`rotate(-48 ${x(edge)} ${y(0) + 10})`}
                    textAnchor="end"
                    dy="0.6em"
                  >
                    {day}
                  </text>
                  <line x1={SIZE.left - 6} x2={SIZE.left} y1={y(edge)} y2={y(edge)} />
                  <text x={SIZE.left - 9} y={y(edge)} textAnchor="end" dy="0.32em">
                    {day}
                  </text>
                </g>
              );
            })}
            <text className="axis-name" x={WIDTH - SIZE.right} y={HEIGHT - 4} textAnchor="end">
              {say('time.across')} →
            </text>
            <text className="axis-name" x={SIZE.left + 8} y={SIZE.top + 16}>
              ↑ {say('time.up')}
            </text>
          </g>
        </svg>
      </figure>
    </section>
  );
}

/** The date of a tick; of a further one on the same day only the clock time. */
function tickLabel(language: Language, instant = '', before = ''): string {
  const time = instant.slice(11, 16);
  if (instant.slice(0, 10) === before.slice(0, 10)) return time;
  return showShortDay(language, instant.slice(0, 10));
}

/** Ticks far enough from each other for their dates to be read. */
function labelledTicks(scale: Scale): readonly number[] {
  const found: number[] = [];
  for (let edge = 1; edge < scale.length - 1; edge++) {
    const before = scale[found.at(-1) ?? 0] ?? 0;
    if (((scale[edge] ?? 0) - before) * TALL >= 15) found.push(edge);
  }
  return found;
}

/** The kinds that occur, each with its fill and its words. */
export function Legend({ grid }: { readonly grid: Grid }) {
  const { say } = useWords();
  const there = new Set<CellKind>(grid.rows.flat().map(({ kind }) => kind));
  return (
    <ul className="chart-legend">
      {KINDS.filter((kind) => there.has(kind)).map((kind) => (
        <li key={kind}>
          <svg width="22" height="16" aria-hidden="true">
            <rect width="22" height="16" className={`cell cell-${kind}`} fill={fillOf(kind)} />
          </svg>
          {say(`time.kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
