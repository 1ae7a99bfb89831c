import type { RulebookEntry } from '../api/contract.ts';
import { pageData } from '../shell/data.ts';
import { start } from '../shell/start.tsx';
import { TIME_CATALOGUES, TimePage } from '../time/page.tsx';
import '../styles/base.css';
import '../styles/time.css';

start(TIME_CATALOGUES, <TimePage {...pageData<{ readonly shelf: readonly RulebookEntry[] }>()} />);
