import type { LocalizedText } from '@proviso/model';
import type { LabelClause, Text } from '../generated/ast.ts';
import { type BuildContext, one, optional } from './context.ts';

/** A text in languages; English must be there, Chinese should. */
export function localizedText(texts: readonly Text[], context: BuildContext): LocalizedText {
  const result: Record<string, string> = {};
  for (const text of texts) {
    if (Object.hasOwn(result, text.language))
      context.diagnostics.report('PV2026', text, `a second text in \`${text.language}\``, 'keep one of the two');
    result[text.language] = text.text;
  }
  const [first] = texts;
  if (first === undefined) return result;
  if (result.en === undefined)
    context.diagnostics.report('PV2024', first, 'this text has no English version', 'add `en "..."`');
  if (result.zh === undefined)
    context.diagnostics.report('PV2025', first, 'this text has no Chinese version', 'add `zh "..."`');
  return result;
}

/** A text in languages as an optional property. */
export function optionalText<K extends string>(
  key: K,
  texts: readonly Text[] | undefined,
  context: BuildContext,
): { readonly [P in K]?: LocalizedText } {
  return texts === undefined || texts.length === 0 ? {} : optional(key, localizedText(texts, context));
}

/** The label among the clauses of a declaration. */
export function labelOf(
  clauses: readonly { readonly $type: string }[],
  context: BuildContext,
): { label?: LocalizedText } {
  const labels = clauses.filter((clause): clause is LabelClause => clause.$type === 'LabelClause');
  return optionalText('label', one(labels, 'LabelClause', context)?.texts, context);
}
