import type { PageAssets } from './html.ts';
import type { WrittenPage } from './index.tsx';

/** The documentation as pages. */
export function makeDocs(_folder: string, _assets: PageAssets): readonly WrittenPage[] {
  return [];
}
