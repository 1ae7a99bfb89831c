import type { StatusSegment } from '@proviso/logic';
import type { Status } from '@proviso/model';
import type { Paint, Tone } from '../output/style.ts';
import { type Axis, columnOf } from './axis.ts';

const TONES: Readonly<Record<Status, Tone>> = {
  in_force: 'good',
  not_yet_issued: 'quiet',
  not_yet_effective: 'quiet',
  not_identified: 'quiet',
  suspended: 'careful',
  enjoined: 'note',
  expired: 'bad',
  revoked: 'bad',
  rescinded: 'bad',
  void: 'bad',
  unknown: 'other',
};

/** The letter of a status as painted; a provision that is not enforced has a small one. */
export function letterOf(
  status: Status,
  enforced: boolean,
  letters: Readonly<Record<Status, string>>,
  paint: Paint,
): string {
  const letter = letters[status];
  return paint(TONES[status], enforced ? letter : letter.toLowerCase());
}

/** The bar of a provision: in every column the letter of the status that fills most of it. */
export function drawBar(
  segments: readonly StatusSegment[],
  axis: Axis,
  letters: Readonly<Record<Status, string>>,
  paint: Paint,
): string {
  const spans = segments.map((segment) => ({
    segment,
    begin: segment.from === null ? Number.NEGATIVE_INFINITY : columnOf(axis, Date.parse(segment.from)),
    end: segment.until === null ? Number.POSITIVE_INFINITY : columnOf(axis, Date.parse(segment.until)),
  }));
  let bar = '';
  for (let column = 0; column < axis.columns; column++) {
    let most = 0;
    let shown: StatusSegment | undefined;
    for (const { segment, begin, end } of spans) {
      const share = Math.min(end, column + 1) - Math.max(begin, column);
      if (share > most) [most, shown] = [share, segment];
    }
    bar += shown === undefined ? ' ' : letterOf(shown.status, shown.enforced, letters, paint);
  }
  return bar;
}
