import { type LocalizedText, nearest, type ZoneTable } from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';
import { firstWordOf, START } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
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
    const hint = 'begin the first block with `rulebook NAME` or `vocabulary NAME`';
    context.diagnostics.report('PV1010', START, 'the document has no header', hint);
  }
  for (const second of more) {
    const hint = 'keep one header; put the rest into a file of its own';
    context.diagnostics.report('PV1011', firstWordOf(second), 'the document has a second header', hint);
  }
  return header;
}

/** `rulebook ID title ... zone ... uses ...` */
export function buildHeader(node: ast.Header, context: BuildContext): HeaderParts {
  const { diagnostics } = context;
  const title = one(node.clauses, 'TitleClause', context);
  if (title === undefined)
    diagnostics.report('PV1008', node, `${node.kind} \`${node.id}\` has no \`title\``, 'add `title en "..." zh "..."`');
  const zone = one(node.clauses, 'ZoneClause', context);
  const uses = one(node.clauses, 'UsesClause', context);
  if (node.kind === 'vocabulary') {
    for (const clause of [zone, uses])
      if (clause !== undefined)
        diagnostics.report(
          'PV1012',
          clause,
          'a vocabulary has no zone and uses no vocabularies',
          'leave the clause out',
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
    const hint = 'add `zone America/New_York`, or the zone of the law';
    context.diagnostics.report('PV2006', node, `rulebook \`${node.id}\` has no \`zone\``, hint);
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
    const hint = near === undefined ? 'write an IANA name such as `America/New_York`' : `did you mean \`${near}\`?`;
    context.diagnostics.report('PV2005', clause, `there is no time zone \`${clause.zone}\``, hint);
    return NO_ZONE;
  }
}

const zones = new Map<string, ZoneTable>();
