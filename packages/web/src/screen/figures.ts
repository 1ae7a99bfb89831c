import type { Summary, Tally } from './contract.ts';

/** An exact decimal with its digits in groups: `1,234.50`. */
export function groupDigits(decimal: string): string {
  const [whole = '', part] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** Money with its unit; empty where there is no money column. */
export function moneyOf({ amount }: Tally, column: Summary['amountColumn']): string {
  if (amount === undefined || column === null) return '';
  const digits = groupDigits(amount);
  return column.unit === null ? digits : `${column.unit} ${digits}`;
}

/** A share in percent with one digit: `7.1%`. Never 0% or 100% for what is neither. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return '0%';
  const tenths = Math.round((part / whole) * 1000);
  const bounded = part > 0 && tenths === 0 ? 1 : part < whole && tenths === 1000 ? 999 : tenths;
  return `${bounded / 10}%`;
}

/** The sum of exact decimals, as an exact decimal. */
export function sumOf(decimals: readonly string[]): string {
  const digits = Math.max(0, ...decimals.map((one) => one.split('.')[1]?.length ?? 0));
  const scaled = decimals.map((one) => {
    const [whole = '0', part = ''] = one.split('.');
    return BigInt(`${whole}${part.padEnd(digits, '0')}`);
  });
  const total = scaled.reduce((sum, one) => sum + one, 0n);
  if (digits === 0) return String(total);
  const text = String(total < 0n ? -total : total).padStart(digits + 1, '0');
  return `${total < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
