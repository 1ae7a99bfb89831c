import type { RulebookEntry } from '../api/contract.ts';
import { SCREEN_CATALOGUES, ScreenPage } from '../screen/page.tsx';
import { pageData } from '../shell/data.ts';
import { start } from '../shell/start.tsx';
import '../styles/base.css';
import '../styles/screen.css';

start(SCREEN_CATALOGUES, <ScreenPage {...pageData<{ readonly shelf: readonly RulebookEntry[] }>()} />);
