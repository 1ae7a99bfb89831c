import type { AskProps } from '../ask/ask.tsx';
import { ASK_CATALOGUES, AskPage } from '../ask/page.tsx';
import { pageData } from '../shell/data.ts';
import { start } from '../shell/start.tsx';
import '../styles/base.css';
import '../styles/ask.css';

start(ASK_CATALOGUES, <AskPage {...pageData<AskProps>()} />);
