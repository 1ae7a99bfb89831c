import type { Declarations, Rulebook, Vocabulary } from '@proviso/model';
import { checkDocument } from '../check/check.ts';
import { firstWordOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { Block } from '../lexer/blocks.ts';
import { addVocabulary, checkDuplicates } from '../link/declare.ts';
import { kindName, withArticle } from '../link/kinds.ts';
import type { BuildContext } from './context.ts';
import { type Declared, declarationsOf, kindOf } from './declarations.ts';
import { buildEvent } from './events.ts';
import { buildExample, buildSituation } from './examples.ts';
import { buildHeader, findHeader, type HeaderParts } from './header.ts';
import { buildInstrument, buildProvision, buildSource } from './law.ts';
import { buildResidual, buildRule, ruleKind } from './rules.ts';
import { buildSections } from './sections.ts';
import { buildOpen } from './terms.ts';
import { buildVocabularyParts } from './vocabulary.ts';

/** Finds a vocabulary that a rulebook uses. */
export type ResolveVocabulary = (id: string) => { readonly vocabulary: Vocabulary } | undefined;

/** From the tree of a document without syntax errors to its model; what is wrong goes to the context's diagnostics. */
export function buildDocument(
  nodes: readonly ast.Declaration[],
  text: string,
  blocks: readonly Block[],
  context: BuildContext,
  resolveVocabulary: ResolveVocabulary,
): Rulebook | Vocabulary | undefined {
  const declared = declarationsOf(nodes, blocks, context);
  const headerNode = findHeader(nodes, context);
  if (headerNode === undefined) return undefined;
  const header = buildHeader(headerNode, context);
  const vocabularies = usedVocabularies(header, context, resolveVocabulary);
  checkDuplicates(declared, vocabularies, context);
  for (const vocabulary of vocabularies) addVocabulary(context.scope, vocabulary);
  declareLaw(declared, context);
  const parts = buildVocabularyParts(declared, context);
  const sections = buildSections(text, blocks, declared);
  if (header.kind === 'vocabulary') {
    reportLaw(declared, context);
    const vocabulary: Vocabulary = { kind: 'vocabulary', id: header.id, title: header.title, ...parts, sections };
    checkDocument(vocabulary, declared, context);
    return vocabulary;
  }
  const rulebook = { ...buildLaw(declared, header, vocabularies, parts, context), sections };
  checkDocument(rulebook, declared, context);
  return rulebook;
}

function usedVocabularies(
  header: HeaderParts,
  context: BuildContext,
  resolveVocabulary: ResolveVocabulary,
): readonly Vocabulary[] {
  return header.uses.flatMap((used) => {
    const found = resolveVocabulary(used.id);
    if (found !== undefined) return [found.vocabulary];
    const message = {
      en: `vocabulary \`${used.id}\` cannot be found, or has errors`,
      zh: `词汇表 \`${used.id}\` 没有找到，或者有错误`,
    };
    const hint = {
      en: 'check its name and mend its own errors first',
      zh: '请核对其名称，并先更正其自身的错误',
    };
    context.diagnostics.report('PV2004', used, message, hint);
    return [];
  });
}

function declareLaw(declared: readonly Declared[], context: BuildContext): void {
  const { scope } = context;
  for (const { node } of declared) {
    if (node.$type === 'Source') scope.sources.add(node.name);
    else if (node.$type === 'Instrument') scope.instruments.add(node.name);
    else if (node.$type === 'Provision') scope.provisions.set(node.name, node.instrument.name);
    else if (node.$type === 'LegalEvent') scope.events.add(node.name);
    else if (node.$type === 'Open') scope.opens.add(node.name);
    else if (node.$type === 'Situation') scope.situations.add(node.name);
    else if (kindOf(node) === 'rule' && isRule(node)) scope.rules.set(node.name, ruleKind(node));
  }
}

type RuleNode = Parameters<typeof buildRule>[0];

function isRule(node: ast.Declaration): node is RuleNode {
  return kindOf(node) === 'rule';
}

function buildLaw(
  declared: readonly Declared[],
  header: HeaderParts,
  vocabularies: readonly Vocabulary[],
  parts: Declarations,
  context: BuildContext,
): Omit<Rulebook, 'sections'> {
  const nodes = declared.map(({ node }) => node);
  const residual = nodes.find((node) => node.$type === 'Residual');
  return {
    kind: 'rulebook',
    id: header.id,
    title: header.title,
    zone: header.zone,
    uses: header.uses.map(({ id }) => id),
    vocabularies,
    ...parts,
    sources: nodes.filter((node) => node.$type === 'Source').map((node) => buildSource(node, context)),
    instruments: nodes.filter((node) => node.$type === 'Instrument').map((node) => buildInstrument(node, context)),
    provisions: nodes.filter((node) => node.$type === 'Provision').map((node) => buildProvision(node, context)),
    events: nodes.filter((node) => node.$type === 'LegalEvent').map((node) => buildEvent(node, context)),
    opens: nodes.filter((node) => node.$type === 'Open').map((node) => buildOpen(node, context)),
    rules: nodes.filter(isRule).map((node) => buildRule(node, context)),
    ...(residual === undefined ? {} : { residual: buildResidual(residual, context) }),
    situations: nodes.filter((node) => node.$type === 'Situation').map((node) => buildSituation(node, context)),
    examples: nodes.filter((node) => node.$type === 'Example').map((node) => buildExample(node, context)),
  };
}

const FOR_VOCABULARIES: ReadonlySet<string> = new Set([
  'header',
  'enumeration',
  'list',
  'parameter',
  'fact',
  'group',
  'party',
  'term',
  'assumption',
  'reading',
]);

function reportLaw(declared: readonly Declared[], context: BuildContext): void {
  for (const { node } of declared) {
    const kind = kindOf(node);
    if (FOR_VOCABULARIES.has(kind)) continue;
    const message = {
      en: `a vocabulary cannot declare ${kind === 'open' ? 'a point that is open' : withArticle(kind)}`,
      zh: `词汇表不能声明${kindName(kind).zh}`,
    };
    const hint = {
      en: 'move it to the rulebook that uses the vocabulary',
      zh: '请将其移至使用该词汇表的规则书',
    };
    context.diagnostics.report('PV1012', firstWordOf(node), message, hint);
  }
}
