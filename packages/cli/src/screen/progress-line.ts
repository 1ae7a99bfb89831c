import { isatty } from 'node:tty';
import type { Progress } from '@proviso/screen';
import type { Context } from '../context.ts';
import { screenMessagesIn } from '../messages/screen.ts';
import { writeError } from '../output/write.ts';

const STDERR = 2;
const CELLS = 24;

/** One line on the terminal that tells what is going on; nothing elsewhere, nor with `--json`. */
export class ProgressLine {
  readonly #context: Context;
  readonly #shown: boolean;
  #length = 0;

  constructor(context: Context) {
    this.#context = context;
    this.#shown = !context.json && isatty(STDERR);
  }

  show({ phase, share }: Progress): void {
    if (!this.#shown) return;
    const texts = screenMessagesIn(this.#context.language);
    const filled = share === undefined ? 0 : Math.round(share * CELLS);
    const bar =
      share === undefined ? '' : ` ${'█'.repeat(filled)}${'░'.repeat(CELLS - filled)} ${Math.floor(share * 100)} %`;
    this.#replace(`${texts.phases[phase]}${bar}`);
  }

  clear(): void {
    if (this.#shown && this.#length > 0) this.#replace('');
    this.#length = 0;
  }

  #replace(text: string): void {
    writeError(`\r\u001b[2K${text}`);
    this.#length = text.length;
  }
}
