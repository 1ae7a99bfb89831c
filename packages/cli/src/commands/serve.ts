import { homedir } from 'node:os';
import { join } from 'node:path';
import type { StartOptions } from '@proviso/service';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { serviceMessagesIn } from '../messages/service.ts';
import { writeOut } from '../output/write.ts';
import { rulebookFolders } from '../rulebook/locate.ts';
import { docsFolder, webFolder } from '../service/folders.ts';
import { asFailure } from '../service/trouble.ts';

/** `proviso serve`: the web app and the HTTP API, until it is told to stop. */
export async function serve(context: Context): Promise<number> {
  const texts = serviceMessagesIn(context.language);
  const service = await context.host.service();
  const folders = rulebookFolders(context);
  const web = webFolder(context.host.home);
  const docs = docsFolder(context.host.home);
  const chosen = context.arguments.text('database') ?? (context.environment.PROVISO_DATABASE || undefined);
  const started = await service
    .startService({
      rulebookFolders: folders,
      dataFolder: context.arguments.text('data') ?? defaultDataFolder(context.environment),
      ...(chosen === undefined ? {} : { database: chosen }),
      ...numbers(context),
      ...times(context),
      ...optional(context, 'host', 'host'),
      ...optional(context, 'token-file', 'tokenFile'),
      ...(context.arguments.has('host-name') ? { hostNames: context.arguments.texts('host-name') } : {}),
      ...(web === undefined ? {} : { webFolder: web }),
      ...(docs === undefined ? {} : { docsFolder: docs }),
      log: { level: levelOf(context) },
    })
    .catch((error: unknown) => {
      throw asFailure(error, context);
    });
  const { address, dataFolder, database, unseen, rulebooks, repaired } = started;
  if (context.json) writeOut(`${JSON.stringify({ address, dataFolder, database, rulebooks })}\n`);
  else {
    const lines = [
      ...(repaired === undefined ? [] : [texts.repaired(repaired)]),
      texts.rulebooks(rulebooks),
      database === undefined ? texts.data(dataFolder) : texts.database(database, dataFolder),
      ...(unseen === undefined ? [] : [texts.unseen(unseen)]),
      ...(web === undefined ? [texts.noWeb] : []),
      context.paint('strong', texts.open(address)),
      texts.howToStop,
    ];
    writeOut(lines.map((line) => `${line}\n`).join(''));
  }
  await started.stopped;
  if (!context.json) writeOut(`${texts.stopped}\n`);
  return EXIT.answered;
}

function defaultDataFolder({ XDG_DATA_HOME, PROVISO_DATA }: NodeJS.ProcessEnv): string {
  return PROVISO_DATA || join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'proviso');
}

function numbers(context: Context): Pick<StartOptions, 'port'> {
  const text = context.arguments.text('port');
  if (text === undefined) return {};
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return { port };
  throw new Failure('wrong_port', serviceMessagesIn(context.language).wrongPort(text), {
    exit: EXIT.misuse,
    where: '--port',
  });
}

function times(context: Context): Pick<StartOptions, 'times'> {
  const text = context.arguments.text('keep-uploads');
  if (text === undefined) return {};
  const hours = Number(text);
  if (/^[1-9]\d{0,3}$/.test(text) && hours <= 8760) return { times: { unusedUpload: hours * 3_600_000 } };
  throw new Failure('wrong_number', serviceMessagesIn(context.language).wrongHours(text), {
    exit: EXIT.misuse,
    where: '--keep-uploads',
  });
}

function optional<Name extends 'host' | 'tokenFile'>(
  context: Context,
  option: 'host' | 'token-file',
  name: Name,
): Partial<Record<Name, string>> {
  const text = context.arguments.text(option);
  const found: Partial<Record<Name, string>> = {};
  if (text !== undefined) found[name] = text;
  return found;
}

function levelOf(context: Context): 'info' | 'warn' | 'error' | 'silent' {
  const level = context.arguments.text('log');
  return level === 'info' || level === 'error' || level === 'silent' ? level : 'warn';
}
