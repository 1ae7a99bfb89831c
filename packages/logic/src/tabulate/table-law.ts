import type { CompiledRule, CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { Assignment } from '../compile/variables.ts';
import { everythingInForce, type Frame } from '../decide/frame.ts';
import { Rulings } from '../decide/rulings.ts';
import { type Diagram, type Diagrams, FALSE } from '../diagram/diagrams.ts';
import type { CodeDiagrams } from './codes.ts';

/** One law over the rows of a table: what can and must hold for a row, as diagrams over codes. */
export class TableLaw {
  readonly compiled: CompiledRulebook;
  readonly frame: Frame;
  /** The rulings on what is not known of every row. */
  readonly rulings: Rulings;
  readonly counterfactual: Rulings;
  readonly coded: CodeDiagrams;

  /** @param known settled readings and the presumptions that stand in for facts without a column */
  constructor(
    compiled: CompiledRulebook,
    frame: Frame,
    { diagrams, known, coded }: { diagrams: Diagrams; known: Assignment; coded: CodeDiagrams },
  ) {
    this.compiled = compiled;
    this.frame = frame;
    const setting = { diagrams, period: frame.period, known };
    this.rulings = new Rulings(compiled, frame, setting);
    this.counterfactual = new Rulings(compiled, everythingInForce(frame), setting);
    this.coded = coded;
  }

  /** The diagrams over codes. */
  get codes(): Diagrams {
    return this.coded.codes;
  }

  /** The diagrams over facts, readings and status. */
  get diagrams(): Diagrams {
    return this.rulings.diagrams;
  }

  /** For each row the verdicts still possible, as a mask; 0 where the facts contradict an assumption. */
  get verdicts(): Diagram {
    return this.coded.reach(this.rulings.verdict);
  }

  /** The rows in which a condition can hold. */
  can(condition: Diagram, rulings: Pick<Rulings, 'admissible'> = this.rulings): Diagram {
    return this.coded.reach(this.diagrams.and(condition, rulings.admissible));
  }

  /** The rows in which a condition must hold. */
  must(condition: Diagram): Diagram {
    return this.codes.not(this.can(this.diagrams.not(condition)));
  }

  /** Where a rule reaches, applies and stands, over facts. */
  rule({ index }: CompiledRule): { applies: Diagram; reaches: Diagram; stands: Diagram } {
    const found = this.rulings.rules[index];
    return found ?? { applies: FALSE, reaches: FALSE, stands: FALSE };
  }
}
