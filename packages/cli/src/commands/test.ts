import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { RULEBOOK_LIMIT, readText } from '../input/read-file.ts';
import { writeOut } from '../output/write.ts';
import { type LoadedRulebook, loadRulebook } from '../rulebook/load.ts';
import { CASES_FILE, knownIds, locate, shippedFolder } from '../rulebook/locate.ts';
import { type CaseTrial, readCaseFile, type WrongLine } from '../trials/case-file.ts';
import { trialsOfExamples } from '../trials/examples.ts';
import { renderTrials, trialsAsJson } from '../trials/report.ts';
import { passed, runTrials } from '../trials/run.ts';
import type { NamedTrial, TrialResult } from '../trials/trial.ts';

/** `proviso test`: runs the examples in rulebooks and files of cases. */
export function test(context: Context): number {
  const plan = new Plan(context);
  const files = context.arguments.texts('cases');
  const named = context.arguments.text('rulebook');
  for (const file of files) plan.addCases(file, named);
  if (files.length === 0)
    for (const reference of named === undefined ? knownIds([shippedFolder(context.host.home)]) : [named])
      plan.addRulebook(reference);
  const results = plan.run();
  writeOut(context.json ? trialsAsJson(results, plan.wrong) : renderTrials(results, plan.wrong, context));
  return plan.wrong.length === 0 && results.every(passed) ? EXIT.answered : EXIT.bad;
}

/** What to run, by rulebook, so that each is loaded once. */
class Plan {
  readonly wrong: WrongLine[] = [];
  readonly #context: Context;
  readonly #loaded = new Map<string, LoadedRulebook>();
  readonly #trials = new Map<LoadedRulebook, NamedTrial[]>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** The examples of a rulebook and the cases beside it. */
  addRulebook(reference: string): void {
    const loaded = this.#load(reference);
    const text = readText(loaded.file, RULEBOOK_LIMIT, this.#context);
    for (const trial of trialsOfExamples(loaded.rulebook, loaded.file, text)) this.#add(loaded, trial);
    const beside = join(dirname(loaded.file), CASES_FILE);
    if (existsSync(beside)) this.addCases(beside, undefined);
  }

  /** The cases of a file; with a rulebook named, only those of that rulebook. */
  addCases(file: string, named: string | undefined): void {
    const { cases, wrong } = readCaseFile(file, this.#context);
    this.wrong.push(...wrong);
    const only = named === undefined ? undefined : this.#load(named).rulebook.id;
    for (const trial of cases) if (only === undefined || trial.rulebook === only) this.#addCase(trial, named);
  }

  run(): TrialResult[] {
    return [...this.#trials].flatMap(([loaded, trials]) => runTrials(loaded, trials, this.#context));
  }

  #addCase(trial: CaseTrial, named: string | undefined): void {
    try {
      this.#add(this.#load(named ?? trial.rulebook), trial);
    } catch (error) {
      // A case that names a rulebook that does not exist is a wrong case; a rulebook with errors stops everything.
      if (!(error instanceof Failure) || error.code !== 'unknown_rulebook') throw error;
      this.wrong.push({ place: trial.place, problem: error.message.replace(/[.。]$/, '') });
    }
  }

  #add(loaded: LoadedRulebook, trial: NamedTrial): void {
    const trials = this.#trials.get(loaded);
    if (trials === undefined) this.#trials.set(loaded, [trial]);
    else trials.push(trial);
  }

  #load(reference: string): LoadedRulebook {
    const known = this.#loaded.get(reference);
    if (known !== undefined) return known;
    const loaded = loadRulebook(locate(reference, this.#context), this.#context);
    this.#loaded.set(reference, loaded);
    return loaded;
  }
}
