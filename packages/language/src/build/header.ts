import { type LocalizedText, nearest, type Said, type ZoneTable } from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';
import { firstWordOf, START } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { didYouMean } from '../link/find.ts';
import { lacks } from '../link/kinds.ts';
import { type BuildContext, one } from './context.ts';
import { localizedText } from './texts.ts';

/** What the header says, as far as it says it. */
export interface HeaderParts {
  readonly kind: 'rulebook' | 'vocabulary';
  readonly id: string;
  readonly title: LocalizedText;
  readonly zone: ZoneTable;
  readonly uses: readonly ast.Used[];
}

const NO_ZONE: ZoneTable = { id: 'UTC', offsets: [[0, 0]] };

/** The one header of a document; a missing and a second one are reported. */
export function findHeader(declarations: readonly ast.Declaration[], context: BuildContext): ast.Header | undefined {
  const [header, ...more] = declarations.filter((declaration) => declaration.$type === 'Header');
  if (header === undefined) {
    const message = { en: 'the document has no header', zh: '该文件没有文件头' };
    const hint = {
      en: 'begin the first block with `rulebook NAME` or `vocabulary NAME`',
      zh: '请以 `rulebook NAME` 或 `vocabulary NAME` 作为第一个代码块的开头',
    };
    context.diagnostics.report('PV1010', START, message, hint);
  }
  for (const second of more) {
    const message = { en: 'the document has a second header', zh: '该文件有第二个文件头' };
    const hint = {
      en: 'keep one header; put the rest into a file of its own',
      zh: '请只保留一个文件头；其余内容另存为一个文件',
    };
    context.diagnostics.report('PV1011', firstWordOf(second), message, hint);
  }
  return header;
}

/** `rulebook ID title ... zone ... uses ...` */
export function buildHeader(node: ast.Header, context: BuildContext): HeaderParts {
  const { diagnostics } = context;
  const title = one(node.clauses, 'TitleClause', context);
  if (title === undefined)
    diagnostics.report('PV1008', node, lacks(node.kind, node.id, 'title'), {
      en: 'add `title en "..." zh "..."`',
      zh: '请加上 `title en "..." zh "..."`',
    });
  const zone = one(node.clauses, 'ZoneClause', context);
  const uses = one(node.clauses, 'UsesClause', context);
  if (node.kind === 'vocabulary') {
    for (const clause of [zone, uses])
      if (clause !== undefined)
        diagnostics.report(
          'PV1012',
          clause,
          { en: 'a vocabulary has no zone and uses no vocabularies', zh: '词汇表没有时区，也不使用词汇表' },
          { en: 'leave the clause out', zh: '请删去该子句' },
        );
  }
  return {
    kind: node.kind,
    id: node.id,
    title: title === undefined ? {} : localizedText(title.texts, context),
    zone: node.kind === 'vocabulary' ? NO_ZONE : headerZone(node, zone, context),
    uses: uses?.ids ?? [],
  };
}

function headerZone(node: ast.Header, clause: ast.ZoneClause | undefined, context: BuildContext): ZoneTable {
  if (clause === undefined) {
    const hint = {
      en: 'add `zone America/New_York`, or the zone of the law',
      zh: '请加上 `zone America/New_York`，或该法律所用的时区',
    };
    context.diagnostics.report('PV2006', node, lacks('rulebook', node.id, 'zone'), hint);
    return NO_ZONE;
  }
  const known = zones.get(clause.zone);
  if (known !== undefined) return known;
  try {
    const table = zoneTable(clause.zone);
    zones.set(clause.zone, table);
    return table;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const near = nearest(clause.zone, Intl.supportedValuesOf('timeZone'));
    const hint = near === undefined ? AN_IANA_NAME : didYouMean(near);
    const message = { en: `there is no time zone \`${clause.zone}\``, zh: `没有时区 \`${clause.zone}\`` };
    context.diagnostics.report('PV2005', clause, message, hint);
    return NO_ZONE;
  }
}

const AN_IANA_NAME: Said = {
  en: 'write an IANA name such as `America/New_York`',
  zh: '请写 IANA 时区名称，例如 `America/New_York`',
};

const zones = new Map<string, ZoneTable>();
