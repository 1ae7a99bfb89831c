import { DOCS_CATALOGUES, type DocsGroup, DocsPage } from '../docs/page.tsx';
import { pageData } from '../shell/data.ts';
import { start } from '../shell/start.tsx';
import '../styles/base.css';
import '../styles/docs.css';

const { groups, address } = pageData<{ readonly groups: readonly DocsGroup[]; readonly address: string }>();
const html = document.getElementById('document')?.innerHTML ?? '';
start(DOCS_CATALOGUES, <DocsPage groups={groups} html={html} address={address} />);
