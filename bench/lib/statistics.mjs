/** Middle value; of an even number of values the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The value below which this share of the sorted values lies. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Three significant digits, thousands grouped. */
export function figure(value) {
  if (value === undefined || value === null || Number.isNaN(value)) return '-';
  if (value >= 1000) {
    const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
    return (Math.round(value / unit) * unit).toLocaleString('en');
  }
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
