import type { Status } from '@proviso/model';
import type { EventReference, RuleReference, RuleStep, StatusOutcomeStep, StatusStep, Step } from '../explanation.ts';
import type { Speaker } from './words.ts';

/** Whether a line tells of something that holds, fails or is not known. */
export type Mark = 'holds' | 'fails' | 'unknown' | null;

/** The sentence of a step, or nothing for a step that needs none. */
export function sentence(speaker: Speaker, step: Step): string {
  const { messages } = speaker;
  switch (step.kind) {
    case 'verdict': {
      const possible = messages.list(step.possible.map((verdict) => messages.verdictNames[verdict]));
      return sentences(speaker, [
        messages.verdict(step.value, step.mayProceed, possible),
        step.enforced ? '' : messages.notEnforced,
        messages.vantage(
          speaker.date(step.asOf, true),
          step.knownOn === null ? null : speaker.date(step.knownOn, true),
        ),
      ]);
    }
    case 'by_reading':
      return messages.byReading(
        messages.list(
          step.readings.map(({ reading, alternative }) =>
            messages.answered(speaker.name(reading), speaker.name(alternative)),
          ),
        ),
        messages.verdictNames[step.value],
      );
    case 'held_back':
      return messages.heldBack(step.value, speaker.provision(step.provision), step.status);
    case 'rule':
      return rule(speaker, step);
    case 'elements':
      return messages.elements(step.value);
    case 'requirement':
      return messages.requirement(speaker.name(step.requirement), step.value);
    case 'condition':
      return step.joint
        ? sentences(speaker, [messages.joint, messages.connectives[step.connective]])
        : messages.connectives[step.connective];
    case 'term': {
      const words = speaker.ofParty(step.term, step.party);
      return step.asserted ? messages.asserted(words) : step.repeated ? messages.seeAbove(words) : words;
    }
    case 'fact': {
      const label = speaker.ofParty(step.fact, step.party);
      const basis = speaker.basis(step.basis, step.test);
      return step.test === undefined
        ? messages.factAlone(label, basis)
        : step.value === 'true'
          ? messages.fact(label, speaker.test(step.test), basis)
          : messages.factNeeded(label, speaker.test(step.test), basis);
    }
    case 'reading':
      if (step.about === 'event' && step.settled === null)
        return messages.onlyUnder(speaker.name(step.reading), speaker.name(step.alternative));
      return messages.reading(
        speaker.name(step.reading),
        speaker.name(step.alternative),
        step.negated,
        step.value,
        step.settled === null ? null : speaker.name(step.settled),
      );
    case 'open':
      return messages.open(speaker.name(step.open));
    case 'phrase':
      return messages.phrase(speaker.phrase(step.phrase));
    case 'status':
      return status(speaker, step);
    case 'status_outcome': {
      const suppositions = step.suppositions.map((supposed) =>
        supposed.kind === 'reading'
          ? messages.answered(speaker.name(supposed.reading), speaker.name(supposed.alternative))
          : messages.happened(speaker.event(supposed.event), supposed.happened),
      );
      return messages.outcome(messages.list(suppositions), step.value, since(speaker, step));
    }
    case 'event':
      return messages.event(step.value, speaker.when(step.event.on), speaker.event(step.event));
    case 'validity':
      return messages.validity(step.value, speaker.date(step.instant));
    case 'residual':
      return messages.residual(speaker.text(step.text));
    case 'presumption':
      return messages.presumption(speaker.ofParty(step.fact, step.party), speaker.value(step.value));
    case 'assumption': {
      const label = speaker.clause(step.assumption.label);
      return messages.assumption(label === '' ? speaker.phrase(step.phrase) : label);
    }
    case 'need': {
      const text = step.need === 'status' ? speaker.clause(step.text) : speaker.text(step.text);
      return messages.need(
        step.need,
        step.party === undefined ? text : messages.ofParty(speaker.name(step.party), text),
      );
    }
  }
}

/** The mark of a step. */
export function markOf(step: Step): Mark {
  switch (step.kind) {
    case 'elements':
    case 'requirement':
    case 'condition':
    case 'term':
    case 'fact':
    case 'reading':
    case 'open':
    case 'phrase':
      return step.value === 'true' ? 'holds' : step.value === 'false' ? 'fails' : 'unknown';
    case 'rule':
      return step.value === 'stands' ? 'holds' : step.value === 'open' ? 'unknown' : 'fails';
    case 'status':
      return step.value === 'in_force' ? 'holds' : step.value === 'unknown' ? 'unknown' : 'fails';
    case 'need':
      return 'unknown';
    default:
      return null;
  }
}

function sentences(speaker: Speaker, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(speaker.messages.space);
}

function rule(speaker: Speaker, step: RuleStep): string {
  const { messages } = speaker;
  const first = step.rules[0];
  if (first === undefined) return '';
  const names = [...new Set(step.rules.map((one) => ruleName(speaker, one, step.rules.length)))];
  const words = {
    kind: first.kind,
    names: speaker.list(names),
    many: names.length > 1,
    otherwise: first.otherwise,
  };
  const by = speaker.list(step.by.map((one) => ruleName(speaker, one, step.by.length + 1)));
  const due = step.duty;
  return sentences(speaker, [
    step.role === 'exception'
      ? messages.exception(words, step.value, by, hindrance(step))
      : messages.rule(words, step.value, step.applies, by, hindrance(step)),
    due === undefined ? '' : messages.must(speaker.clause(due.must)),
    due?.rhythm == null ? '' : due.due === null ? messages.dueUnknown : messages.due(due.rhythm, speaker.date(due.due)),
    step.repeated ? messages.repeated : '',
  ]);
}

/** The status that keeps a rule from being in force: the first among its provisions that is not. */
function hindrance({ children }: RuleStep): Status {
  for (const child of children) if (child.kind === 'status' && child.value !== 'in_force') return child.value;
  return 'in_force';
}

function ruleName(speaker: Speaker, reference: RuleReference, among: number): string {
  const provision = speaker.provision(reference.provision);
  return among > 1 ? provision : speaker.messages.labelled(provision, speaker.name(reference));
}

function status(speaker: Speaker, step: StatusStep): string {
  const { messages } = speaker;
  const names = speaker.list(step.provisions.map((provision) => speaker.provision(provision)));
  const { event, through, identifiedUnder } = step;
  const filled = through ?? step.provisions[0];
  return sentences(speaker, [
    messages.status(names, step.provisions.length > 1, step.value, since(speaker, step)),
    through === undefined || identifiedUnder !== undefined ? '' : messages.through(speaker.provision(through)),
    identifiedUnder === undefined || filled === undefined
      ? ''
      : messages.identification(speaker.provision(filled), speaker.provision(identifiedUnder)),
    event === undefined ? '' : cause(speaker, step.value, event),
  ]);
}

function cause(speaker: Speaker, status: Status, event: EventReference): string {
  const { messages } = speaker;
  const label = speaker.event(event);
  const by = event.by === undefined ? null : speaker.title(event.by);
  switch (status) {
    case 'not_identified':
      return '';
    case 'not_yet_effective':
      return messages.takesEffect(speaker.when(event.on), label, by);
    case 'not_yet_issued':
      return messages.issuedOn(speaker.when(event.on), label, by);
    default:
      return messages.cause(label, by);
  }
}

/** Since when a status holds; nothing for what has not happened yet. */
function since(speaker: Speaker, { value, since: from, event }: StatusStep | StatusOutcomeStep): string | null {
  return value === 'not_yet_effective' || value === 'not_yet_issued' ? null : speaker.since(from, event);
}
