import type { NextQuestion } from '@proviso/logic';
import type { FactValues } from '@proviso/model';
import { textIn } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { reportsIn } from '../messages/reports.ts';
import { Page } from '../output/page.ts';
import type { Posed } from '../posed.ts';
import { dayOrMoment } from '../render/dates.ts';
import { Glossary } from '../render/glossary.ts';
import { describeType } from '../render/type-words.ts';
import { rulesOn } from './mentions.ts';
import { understand } from './reply.ts';

/** Where an interview speaks and listens. */
export interface Channel {
  say(text: string): void;
  /** The next line typed; undefined when no more come. */
  listen(): Promise<string | undefined>;
}

/** One question at a time, the one that settles most, until nothing asked can change the outcome. */
export class Interview {
  readonly #posed: Posed;
  readonly #context: Context;
  readonly #channel: Channel;
  readonly #glossary: Glossary;
  /** The facts before each question that was answered. */
  readonly #before: FactValues[] = [];
  #facts: FactValues;

  constructor(posed: Posed, context: Context, channel: Channel) {
    this.#posed = posed;
    this.#context = context;
    this.#channel = channel;
    this.#glossary = new Glossary(posed.rulebook, context.messages);
    this.#facts = posed.facts;
  }

  /** Holds the interview and returns the facts that were learnt. */
  async hold(): Promise<FactValues> {
    this.#open();
    let question = this.#next();
    while (question !== null) {
      this.#put(question);
      const goOn = await this.#answer(question);
      if (!goOn) {
        this.#say(this.#texts.ended);
        return this.#facts;
      }
      question = this.#next();
    }
    const { verdict } = this.#posed.decider.possible(this.#facts);
    this.#say(verdict === 'undetermined' ? this.#texts.nothingLeft : this.#texts.settled);
    return this.#facts;
  }

  get #texts() {
    return reportsIn(this.#context.language).ask;
  }

  #next(): NextQuestion | null {
    return this.#posed.told(() => this.#posed.decider.ask(this.#facts));
  }

  #open(): void {
    const { arguments: given, messages } = this.#context;
    const asOf = given.text('as-of') ?? new Date().toISOString();
    this.#say(this.#texts.opening(this.#glossary.title, dayOrMoment(asOf, messages.words)), this.#texts.keys);
  }

  /** Listens until a question is answered, taken back or given up; false when the interview ends. */
  async #answer(question: NextQuestion): Promise<boolean> {
    for (;;) {
      this.#channel.say(this.#texts.prompt);
      const line = await this.#channel.listen();
      if (line === undefined) {
        this.#channel.say('\n');
        return false;
      }
      const reply = understand(line, question);
      if (reply.kind === 'quit') return false;
      if (reply.kind === 'back') {
        const before = this.#before.pop();
        if (before === undefined) this.#say(this.#texts.noneBefore);
        else this.#facts = before;
        return true;
      }
      if (reply.kind === 'why') this.#explain(question);
      else if (reply.kind === 'value' && this.#learn(question.name, reply.raw)) return true;
      else this.#say(this.#texts.wrongChoice(this.#expected(question)));
    }
  }

  /** Takes an answer in; false when it is not understood or cannot be true. */
  #learn(name: string, raw: unknown): boolean {
    const { program, decider, told } = this.#posed;
    try {
      const facts = told(() => ({ ...this.#facts, ...program.readFacts({ [name]: raw }) }));
      told(() => decider.possible(facts));
      this.#before.push(this.#facts);
      this.#facts = facts;
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.code === 'contradiction') this.#say(error.message);
      return false;
    }
  }

  #put(question: NextQuestion): void {
    const { words } = this.#context.messages;
    const page = this.#page();
    page.blank().raw(this.#context.paint('strong', this.#texts.question(this.#before.length + 1, question.atMostLeft)));
    page.line(this.#glossary.factQuestion(question.name));
    const help = textIn(question.help, this.#context.language);
    if (help !== '') page.line(help, { tone: 'quiet' });
    const choices =
      question.choices?.map((choice) =>
        words.named(textIn(choice.label, this.#context.language) || choice.name, choice.name),
      ) ?? (question.fact.type.kind === 'boolean' ? [words.yes, words.no] : []);
    for (const [index, choice] of choices.entries()) page.item(choice, { mark: `${index + 1}  ` });
    if (choices.length === 0) page.item(this.#expected(question), { mark: '' });
    this.#channel.say(`\n${page}`);
  }

  #explain(question: NextQuestion): void {
    const { words } = this.#context.messages;
    const page = this.#page();
    const verdicts = words.alternatives(question.canSettle.map((verdict) => words.verdicts[verdict]));
    if (verdicts !== '') page.line(this.#texts.whyAsked(question.name, verdicts));
    page.line(words.pair(this.#texts.whyCites, ''));
    for (const rule of rulesOn(question.name, this.#posed.rulebook, this.#glossary.declarations))
      page.item(words.aside(this.#glossary.ruleTitle(rule.name), rule.per[0] ?? ''));
    this.#channel.say(page.toString());
  }

  #expected({ fact }: NextQuestion): string {
    return describeType(fact.type, this.#glossary.declarations, this.#context.messages);
  }

  #say(...paragraphs: readonly string[]): void {
    const page = this.#page();
    for (const text of paragraphs) page.line(text);
    this.#channel.say(page.toString());
  }

  #page(): Page {
    return new Page(this.#context.terminal.width, this.#context.paint);
  }
}
