import type { ProvisionTimeline, StatusSegment } from '@proviso/logic';
import { type Rulebook, STATUSES, type Status } from '@proviso/model';
import type { Context } from '../context.ts';
import { reportsIn } from '../messages/reports.ts';
import { Page } from '../output/page.ts';
import { clip, padTo, textWidth } from '../output/width.ts';
import { beginning, dayOrMoment } from '../render/dates.ts';
import { Glossary } from '../render/glossary.ts';
import { axisLines, axisOver } from './axis.ts';
import { drawBar, letterOf } from './bar.ts';

const WIDEST_NAME = 24;
const GAP = 2;

/** The time lines of a rulebook's provisions with what they were asked for. */
export interface FoundTimelines {
  readonly knownOn: string | null;
  readonly provisions: readonly ProvisionTimeline[];
}

/** Bars over time with a legend and a date axis, and below them every change with its day and its cause. */
export function renderTimeline(found: FoundTimelines, rulebook: Rulebook, context: Context): string {
  const { words, decision } = context.messages;
  const { timeline } = reportsIn(context.language);
  const glossary = new Glossary(rulebook, context.messages);
  const page = new Page(context.terminal.width, context.paint);
  const known = found.knownOn === null ? decision.onAllKnown : decision.onKnown(dayOrMoment(found.knownOn, words));
  page.line(timeline.title(glossary.title, known), { tone: 'strong' }).blank();
  drawBars(found.provisions, page, context);
  drawLegend(found.provisions, page, context);
  page.heading(timeline.changes);
  for (const { names, segments } of grouped(found.provisions)) {
    page.item(words.list(names));
    for (const segment of segments) page.item(describe(segment, names, glossary, context), { depth: 2, mark: '' });
  }
  return page.toString();
}

function drawBars(provisions: readonly ProvisionTimeline[], page: Page, context: Context): void {
  const { statusLetters } = reportsIn(context.language).timeline;
  const nameWidth = Math.min(WIDEST_NAME, Math.max(0, ...provisions.map(({ provision }) => textWidth(provision))));
  const columns = Math.max(10, context.terminal.width - nameWidth - GAP);
  const moments = provisions.flatMap(({ segments }) =>
    segments.flatMap(({ from }) => (from === null ? [] : [Date.parse(from)])),
  );
  const axis = axisOver(moments, columns);
  const margin = ' '.repeat(nameWidth + GAP);
  for (const { provision, segments } of provisions)
    page.raw(
      `${padTo(clip(provision, nameWidth), nameWidth + GAP)}${drawBar(segments, axis, statusLetters, context.paint)}`,
    );
  for (const line of axisLines(axis)) page.raw(`${margin}${line}`.trimEnd());
}

function drawLegend(provisions: readonly ProvisionTimeline[], page: Page, context: Context): void {
  const { words } = context.messages;
  const { timeline } = reportsIn(context.language);
  const all = provisions.flatMap(({ segments }) => segments);
  page.heading(timeline.legend);
  for (const status of STATUSES) {
    if (!all.some((segment) => segment.status === status)) continue;
    page.raw(`  ${letterOf(status, true, timeline.statusLetters, context.paint)}  ${words.statuses[status]}`);
  }
  if (all.some(({ enforced }) => !enforced))
    page.raw(`  ${letterOf('in_force', false, timeline.statusLetters, context.paint)}  ${timeline.notEnforced}`);
}

/** Provisions with the same life, together. */
function grouped(provisions: readonly ProvisionTimeline[]): { names: string[]; segments: readonly StatusSegment[] }[] {
  const groups = new Map<string, { names: string[]; segments: readonly StatusSegment[] }>();
  for (const { provision, segments } of provisions) {
    const key = JSON.stringify(segments.map((one) => (one.through === provision ? { ...one, through: '' } : one)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [provision], segments });
    else group.names.push(provision);
  }
  return [...groups.values()];
}

function describe(segment: StatusSegment, names: readonly string[], glossary: Glossary, context: Context): string {
  const { words } = context.messages;
  const { timeline } = reportsIn(context.language);
  const notes = [
    segment.event === null ? '' : glossary.event(segment.event),
    names.includes(segment.through) ? '' : timeline.through(segment.through),
    segment.enforced ? '' : words.eventKinds.not_enforced,
    dependsOn(segment, glossary, context),
  ].filter((note) => note !== '');
  const status: Status = segment.status;
  const text = notes.length === 0 ? words.statuses[status] : words.aside(words.statuses[status], notes.join('; '));
  return words.pair(segment.from === null ? timeline.sinceEver : beginning(segment.from, words), text);
}

function dependsOn(segment: StatusSegment, glossary: Glossary, context: Context): string {
  const names = new Set<string>();
  for (const { readings, events } of segment.alternatives ?? []) {
    for (const reading of Object.keys(readings)) names.add(reading);
    for (const event of Object.keys(events)) names.add(glossary.event(event));
  }
  if (names.size === 0) return '';
  return reportsIn(context.language).timeline.depends(context.messages.words.list([...names]));
}
