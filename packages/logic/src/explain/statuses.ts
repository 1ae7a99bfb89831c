import type { LegalEvent, Status } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { compareNames } from '../decide/because.ts';
import type { Frame } from '../decide/frame.ts';
import { showInstant } from '../decide/status-summary.ts';
import type { ProvisionStatus } from '../status/contract.ts';
import { actingNames, eventReference, unique } from './cite.ts';
import type { Detail, EventStep, ReadingStep, StatusOutcomeStep, StatusStep, Step } from './explanation.ts';
import type { Words } from './words.ts';

/** At most so many changes to come are told in short. */
const FEW_CHANGES = 2;

/** Works out the steps of status: what holds for provisions at the vantage, by which event, through what. */
export class StatusSteps {
  readonly #compiled: CompiledRulebook;
  readonly #frame: Frame;
  readonly #words: Words;
  readonly #readings: Readonly<Record<string, string>>;
  readonly #detail: Detail;
  /** Readings that make a difference to some status at the vantage. */
  readonly #unsettledByNature: ReadonlySet<string>;

  constructor(
    compiled: CompiledRulebook,
    frame: Frame,
    words: Words,
    readings: Readonly<Record<string, string>>,
    detail: Detail,
  ) {
    this.#compiled = compiled;
    this.#frame = frame;
    this.#words = words;
    this.#readings = readings;
    this.#detail = detail;
    this.#unsettledByNature = new Set(compiled.status.unknowns(frame.vantage).map(({ name }) => name));
  }

