import { type Explanation, renderExplanation } from '@proviso/logic';
import { useId, useMemo, useRef } from 'react';
import { readAddress } from '../case/addresses.ts';
import type { Case } from '../case/case.ts';
import { useWords } from '../i18n/words.tsx';
import { growTree, type ProofNode } from './proof-tree.ts';

/** How a proof is shown. */
export interface ProofProps {
  readonly rulebook: string;
  readonly asked: Case;
  readonly explanation: Explanation;
  readonly detail: 'short' | 'full';
  /** The id of the heading that it stands under, where there are several; its own is then of level 3. */
  readonly under?: string;
  choose(detail: 'short' | 'full'): void;
}

/** Why: the proof as a tree that opens step by step, each step citing its provision. */
export function Proof({ rulebook, asked, explanation, detail, under, choose }: ProofProps) {
  const { say, language } = useWords();
  const id = useId();
  const Heading = under === undefined ? 'h2' : 'h3';
  const tree = useRef<HTMLUListElement>(null);
  const { nodes, cited } = useMemo(() => growTree(renderExplanation(explanation, language)), [explanation, language]);
  const setAll = (open: boolean) => {
    for (const part of tree.current?.querySelectorAll('details') ?? []) part.open = open;
  };
  return (
    <section className="proof" aria-labelledby={under === undefined ? id : `${under} ${id}`}>
      <Heading id={id}>{say('answer.why')}</Heading>
      <div className="proof-tools">
        <fieldset className="switch">
          <legend className="unseen">{say('answer.why.detail')}</legend>
          {(['short', 'full'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === detail} onClick={() => choose(one)}>
              {say(`answer.why.${one}`)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="link" onClick={() => setAll(true)}>
          {say('answer.why.open')}
        </button>
        <button type="button" className="link" onClick={() => setAll(false)}>
          {say('answer.why.close')}
        </button>
      </div>
      <ul className="tree" ref={tree} key={detail}>
        {nodes.map((node) => (
          <Step key={node.key} node={node} depth={0} link={(name) => readAddress(rulebook, asked, name)} />
        ))}
      </ul>
      {cited.length > 0 && (
        <details className="cited">
          <summary>{say('answer.cited')}</summary>
          <ul>
            {cited.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const SIGNS = { holds: '✓', fails: '✗', unknown: '?' } as const;

function Step(props: { readonly node: ProofNode; readonly depth: number; link(provision: string): string }) {
  const { node, depth, link } = props;
  const { say } = useWords();
  const line = (
    <>
      {node.mark !== null && (
        <span className={`mark mark-${node.mark}`}>
          <span aria-hidden="true">{SIGNS[node.mark]}</span>
          <span className="unseen">{say(`answer.mark.${node.mark}`)}</span>
        </span>
      )}
      <span className="text">{node.text}</span>
    </>
  );
  const cites = node.cites.length > 0 && (
    <span className="cites">
      {node.cites.map((name) => (
        <a key={name} href={link(name)}>
          {name}
        </a>
      ))}
    </span>
  );
  if (node.children.length === 0) {
    return (
      <li>
        <span className="line">
          {line}
          {cites}
        </span>
      </li>
    );
  }
  return (
    <li>
      <details open={depth === 0}>
        <summary>
          <span className="line">{line}</span>
        </summary>
        {cites !== false && <p className="cites-below">{cites}</p>}
        <ul>
          {node.children.map((child) => (
            <Step key={child.key} node={child} depth={depth + 1} link={link} />
          ))}
        </ul>
      </details>
    </li>
  );
}
