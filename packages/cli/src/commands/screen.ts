import type { Context } from '../context.ts';
import { runScreen } from '../screen/run.ts';

/** `proviso screen`: judge every row of a table. */
export function screen(context: Context): Promise<number> {
  return runScreen(context);
}
