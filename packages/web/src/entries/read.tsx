import type { RulebookEntry } from '../api/contract.ts';
import { READ_CATALOGUES, ReadPage } from '../read/page.tsx';
import { pageData } from '../shell/data.ts';
import { start } from '../shell/start.tsx';
import '../styles/base.css';
import '../styles/read.css';

start(READ_CATALOGUES, <ReadPage {...pageData<{ readonly shelf: readonly RulebookEntry[] }>()} />);
