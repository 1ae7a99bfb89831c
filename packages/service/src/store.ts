import { join } from 'node:path';
import { RecordError } from '@proviso/record';
import { DecisionLog, type DecisionStore, headOf, holdsChain, openDatabase, takeFolder } from '@proviso/record/log';
import type { FastifyBaseLogger } from 'fastify';
import type { ServiceOptions } from './options.ts';

/** A store of decisions that is open, and the data folder with it. */
export interface OpenedStore {
  readonly log: DecisionStore;
  /** The folder whose earlier decisions are not seen, because a database has them now. */
  readonly unseen: string | undefined;
  /** Gives both back. */
  close(): Promise<void>;
}

/**
 * Opens the store of a service: the data folder, or a database. The folder is taken in both cases, for the screenings.
 * @throws RecordError when one of them is in use, cannot be used, or is damaged.
 */
export async function openStore(
  { dataFolder, database, now = Date.now }: Pick<ServiceOptions, 'dataFolder' | 'database' | 'now'>,
  logger: FastifyBaseLogger,
): Promise<OpenedStore> {
  if (database === undefined) {
    const log = await DecisionLog.open(dataFolder, { now });
    return { log, unseen: undefined, close: () => log.close() };
  }
  const release = await takeFolder(dataFolder);
  try {
    const log = await openDatabase(database, {
      onChange: (trouble) => {
        if (trouble === undefined) logger.warn('decisions can be saved again');
        else logger.error({ code: trouble.code }, 'decisions cannot be saved');
      },
    });
    const close = async () => {
      await log.close();
      await release();
    };
    try {
      const unseen = (await seesAll(log, dataFolder)) ? undefined : join(dataFolder, 'log');
      return { log, unseen, close };
    } catch (error) {
      await log.close();
      throw error;
    }
  } catch (error) {
    await release();
    throw error;
  }
}

/** Whether all that was saved in a folder before is in a store too. What cannot be read there is not. */
async function seesAll(log: DecisionStore, folder: string): Promise<boolean> {
  try {
    return await holdsChain(log, await headOf(folder));
  } catch (error) {
    if (error instanceof RecordError && error.code === 'log_damaged') return false;
    throw error;
  }
}
