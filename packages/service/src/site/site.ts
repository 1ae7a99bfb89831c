import type { App } from '../context.ts';
import type { ServiceOptions } from '../options.ts';
export async function siteRoutes(_app: App, _options: ServiceOptions): Promise<void> {}
