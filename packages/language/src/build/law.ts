import type { Instrument, Provision, Said, Source } from '@proviso/model';
import { nameRangeOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { lacks } from '../link/kinds.ts';
import { instrumentName, lawName, provisionName, supportOf } from './citations.ts';
import { type BuildContext, one, optional } from './context.ts';
import { localizedText, optionalText } from './texts.ts';

/** `source NAME "title" link "..."` */
export function buildSource(node: ast.Source, context: BuildContext): Source {
  const link = one(node.clauses, 'LinkClause', context)?.link;
  return { name: node.name, title: node.title, ...optional('link', link) };
}

/** `instrument NAME kind ... title ...` */
export function buildInstrument(node: ast.Instrument, context: BuildContext): Instrument {
  const { clauses } = node;
  const kind = one(clauses, 'KindClause', context);
  const title = one(clauses, 'TitleClause', context);
  if (kind === undefined) missing(node, 'kind', ADD_KIND, context);
  if (title === undefined) missing(node, 'title', ADD_TITLE, context);
  return {
    name: node.name,
    kind: kind?.kind ?? '',
    title: title === undefined ? {} : localizedText(title.texts, context),
    ...optionalText('issuer', one(clauses, 'IssuerClause', context)?.texts, context),
    ...optional('citation', one(clauses, 'CitationClause', context)?.citation),
    ...optional('link', one(clauses, 'LinkClause', context)?.link),
    ...hanging(node, context),
    ...supportOf(one(clauses, 'SupportClause', context), context),
  };
}

/** `provision NAME of INSTRUMENT at "..."` */
export function buildProvision(node: ast.Provision, context: BuildContext): Provision {
  const identified = one(node.clauses, 'IdentifiedClause', context);
  return {
    name: node.name,
    instrument: instrumentName(node.instrument, context),
    pinpoint: node.short === undefined ? localizedText(node.texts, context) : { en: node.short },
    ...optionalText('gist', one(node.clauses, 'GistClause', context)?.texts, context),
    ...hanging(node, context),
    ...(identified === undefined ? {} : { identifiedUnder: provisionName(identified.under, context) }),
    ...supportOf(one(node.clauses, 'SupportClause', context), context),
  };
}

function hanging(
  node: ast.Instrument | ast.Provision,
  context: BuildContext,
): { readonly hangsOn?: string; readonly survives?: true } {
  const clauses: readonly (ast.InstrumentClause | ast.ProvisionClause)[] = node.clauses;
  const hangs = one(clauses, 'HangsClause', context);
  const survives = one(clauses, 'SurvivesClause', context);
  if (survives !== undefined && hangs === undefined)
    context.diagnostics.report(
      'PV3010',
      survives,
      { en: `\`${node.name}\` hangs on nothing`, zh: `\`${node.name}\` 没有依附于任何规定或法律文件` },
      { en: 'add `hangs on ...`', zh: '请加上 `hangs on ...`' },
    );
  return {
    ...(hangs === undefined ? {} : { hangsOn: lawName(hangs.on, context) }),
    ...(survives === undefined ? {} : { survives: true }),
  };
}

const ADD_KIND: Said = {
  en: 'add `kind executive_order`, or what else it is',
  zh: '请加上 `kind executive_order`，或其他相应的种类',
};
const ADD_TITLE: Said = { en: 'add `title en "..." zh "..."`', zh: '请加上 `title en "..." zh "..."`' };

function missing(node: ast.Instrument, clause: string, hint: Said, context: BuildContext): void {
  context.diagnostics.report('PV1008', nameRangeOf(node), lacks('instrument', node.name, clause), hint);
}
