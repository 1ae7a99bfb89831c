const WHOLE = new Intl.NumberFormat('en-US');
const STEP = 1024;

/** A count with thousands set apart, the same in both languages: `1,234,567`. */
export function grouped(count: number): string {
  return WHOLE.format(count);
}

/** A size in bytes for a person: `3.4 MB`. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < units.length - 1) {
    value /= STEP;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
