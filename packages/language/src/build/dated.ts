import { type DatedList, type Parameter, parseDate, type ScalarType, type ScalarValue } from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import { scalarValue, scalarValues, written } from '../type/value.ts';
import { perOf } from './citations.ts';
import { type BuildContext, every } from './context.ts';
import { date } from './moments.ts';
import { labelOf } from './texts.ts';
import { scalarType } from './types.ts';

/** `list NAME of TYPE VALUES`, or with values from one date and others from the next. */
export function buildList(node: ast.DatedList, context: BuildContext): DatedList {
  const type = scalarType(node.type, context);
  const dated = every(node.clauses, 'DatedValues');
  checkOrder(dated, context);
  const undated = node.values === undefined ? [] : [{ values: valuesOf(node.values, type, context) }];
  return {
    name: node.name,
    type,
    ...labelOf(node.clauses, context),
    per: perOf(node.clauses, context),
    values: [
      ...undated,
      ...dated.map((entry) => ({
        from: date(entry.date, entry, context),
        values: valuesOf(entry.values, type, context),
      })),
    ],
  };
}

function valuesOf(node: ast.Listed, type: ScalarType, context: BuildContext): readonly ScalarValue[] {
  return scalarValues(node.values, type, context) ?? [];
}

/** `parameter NAME TYPE VALUE`, or with one value from one date and another from the next. */
export function buildParameter(node: ast.Parameter, context: BuildContext): Parameter {
  const type = scalarType(node.type, context);
  const dated = every(node.clauses, 'DatedValue');
  checkOrder(dated, context);
  const values: { readonly from?: string; readonly value: ScalarValue }[] = [];
  if (node.value !== undefined) {
    const value = scalarValue(written(node.value), type, context);
    if (value !== undefined) values.push({ value });
  }
  for (const entry of dated) {
    const from = date(entry.date, entry, context);
    const value = scalarValue(written(entry.value), type, context);
    if (value !== undefined) values.push({ from, value });
  }
  return { name: node.name, type, ...labelOf(node.clauses, context), per: perOf(node.clauses, context), values };
}

function checkOrder(entries: readonly (ast.DatedValue | ast.DatedValues)[], context: BuildContext): void {
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before === undefined) continue;
    if ((parseDate(before.date) ?? 0) < (parseDate(entry.date) ?? Number.POSITIVE_INFINITY)) continue;
    const message = {
      en: `${entry.date} does not come after ${before.date}`,
      zh: `${entry.date} 不在 ${before.date} 之后`,
    };
    const hint = { en: 'give each date once, in order', zh: '每个日期只写一次，并按先后排列' };
    context.diagnostics.report('PV2027', entry, message, hint);
  }
}
