/** The order of names in which answers list them: numbers within names count as numbers (`WC-2` before `WC-10`). */
export function byName(a: string, b: string): number {
  const x = a.split(/(\d+)/);
  const y = b.split(/(\d+)/);
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const p = x[i] ?? '';
    const q = y[i] ?? '';
    if (p === q) continue;
    const numbers = i % 2 === 1 ? Number(p) - Number(q) : 0;
    if (numbers !== 0) return numbers;
    return p < q ? -1 : 1;
  }
  return x.length - y.length;
}
