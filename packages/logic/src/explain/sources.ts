import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { compareNames } from '../decide/because.ts';
import type { Citation, CitedInstrument, EventReference, Explanation, Step } from './explanation.ts';

/** What a proof says of the provisions and instruments that its steps name: each once, so that a proof stays small. */
export function sourcesOf(
  compiled: CompiledRulebook,
  steps: readonly Step[],
): Pick<Explanation, 'citations' | 'instruments'> {
  const names = new Set<string>();
  const visit = (step: Step): void => {
    for (const name of namesIn(step)) names.add(name);
    step.children.forEach(visit);
  };
  steps.forEach(visit);
  const citations = [...names].sort(compareNames).map((name) => citation(compiled, name));
  const instruments = [...new Set(citations.map(({ instrument }) => instrument))].sort(compareNames);
  return { citations, instruments: instruments.map((name) => citedInstrument(compiled, name)) };
}

/** Every name of a provision or instrument in a step, without the steps below it. */
function namesIn(step: Step): readonly string[] {
  switch (step.kind) {
    case 'held_back':
      return [step.provision, ...step.cites];
    case 'rule':
      return [...[...step.rules, ...step.by].map(({ provision }) => provision), ...step.cites];
    case 'status':
      return [...step.provisions, step.through, step.identifiedUnder, actorOf(step.event), ...step.cites].filter(
        isName,
      );
    case 'status_outcome': {
      const supposed = step.suppositions.map((one) => (one.kind === 'event' ? actorOf(one.event) : undefined));
      return [actorOf(step.event), ...supposed, ...step.cites].filter(isName);
    }
    case 'event':
      return [actorOf(step.event), ...step.cites].filter(isName);
    default:
      return step.cites;
  }
}

function actorOf(event: EventReference | undefined): string | undefined {
  return event?.by;
}

function isName(name: string | undefined): name is string {
  return name !== undefined;
}

function citation(compiled: CompiledRulebook, name: string): Citation {
  const provision = compiled.provisions.get(name);
  return provision === undefined
    ? { kind: 'instrument', name, instrument: name }
    : { kind: 'provision', name, instrument: provision.instrument, pinpoint: provision.pinpoint };
}

function citedInstrument(compiled: CompiledRulebook, name: string): CitedInstrument {
  const instrument = compiled.instruments.get(name);
  return {
    name,
    title: instrument?.title ?? { en: name },
    ...(instrument?.citation === undefined ? {} : { citation: instrument.citation }),
    ...(instrument?.link === undefined ? {} : { link: instrument.link }),
  };
}
