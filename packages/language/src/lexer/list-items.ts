const ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])( {1,4}(?=\S)|[ \t]+|$)/;
const BREAK = /^ {0,3}([-*_])([ \t]*\1){2,}[ \t]*$/;

/** Follows list items at the top of a document line by line; what stands in one is not at the top. */
export class ListItems {
  /** Columns that a line must be indented by to belong to the item; undefined outside of items. */
  #content: number | undefined;

  /** Whether the line belongs to a list item that began above it. */
  takes(line: string): boolean {
    if (this.#content === undefined) return false;
    if (/^\s*$/.test(line)) return true;
    if (indentation(line) >= this.#content) return true;
    this.#content = undefined;
    return false;
  }

  /** Whether the line begins a list item. */
  opens(line: string): boolean {
    const match = ITEM.exec(line);
    if (match === null || BREAK.test(line)) return false;
    const [, indent = '', marker = '', space = ''] = match;
    const wide = /^ {1,4}$/.test(space) && line.length > match[0].length ? space.length : 1;
    this.#content = indent.length + marker.length + wide;
    return true;
  }
}

function indentation(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}
