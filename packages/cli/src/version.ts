import { ENGINE_VERSION } from '@proviso/logic';

/** The version of the program: all packages have the same. */
export const VERSION: string = ENGINE_VERSION;
