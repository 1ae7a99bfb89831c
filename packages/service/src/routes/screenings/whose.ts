import { type Asker, allows } from '../../access/roles.ts';

/** Whether somebody may see what a token made: one's own, or with the role `admin` all. */
export function mayReadOf(asker: Asker): (by: string) => boolean {
  return (by) => by === asker.name || allows(asker, 'admin');
}
