import { Problem } from '../http/problem.ts';

/** Readings written as `name:alternative`. @throws Problem for one without a colon, and for a reading set twice. */
export function readingsFrom(written: readonly string[] | undefined): Readonly<Record<string, string>> {
  const readings = new Map<string, string>();
  for (const one of written ?? []) {
    const colon = one.indexOf(':');
    const name = one.slice(0, colon);
    if (colon < 1 || colon === one.length - 1) {
      throw new Problem(
        400,
        'wrong_parameter',
        { en: 'A reading is not written as name:alternative.', zh: '解释问题未写成 名称:选项 的形式。' },
        {
          field: 'reading',
          hint: { en: 'Write reading=transit_scope:strict.', zh: '例如 reading=transit_scope:strict。' },
        },
      );
    }
    if (readings.has(name)) {
      throw new Problem(
        400,
        'two_values',
        { en: `The reading ${name} is set twice.`, zh: `解释问题 ${name} 设置了两次。` },
        { field: 'reading' },
      );
    }
    readings.set(name, one.slice(colon + 1));
  }
  return Object.fromEntries(readings);
}
