/** A file of the app to be written out. */
export interface WrittenPage {
  readonly file: string;
  readonly text: string;
}
