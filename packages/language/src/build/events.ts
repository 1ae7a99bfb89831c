import { EVENT_KINDS, type LegalEvent, type Moment } from '@proviso/model';
import { nameRangeOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { choice, proposal } from '../link/find.ts';
import { noSuch } from '../link/kinds.ts';
import { alternativeOf, nameAt } from '../link/readings.ts';
import { supportOf } from './citations.ts';
import { type BuildContext, one } from './context.ts';
import { moment, sharpMoment } from './moments.ts';
import { labelOf } from './texts.ts';

/** `event NAME KIND TOUCHED, ... MOMENT` */
export function buildEvent(node: ast.LegalEvent, context: BuildContext): LegalEvent {
  const { clauses } = node;
  const by = one(clauses, 'ByClause', context);
  const known = one(clauses, 'KnownClause', context);
  const from = one(clauses, 'FromClause', context);
  const under = one(clauses, 'UnderClause', context);
  return {
    name: node.name,
    kind: eventKind(node, context),
    touches: node.touches.map((touched) => lawOfEvent(touched, context)),
    ...(by === undefined ? {} : { by: lawOfEvent(by.actor, context) }),
    on: happens(node, context),
    ...(known === undefined ? {} : { known: moment(known.moment, 'start', context) }),
    ...(from === undefined ? {} : { from: moment(from.moment, 'start', context) }),
    ...pauseEnd(one(clauses, 'UntilClause', context), context),
    ...(under === undefined ? {} : { under: alternativeOf(nameAt(under.reading), nameAt(under.alternative), context) }),
    ...labelOf(clauses, context),
    ...supportOf(one(clauses, 'SupportClause', context), context),
  };
}

function eventKind(node: ast.LegalEvent, context: BuildContext): LegalEvent['kind'] {
  const kind = EVENT_KINDS.find((known) => known === node.kind);
  if (kind !== undefined) return kind;
  const message = { en: `\`${node.kind}\` is no kind of event`, zh: `\`${node.kind}\` 不是事件的种类` };
  context.diagnostics.report('PV3004', nameRangeOf(node), message, choice(node.kind, EVENT_KINDS));
  return 'noted';
}

function lawOfEvent(reference: ast.Reference, context: BuildContext): string {
  const { scope, diagnostics } = context;
  if (!scope.provisions.has(reference.name) && !scope.instruments.has(reference.name)) {
    const hint = proposal(reference.name, [...scope.instruments, ...scope.provisions.keys()]);
    diagnostics.report('PV3003', reference, noSuch(['instrument', 'provision'], reference.name), hint);
  }
  return reference.name;
}

function happens(node: ast.LegalEvent, context: BuildContext): Moment {
  const moments = node.clauses.filter((clause) => clause.$type === 'MomentClause');
  const [first, second] = moments;
  if (first === undefined || second !== undefined) {
    const message =
      first === undefined
        ? { en: `event \`${node.name}\` has no moment`, zh: `事件 \`${node.name}\` 没有时间` }
        : { en: `event \`${node.name}\` has more than one moment`, zh: `事件 \`${node.name}\` 有不止一个时间` };
    const hint = {
      en: 'write one of `on DATE`, `between A and B`, `45 days after EVENT`',
      zh: '请写下列之一：`on DATE`、`between A and B`、`45 days after EVENT`',
    };
    context.diagnostics.report('PV3005', second ?? nameRangeOf(node), message, hint);
  }
  return first === undefined ? { kind: 'date', date: '', at: 'start' } : moment(first.moment, 'start', context);
}

function pauseEnd(clause: ast.UntilClause | undefined, context: BuildContext): Pick<LegalEvent, 'until'> {
  if (clause === undefined) return {};
  const { outcome } = clause;
  if (outcome === 'revives' || outcome === 'lapses')
    // biome-ignore lint/suspicious/noThenProperty: the model's word for what a pause leaves
    return { until: { moment: sharpMoment(clause.moment, 'end', context), then: outcome } };
  const message = { en: `a pause cannot end with \`${outcome}\``, zh: `暂停不能以 \`${outcome}\` 结束` };
  const hint = { en: 'write `then revives` or `then lapses`', zh: '请写 `then revives` 或 `then lapses`' };
  context.diagnostics.report('PV3006', clause, message, hint);
  return {};
}
