import * as screen from '@proviso/screen';

/** What the command `screen` needs beyond the rest, loaded only for it. */
export const screenBundle = screen;
/** The type of {@link screenBundle}. */
export type ScreenBundle = typeof screen;
