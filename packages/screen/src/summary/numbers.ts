/** A whole number with its thousands set apart: `1,234,567`. */
export function grouped(count: number): string {
  return groupDigits(String(count));
}

/**
 * The share of a part in a whole, to a tenth of a percent. Never says nothing or all of what is neither: `<0.1%`, `>99.9%`.
 */
export function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0%';
  if (part === whole) return '100%';
  const thousandths = Number((2000n * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
  if (thousandths < 1) return '<0.1%';
  if (thousandths > 999) return '>99.9%';
  return `${Math.floor(thousandths / 10)}.${thousandths % 10}%`;
}

/**
 * An exact amount with its thousands set apart and as many decimals as it has; at least `places`, so that amounts in a
 * column line up.
 */
export function groupedAmount(amount: string, places: number): string {
  const [, sign = '', whole = '', decimals = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  if (whole === '') return amount;
  const filled = decimals.padEnd(places, '0');
  return `${sign === '-' ? '-' : ''}${groupDigits(whole)}${filled === '' ? '' : `.${filled}`}`;
}

/** Decimals to show for some amounts: none when all are whole, else those of the longest, at least two. */
export function placesOf(amounts: Iterable<string | undefined>): number {
  let most = 0;
  for (const amount of amounts) most = Math.max(most, amount?.split('.')[1]?.length ?? 0);
  return most === 0 ? 0 : Math.max(2, most);
}

function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
