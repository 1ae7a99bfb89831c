export class MemoPress {
  readonly a = 1;
}
