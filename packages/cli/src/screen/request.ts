import { compile, type Program } from '@proviso/logic';
import type { Rulebook } from '@proviso/model';
import type { MapText } from '@proviso/screen';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { readText } from '../input/read-file.ts';
import { gatherReadings } from '../input/readings.ts';
import { told } from '../input/told.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import type { OptionName } from '../options/definition.ts';
import { loadReadyRulebook } from '../rulebook/load.ts';

const MAP_LIMIT = 1 << 20;
const COLUMN = 'column:';
const MEMORY = /^[1-9]\d{0,8}(\.\d+)? ?([KMGT]i?)B$/i;

/** What a command line asks to have screened, all checked but the input itself. */
export interface ScreenRequest {
  readonly program: Program;
  readonly rulebook: Rulebook;
  readonly asOf?: string;
  /** The column that gives each row its own date. */
  readonly asOfColumn?: { readonly column: string };
  readonly knownOn?: string;
  readonly readings: Readonly<Record<string, string>>;
  /** The map file. */
  readonly map?: MapText;
  readonly columns: readonly string[];
  readonly amount?: string;
  readonly unit?: string;
  readonly prefix?: string;
  readonly threads?: number;
  readonly memory?: string;
}

/** Reads the request from the arguments. @throws Failure */
export function requestOf(context: Context): ScreenRequest {
  const { arguments: given } = context;
  const { rulebook, digest, stored } = loadReadyRulebook(context);
  const program = compile(rulebook, { digest, ...(stored === undefined ? {} : { stored }) });
  const readings = gatherReadings(context);
  const asOf = given.text('as-of');
  const column = asOf?.startsWith(COLUMN) === true ? asOf.slice(COLUMN.length) : undefined;
  const knownOn = given.text('known-on');
  const moment = column === undefined && asOf !== undefined ? { asOf } : {};
  // Dates and readings are told wrong before any input is opened.
  told(context, new Map(), () => program.at({ readings, ...moment, ...(knownOn === undefined ? {} : { knownOn }) }));
  const threads = wholeNumber(context, 'threads');
  const memory = given.text('memory');
  if (memory !== undefined && !MEMORY.test(memory))
    throw new Failure('wrong_number', screenMessagesIn(context.language).wrongMemory(memory), {
      exit: EXIT.misuse,
      where: '--memory',
    });
  return {
    program,
    rulebook,
    readings,
    ...moment,
    ...(column === undefined ? {} : { asOfColumn: { column } }),
    ...(knownOn === undefined ? {} : { knownOn }),
    ...mapOf(rulebook, context),
    columns: given.texts('column'),
    ...textOption(context, 'amount'),
    ...textOption(context, 'unit'),
    ...textOption(context, 'prefix'),
    ...textOption(context, 'memory'),
    ...(threads === undefined ? {} : { threads }),
  };
}

/** The map: the file, and the words told beside it. */
function mapOf({ id }: Rulebook, context: Context): { readonly map?: MapText } {
  const path = context.arguments.text('map');
  const empty = context.arguments.texts('empty-word');
  const file =
    path === undefined
      ? { file: '--empty-word', text: JSON.stringify({ rulebook: id }) }
      : { file: path, text: readMap(path, context) };
  if (empty.length > 0) return { map: { ...file, empty } };
  return path === undefined ? {} : { map: file };
}

function readMap(path: string, context: Context): string {
  try {
    return readText(path, MAP_LIMIT, context);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'file_not_found') throw error;
    throw new Failure(error.code, screenMessagesIn(context.language).noMap(path), { where: '--map' });
  }
}

function textOption<Name extends 'amount' | 'unit' | 'prefix' | 'memory'>(
  context: Context,
  name: Name,
): Partial<Record<Name, string>> {
  const text = context.arguments.text(name);
  const found: Partial<Record<Name, string>> = {};
  if (text !== undefined) found[name] = text;
  return found;
}

function wholeNumber(context: Context, name: OptionName): number | undefined {
  const text = context.arguments.text(name);
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  const trouble = screenMessagesIn(context.language).wrongNumber(`--${name}`, text);
  throw new Failure('wrong_number', trouble, { exit: EXIT.misuse, where: `--${name}` });
}
