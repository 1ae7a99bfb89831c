import type { Expression } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type * as ast from '../generated/ast.ts';

/** Warns when one conjunction wants two different values of the same fact. */
export function checkConjunction(node: ast.And, operands: readonly Expression[], context: BuildContext): void {
  const wanted = new Map<string, string | boolean>();
  for (const [index, operand] of operands.entries()) {
    const { subject, value } = equality(operand);
    if (subject === undefined || value === undefined) continue;
    const other = wanted.get(subject);
    if (other === undefined) wanted.set(subject, value);
    else if (other !== value) {
      const message = {
        en: `\`${subject}\` cannot be both \`${show(other)}\` and \`${show(value)}\`: this never holds`,
        zh: `\`${subject}\` 不可能既是 \`${show(other)}\` 又是 \`${show(value)}\`：此条件永不成立`,
      };
      const either = `\`${subject} is in (${show(other)}, ${show(value)})\``;
      const hint = { en: `write ${either}, or \`or\``, zh: `请写 ${either}，或使用 \`or\`` };
      context.diagnostics.report('PV2022', node.operands[index] ?? node, message, hint);
    }
  }
}

function equality(expression: Expression): { subject?: string; value?: string | boolean } {
  if (expression.op === 'reading') return { subject: expression.reading, value: expression.alternative };
  if (expression.op !== 'compare' || expression.comparison !== '=') return {};
  const { left, right } = expression;
  return left.op === 'fact' && right.op === 'value' ? { subject: left.fact, value: right.value } : {};
}

function show(value: string | boolean): string {
  return typeof value === 'string' ? value : value ? 'yes' : 'no';
}
