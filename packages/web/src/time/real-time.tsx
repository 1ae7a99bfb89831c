import { textIn } from '@proviso/model';
import { useId } from 'react';
import { askAddress } from '../case/addresses.ts';
import { useWords } from '../i18n/words.tsx';
import type { ChartProps } from './chart-props.ts';
import { type CellKind, diagonalOf, type Stretch, stretchesOf, type Tick } from './grid.ts';
import { fillOf, Patterns } from './patterns.tsx';
import { scaleOf } from './scale.ts';

const WIDTH = 960;
const LEFT = 130;
const RIGHT = 16;
const ROW = 40;
const ORDER: readonly CellKind[] = ['prohibited', 'restricted', 'undetermined', 'held_back', 'permitted', 'impossible'];

/** The answer along real time: what somebody would have been told on the day itself, as a step line and as a table. */
export function RealTime({ grid, rulebook, asked }: ChartProps) {
  const { say } = useWords();
  const id = useId();
  const stretches = stretchesOf(diagonalOf(grid));
  const kinds = ORDER.filter((kind) => stretches.some(({ cell }) => cell.kind === kind));
  const scale = scaleOf(grid.ticks);
  const x = (edge: number) => LEFT + (scale[edge] ?? 1) * (WIDTH - LEFT - RIGHT);
  const y = (kind: CellKind) => kinds.indexOf(kind) * ROW + ROW / 2 + 8;
  const height = kinds.length * ROW + 44;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say('time.line')}</h2>
      <p>{say('time.line.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <figure className="chart" aria-label={say('time.line')} tabIndex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
          <Patterns />
          {kinds.map((kind) => (
            <text key={kind} className="step-name" x={LEFT - 12} y={y(kind)} textAnchor="end" dy="0.35em">
              {say(`time.short.${kind}`)}
            </text>
          ))}
          {kinds.map((kind) => (
            <line key={kind} className="step-rule" x1={LEFT} x2={WIDTH - RIGHT} y1={y(kind)} y2={y(kind)} />
          ))}
          {stretches.map(({ from, until, cell }) => (
            <rect
              key={from}
              x={x(from)}
              width={x(until) - x(from)}
              y={y(cell.kind) - 9}
              height={18}
              className={`cell cell-${cell.kind}`}
              fill={fillOf(cell.kind)}
            />
          ))}
          <path className="step-line" d={stepPath(stretches, x, y)} />
          {stretches.slice(1).map(({ from }, index) => (
            <g key={from} className="step-mark">
              <line x1={x(from)} x2={x(from)} y1={4} y2={height - 32} />
              <circle cx={x(from)} cy={height - 20} r="10" />
              <text x={x(from)} y={height - 20} textAnchor="middle" dy="0.35em">
                {index + 1}
              </text>
            </g>
          ))}
        </svg>
      </figure>
      <table>
        <caption className="unseen">{say('time.line')}</caption>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{say('time.table.from')}</th>
            <th scope="col">{say('time.table.event')}</th>
            <th scope="col">{say('time.table.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {stretches.map((stretch, index) => (
            <Row
              key={stretch.from}
              stretch={stretch}
              number={index}
              ticks={grid.ticks}
              rulebook={rulebook.id}
              asked={asked}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row(props: {
  readonly stretch: Stretch;
  readonly number: number;
  readonly ticks: readonly Tick[];
  readonly rulebook: string;
  readonly asked: ChartProps['asked'];
}) {
  const { say, language, beginning } = useWords();
  const { stretch, number, ticks, asked } = props;
  const { cell, from } = stretch;
  const tick = from === 0 ? undefined : ticks[from - 1];
  const events = tick?.events.map((event) => textIn(event.label, language) || event.name) ?? [];
  const held = cell.heldBack === null ? '' : say(`status.${cell.heldBack.status}`);
  const verdict = say(`time.short.${cell.kind}`);
  return (
    <tr>
      <td>{number === 0 ? '' : number}</td>
      <td>{tick === undefined ? say('time.since') : beginning(tick.instant)}</td>
      <td>{events.join(' · ')}</td>
      <td>
        {tick === undefined ? (
          verdict
        ) : (
          <a
            href={askAddress(
              props.rulebook,
              { ...asked, asOf: tick.instant, knownOn: tick.instant },
              { kind: 'answer' },
            )}
          >
            {verdict}
          </a>
        )}
        {held !== '' && <span className="quietly"> {held}</span>}
      </td>
    </tr>
  );
}

function stepPath(stretches: readonly Stretch[], x: (edge: number) => number, y: (kind: CellKind) => number): string {
  return stretches
    .map(({ from, until, cell }, index) => `${index === 0 ? `M${x(from)},` : 'V'}${y(cell.kind)}H${x(until)}`)
    .join('');
}
