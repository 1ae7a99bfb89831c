import { digestOf, FormatError, format, parse } from '@proviso/language';

/** What the command line uses of the rulebook language. It is loaded only when a rulebook has to be read anew. */
export const languageBundle = { digestOf, FormatError, format, parse };
/** See {@link languageBundle}. */
export type LanguageBundle = typeof languageBundle;
