import type { DatedList, Enumeration, Fact, Group, Parameter, Party, Reading, RuleKind } from '@proviso/model';
import type { Kind } from './kinds.ts';

/** What must be known of a term to use it: the group it is over, if any. */
export interface TermSignature {
  readonly group?: string;
}

/** Every name that a document can use, its own and those of its vocabularies. */
export class Scope {
  readonly enumerations = new Map<string, Enumeration>();
  /** By path: `territory`, `counterparty.share`. */
  readonly facts = new Map<string, Fact>();
  readonly groups = new Map<string, Group>();
  readonly parties = new Map<string, Party>();
  readonly terms = new Map<string, TermSignature>();
  readonly opens = new Set<string>();
  readonly readings = new Map<string, Reading>();
  readonly parameters = new Map<string, Parameter>();
  readonly lists = new Map<string, DatedList>();
  readonly assumptions = new Set<string>();
  readonly sources = new Set<string>();
  readonly instruments = new Set<string>();
  /** The instrument of each provision. */
  readonly provisions = new Map<string, string>();
  readonly events = new Set<string>();
  readonly rules = new Map<string, RuleKind>();
  readonly situations = new Set<string>();
  /** What has been used, as `fact share`, `list us_and_territories`. */
  readonly used = new Set<string>();

  /** Adds the facts of a party under their paths. */
  addPartyFacts(party: Party): void {
    for (const fact of this.groups.get(party.group)?.facts ?? []) this.facts.set(`${party.name}.${fact.name}`, fact);
  }

  /** What kind of thing a name that may stand in a condition is, if it is declared. */
  kindOf(name: string): Kind | undefined {
    if (this.facts.has(name)) return 'fact';
    if (this.terms.has(name)) return 'term';
    if (this.readings.has(name)) return 'reading';
    if (this.opens.has(name)) return 'open point';
    if (this.parameters.has(name)) return 'parameter';
    if (this.lists.has(name)) return 'list';
    if (this.parties.has(name)) return 'party';
    if (this.provisions.has(name)) return 'provision';
    return this.instruments.has(name) ? 'instrument' : undefined;
  }
}
