import type { FrontFacts } from '../front/facts.ts';
import { FRONT_CATALOGUES, FrontPage } from '../front/page.tsx';
import { pageData } from '../shell/data.ts';
import { start } from '../shell/start.tsx';
import '../styles/base.css';
import '../styles/front.css';

start(FRONT_CATALOGUES, <FrontPage facts={pageData<FrontFacts>()} />);
