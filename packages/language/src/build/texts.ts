import type { LocalizedText, Said } from '@proviso/model';
import type { LabelClause, Text } from '../generated/ast.ts';
import { type BuildContext, one, optional } from './context.ts';

/** A text in languages; English must be there, Chinese should. */
export function localizedText(texts: readonly Text[], context: BuildContext): LocalizedText {
  const result: Record<string, string> = {};
  for (const text of texts) {
    if (Object.hasOwn(result, text.language))
      context.diagnostics.report(
        'PV2026',
        text,
        { en: `a second text in \`${text.language}\``, zh: `有第二个 \`${text.language}\` 文本` },
        { en: 'keep one of the two', zh: '请只保留其中一个' },
      );
    result[text.language] = text.text;
  }
  const [first] = texts;
  if (first === undefined) return result;
  if (result.en === undefined)
    context.diagnostics.report('PV2024', first, NO_ENGLISH, { en: 'add `en "..."`', zh: '请加上 `en "..."`' });
  if (result.zh === undefined)
    context.diagnostics.report('PV2025', first, NO_CHINESE, { en: 'add `zh "..."`', zh: '请加上 `zh "..."`' });
  return result;
}

const NO_ENGLISH: Said = { en: 'this text has no English version', zh: '此文本没有英文' };
const NO_CHINESE: Said = { en: 'this text has no Chinese version', zh: '此文本没有中文' };

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
