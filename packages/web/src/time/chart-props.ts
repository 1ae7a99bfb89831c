import type { Rulebook } from '@proviso/model';
import type { Case } from '../case/case.ts';
import type { Grid } from './grid.ts';

/** What each view of the grid is given. */
export interface ChartProps {
  readonly grid: Grid;
  readonly rulebook: Rulebook;
  readonly asked: Case;
}
