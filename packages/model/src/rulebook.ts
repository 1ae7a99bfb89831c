import type { Section } from './document.ts';
import type { LegalEvent } from './event.ts';
import type { Example, Situation } from './example.ts';
import type { Open } from './expression.ts';
import type { Instrument, Provision, Source } from './law.ts';
import type { Residual, Rule } from './rule.ts';
import type { LocalizedText } from './text.ts';
import type { Declarations, Vocabulary } from './vocabulary.ts';
import type { ZoneTable } from './zone.ts';

/** A rulebook as plain immutable data, complete in itself: vocabularies it uses are inside. */
export interface Rulebook extends Declarations {
  readonly kind: 'rulebook';
  /** `us/wechat` */
  readonly id: string;
  readonly title: LocalizedText;
  /** The zone that bare dates follow, with its offsets, so that deciding needs no time zone data. */
  readonly zone: ZoneTable;
  readonly uses: readonly string[];
  readonly vocabularies: readonly Vocabulary[];
  readonly sources: readonly Source[];
  readonly instruments: readonly Instrument[];
  readonly provisions: readonly Provision[];
  readonly events: readonly LegalEvent[];
  readonly opens: readonly Open[];
  readonly rules: readonly Rule[];
  readonly residual?: Residual;
  readonly situations: readonly Situation[];
  readonly examples: readonly Example[];
  readonly sections: readonly Section[];
}
