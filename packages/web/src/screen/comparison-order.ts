import type { Order, Vantage } from './contract.ts';

/** The earlier of two dates is what was before. A `knownOn` that is absent is later than any. */
export function comparisonOrder(order: Order, other: Pick<Vantage, 'asOf' | 'knownOn'>): Order {
  const isLater =
    other.asOf !== undefined
      ? other.asOf > (order.asOf ?? '')
      : other.knownOn !== undefined && order.knownOn !== undefined && other.knownOn > order.knownOn;
  const { asOf, knownOn } = order;
  if (!isLater) return { ...order, against: other };
  const against = {
    ...(other.asOf === undefined || asOf === undefined ? {} : { asOf }),
    ...(other.knownOn === undefined || knownOn === undefined ? {} : { knownOn }),
  };
  return { ...order, ...other, against };
}
