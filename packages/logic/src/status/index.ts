export { addCalendar, firstInstantAfter } from './calendar.ts';
export * from './contract.ts';
export { prepareStatus } from './engine.ts';
export { type StatusAlternative, type StatusReport, statusAt } from './report.ts';
export { type ProvisionTimeline, type StatusSegment, type TimelineOptions, timeline } from './timeline.ts';
