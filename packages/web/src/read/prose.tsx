import type { PhrasingContent, RootContent } from 'mdast';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.tsx';
import { headingId, isChinese, proseTree } from './prose-tree.ts';

/** The prose of a section, in the language of the page or in both. Headings are in the document's own language. */
export function Prose(props: { readonly prose: string; readonly section: number; readonly both: boolean }) {
  const { language } = useWords();
  const { children } = proseTree(props.prose);
  const translated = children.some((node) => node.type !== 'heading' && isChinese(node));
  return children.map((node, index) => {
    const chinese = isChinese(node);
    const wanted = props.both || node.type === 'heading' || !translated || chinese === (language === 'zh');
    if (!wanted) return null;
    const lang = chinese ? 'zh-Hans' : 'en';
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text do not move.
    return <Block key={index} node={node} lang={lang} id={headingId(props.section, index)} />;
  });
}

function Block({
  node,
  lang,
  id,
}: {
  readonly node: RootContent;
  readonly lang: string;
  readonly id: string;
}): ReactNode {
  switch (node.type) {
    case 'heading':
      return <HeadingTag depth={node.depth} id={id} lang={lang} content={inline(node.children)} />;
    case 'paragraph':
      return <p lang={lang}>{inline(node.children)}</p>;
    case 'list': {
      const items = node.children.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a text do not move.
        <li key={index}>
          {item.children.map((child) =>
            child.type === 'paragraph' ? (
              inline(child.children)
            ) : (
              <Block key={child.type} node={child} lang={lang} id="" />
            ),
          )}
        </li>
      ));
      return node.ordered === true ? <ol lang={lang}>{items}</ol> : <ul lang={lang}>{items}</ul>;
    }
    case 'blockquote':
      return (
        <blockquote lang={lang}>
          {node.children.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text do not move.
            <Block key={index} node={child} lang={lang} id="" />
          ))}
        </blockquote>
      );
    case 'code':
      return <pre>{node.value}</pre>;
    case 'thematicBreak':
      return <hr />;
    default:
      return null;
  }
}

function HeadingTag(props: {
  readonly depth: number;
  readonly id: string;
  readonly lang: string;
  readonly content: ReactNode;
}) {
  const { id, lang, content } = props;
  if (props.depth === 1)
    return (
      <h1 id={id} lang={lang}>
        {content}
      </h1>
    );
  if (props.depth === 2)
    return (
      <h2 id={id} lang={lang}>
        {content}
      </h2>
    );
  return (
    <h3 id={id} lang={lang}>
      {content}
    </h3>
  );
}

function inline(nodes: readonly PhrasingContent[]): ReactNode {
  return nodes.map((node, index) => {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'strong':
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text do not move.
        return <strong key={index}>{inline(node.children)}</strong>;
      case 'emphasis':
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text do not move.
        return <em key={index}>{inline(node.children)}</em>;
      case 'inlineCode':
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text do not move.
        return <code key={index}>{node.value}</code>;
      case 'link':
        return safeAddress(node.url) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text do not move.
          <a key={index} href={node.url} rel="noreferrer">
            {inline(node.children)}
          </a>
        ) : (
          inline(node.children)
        );
      case 'break':
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text do not move.
        return <br key={index} />;
      default:
        return null;
    }
  });
}

/** A rulebook may come from anywhere: only addresses of pages are made into links. */
function safeAddress(url: string): boolean {
  return /^(?:https?:\/\/|#)/i.test(url);
}
