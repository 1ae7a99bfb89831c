import { type Catalogues, useWords } from '../i18n/words.tsx';
import commonEn from '../messages/en/common.json' with { type: 'json' };
import commonZh from '../messages/zh/common.json' with { type: 'json' };
import { Shell } from '../shell/shell.tsx';

/** A group of pages of the documentation. */
export interface DocsGroup {
  readonly name: 'tasks' | 'concepts' | 'reference' | 'decisions';
  readonly pages: readonly { readonly address: string; readonly title: string }[];
}

/** The words of the documentation: those of the frame. The pages themselves are in English. */
export const DOCS_CATALOGUES: Catalogues = { en: [commonEn], zh: [commonZh] };

/** A page of the documentation in its frame. */
export function DocsPage(props: {
  readonly groups: readonly DocsGroup[];
  /** Made of our own Markdown by the build. */
  readonly html: string;
  readonly address: string;
}) {
  const { say, language } = useWords();
  return (
    <Shell part="docs">
      <div className="docs">
        <nav aria-label={say('common.docs')}>
          <p>
            <a href="/docs/" aria-current={props.address === '/docs/' ? 'page' : undefined}>
              {say('common.docs')}
            </a>
          </p>
          {props.groups.map((group) => (
            <details key={group.name} open={props.address.startsWith(`/docs/${group.name}/`)}>
              <summary>{say(`docs.${group.name}`)}</summary>
              <ul lang="en">
                {group.pages.map(({ address, title }) => (
                  <li key={address}>
                    <a href={address} aria-current={address === props.address ? 'page' : undefined}>
                      {plain(title)}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </nav>
        <div>
          {language === 'zh' && <p className="note">{say('docs.englishOnly')}</p>}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own Markdown, made into HTML by the build. */}
          <article id="document" lang="en" dangerouslySetInnerHTML={{ __html: props.html }} suppressHydrationWarning />
        </div>
      </div>
    </Shell>
  );
}

/** Titles come as HTML without elements. */
function plain(title: string): string {
  return title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