  /** The status of several provisions; those for which the same can be said share a step. */
  of(provisions: readonly string[]): readonly StatusStep[] {
    const groups = new Map<string, { step: StatusStep; names: string[] }>();
    for (const name of new Set(provisions)) {
      const step = this.#one(name, true);
      const key = JSON.stringify({ ...step, provisions: [], cites: [] });
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { step, names: [name] });
      else group.names.push(name);
    }
    return [...groups.values()].map(({ step, names }) => ({
      ...step,
      provisions: [...names].sort(compareNames),
      cites: unique([...names, ...step.cites]),
    }));
  }

  /** The status of one provision or instrument. `deep`: with what it hangs on. */
  #one(name: string, deep: boolean): StatusStep {
    const compiled = this.#compiled;
    const all = this.#alternatives(name);
    const first = all[0];
    const agreed = all.every(({ status }) => status === first?.status);
    const same = all.every(({ event, since }) => event === first?.event && since === first?.since);
    const value: Status = first === undefined ? 'in_force' : agreed ? first.status : 'unknown';
    const through = agreed && first !== undefined && first.through !== name ? first.through : undefined;
    const event = same && agreed ? this.#event(first?.event ?? null) : undefined;
    const by = event?.by;
    const identifiedUnder =
      value === 'not_identified' ? compiled.provisions.get(through ?? name)?.identifiedUnder : undefined;
    const enforcement = all.every((it) => !it.enforced) ? (first?.enforcement ?? null) : null;
    const issuing = value === 'not_yet_issued' ? compiled.provisions.get(through ?? name)?.instrument : undefined;
    const cited = [name, through, issuing, identifiedUnder, ...actingNames(compiled, by)];
    const supports = deep ? this.#supports(name, value, through) : [];
    const reference = eventReference(compiled, event?.name ?? null);
    return {
      kind: 'status',
      provisions: [name],
      value,
      ...(through === undefined ? {} : { through }),
      ...(identifiedUnder === undefined ? {} : { identifiedUnder }),
      ...(reference === undefined ? {} : { event: reference }),
      ...(same && agreed && first?.since != null ? { since: showInstant(compiled, first.since) } : {}),
      enforced: all.some((it) => it.enforced) || all.length === 0,
      cites: unique(cited.filter((it) => it !== undefined)),
      children: [
        ...this.#supposed(name, value, event),
        ...(value === 'unknown' ? this.#outcomes(name) : []),
        ...(enforcement === null ? [] : this.#told(enforcement, 'not_enforced')),
        ...(by === undefined ? [] : this.#record(name, by)),
        ...supports,
        ...(deep ? this.#toCome(name, [event, ...supports.map((support) => support.event)]) : []),
      ],
    };
  }

  #alternatives(name: string): readonly ProvisionStatus[] {
    return this.#frame.choices.flatMap(({ statuses }) => statuses.get(name) ?? []);
  }

  #event(name: string | null): LegalEvent | undefined {
    return this.#compiled.rulebook.events.find((candidate) => candidate.name === name);
  }

  /** What else holds back: supports, to any depth, with a status of their own other than in force. */
  #supports(name: string, value: Status, through: string | undefined): readonly StatusStep[] {
    if (value === 'in_force' || value === 'unknown') return [];
    const steps: StatusStep[] = [];
    for (const support of supportsOf(this.#compiled, name)) {
      if (support === through) continue;
      const held = this.#alternatives(support);
      if (held.length === 0 || held.some((it) => it.status === 'in_force' || it.through !== support)) continue;
      steps.push(this.#one(support, false));
    }
    return steps;
  }

  /** Settled readings on which the status rests: of what is in force those that decide whether an event counts, else that of its cause. */
  #supposed(name: string, value: Status, cause: LegalEvent | undefined): readonly ReadingStep[] {
    const whole = this.#compiled.provisions.get(name)?.instrument ?? name;
    const deciding =
      value === 'in_force' || value === 'not_yet_effective'
        ? this.#inOrder(({ touches }) => touches.includes(name) || touches.includes(whole))
        : [];
    const readings = [...deciding, ...(cause === undefined ? [] : [cause])].flatMap(
      ({ under }) => under?.reading ?? [],
    );
    const settled = [...new Set(readings)].sort().flatMap((reading): readonly ReadingStep[] => {
      const alternative = this.#readings[reading];
      if (alternative === undefined || !this.#unsettledByNature.has(reading)) return [];
      return [this.#reading(reading, alternative)];
    });
    return [...settled, ...this.#onlyUnder(cause)];
  }

  /** The unsettled reading under which alone an event counts. */
  #onlyUnder(event: LegalEvent | undefined): readonly ReadingStep[] {
    const under = event?.under;
    if (under === undefined || this.#readings[under.reading] !== undefined) return [];
    return [this.#reading(under.reading, under.alternative)];
  }

  #reading(reading: string, alternative: string): ReadingStep {
    const words = this.#words.reading(reading, alternative);
    const isSettled = this.#readings[reading] !== undefined;
    return {
      kind: 'reading',
      about: 'event',
      ...words,
      negated: false,
      settled: isSettled ? words.alternative : null,
      value: isSettled ? 'true' : 'unknown',
      cites: unique(this.#words.readingPer(reading)),
      children: [],
    };
  }

  /** Events without effect that are known and have happened: in short those that some instrument did to the acting one. */
  #record(name: string, by: string): readonly Step[] {
    const { asOf } = this.#frame.vantage;
    const acting = new Set([by, this.#compiled.provisions.get(by)?.instrument ?? by]);
    const own = new Set([name, this.#compiled.provisions.get(name)?.instrument ?? name]);
    return this.#inOrder((event) => {
      if (event.kind !== 'noted' || !this.#isKnown(event)) return false;
      if (this.#compiled.status.resolve(event.on)[1] > asOf) return false;
      const another = !own.has(by) && !own.has(this.#compiled.provisions.get(by)?.instrument ?? by);
      if (another && event.touches.some((touched) => acting.has(touched)))
        return this.#detail === 'full' || event.by !== undefined;
      return this.#detail === 'full' && event.touches.some((touched) => own.has(touched));
    }).flatMap((event) => this.#told(event.name, 'noted'));
  }

  /** Changes that are known and lie ahead. */
  #toCome(name: string, told: readonly ({ readonly name: string } | undefined)[]): readonly Step[] {
    const { asOf } = this.#frame.vantage;
    const touched = new Set([name, ...supportsOf(this.#compiled, name)]);
    for (const one of [...touched]) touched.add(this.#compiled.provisions.get(one)?.instrument ?? one);
    const ahead = this.#inOrder(
      (event) =>
        event.kind !== 'noted' &&
        !told.some((one) => one?.name === event.name) &&
        event.touches.some((it) => touched.has(it)) &&
        this.#isKnown(event) &&
        this.#compiled.status.resolve(event.from ?? event.on)[0] > asOf &&
        (event.under === undefined ||
          (this.#readings[event.under.reading] ?? event.under.alternative) === event.under.alternative),
    );
    return (this.#detail === 'full' ? ahead : ahead.slice(0, FEW_CHANGES)).flatMap((event) =>
      this.#told(event.name, 'announced'),
    );
  }

  #isKnown(event: LegalEvent): boolean {
    const { knownOn } = this.#frame.vantage;
    return knownOn === null || this.#compiled.status.resolve(event.known ?? event.on)[1] <= knownOn;
  }

  #inOrder(which: (event: LegalEvent) => boolean): readonly LegalEvent[] {
    const at = (event: LegalEvent) => this.#compiled.status.resolve(event.on)[0];
    return this.#compiled.rulebook.events.filter(which).sort((a, b) => at(a) - at(b) || (a.name < b.name ? -1 : 1));
  }

  #told(name: string, value: EventStep['value']): readonly EventStep[] {
    const event = eventReference(this.#compiled, name);
    if (event === undefined) return [];
    return [
      {
        kind: 'event',
        event,
        value,
        cites: unique(actingNames(this.#compiled, event.by)),
        children: this.#onlyUnder(this.#event(name)),
      },
    ];
  }

  /** What the status comes to under each combination of the unknowns that matter for it. */
  #outcomes(name: string): readonly StatusOutcomeStep[] {
    const { unknowns, choices } = this.#frame;
    const at = (choice: (typeof choices)[number]) => choice.statuses.get(name);
    const matters = unknowns.map((_, position) => {
      const byOthers = new Map<string, Status | undefined>();
      return choices.some((choice) => {
        const others = choice.values.toSpliced(position, 1).join();
        const before = byOthers.get(others);
        byOthers.set(others, at(choice)?.status);
        return before !== undefined && before !== at(choice)?.status;
      });
    });
    const order = unknowns
      .map((unknown, position) => ({ unknown, position }))
      .filter(({ position }) => matters[position])
      .sort((a, b) => (a.unknown.name < b.unknown.name ? -1 : 1));
    const found = new Map<string, StatusOutcomeStep>();
    for (const choice of choices) {
      const status = at(choice);
      if (status === undefined) continue;
      const suppositions = order.flatMap(({ unknown, position }): StatusOutcomeStep['suppositions'] => {
        const alternative = unknown.alternatives[choice.values[position] ?? 0] ?? '';
        if (unknown.kind === 'reading') return [{ kind: 'reading', ...this.#words.reading(unknown.name, alternative) }];
        const event = eventReference(this.#compiled, unknown.name);
        return event === undefined ? [] : [{ kind: 'event', event, happened: alternative === 'yes' }];
      });
      const key = JSON.stringify(suppositions);
      if (found.has(key)) continue;
      const event = eventReference(this.#compiled, status.event);
      const per = order.flatMap(({ unknown }) =>
        unknown.kind === 'reading' ? this.#words.readingPer(unknown.name) : [],
      );
      found.set(key, {
        kind: 'status_outcome',
        value: status.status,
        ...(event === undefined ? {} : { event }),
        ...(status.since === null ? {} : { since: showInstant(this.#compiled, status.since) }),
        suppositions,
        cites: unique([...per, ...actingNames(this.#compiled, event?.by)]),
        children: [],
      });
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, step]) => step);
  }
}

/** Everything that a provision or instrument hangs on, nearest first. */
function supportsOf(compiled: CompiledRulebook, name: string): readonly string[] {
  const found: string[] = [];
  const waiting = [name];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const support of directSupports(compiled, next)) {
      if (found.includes(support)) continue;
      found.push(support);
      waiting.push(support);
    }
  }
  return found;
}

function directSupports(compiled: CompiledRulebook, name: string): readonly string[] {
  const provision = compiled.provisions.get(name);
  const instrument = compiled.instruments.get(provision?.instrument ?? name);
  if (provision?.survives === true) return [];
  const whole = instrument?.hangsOn === undefined || instrument.survives === true ? [] : [instrument.hangsOn];
  return provision?.hangsOn === undefined ? whole : [provision.hangsOn, ...whole];
}
