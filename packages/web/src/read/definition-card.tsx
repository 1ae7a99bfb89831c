import { textIn } from '@proviso/model';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { Definition, ReadableBook } from './library.ts';

interface Shown {
  readonly definition: Definition;
  readonly at: HTMLElement;
}

/** The definition of whatever name is pointed at or focused. One card serves the whole document. */
export function DefinitionCard(props: { readonly book: ReadableBook; readonly within: RefObject<HTMLElement | null> }) {
  const { book, within } = props;
  const { say, language } = useWords();
  const [shown, setShown] = useState<Shown>();
  const card = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const root = within.current;
    if (root === null) return;
    const show = (event: Event) => {
      const at = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-name]') : null;
      const definition = at === null ? undefined : book.definition(at.dataset.name ?? '');
      if (at === null || definition === undefined) return;
      at.setAttribute('aria-describedby', id);
      setShown({ definition, at });
    };
    const hide = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      setShown((before) => {
        before?.at.removeAttribute('aria-describedby');
        return undefined;
      });
    };
    const ways = [
      ['mouseover', show],
      ['focusin', show],
      ['mouseout', hide],
      ['focusout', hide],
      ['keydown', hide],
    ] as const;
    for (const [name, listener] of ways) root.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of ways) root.removeEventListener(name, listener);
    };
  }, [book, within, id]);
  useEffect(() => {
    const element = card.current;
    if (element === null || shown === undefined) return;
    const target = shown.at.getBoundingClientRect();
    const size = element.getBoundingClientRect();
    const left = Math.max(8, Math.min(target.left, innerWidth - size.width - 8));
    const below = target.bottom + 6;
    const top = below + size.height > innerHeight ? target.top - size.height - 6 : below;
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [shown]);
  const definition = shown?.definition;
  return (
    <div className="definition" role="tooltip" id={id} ref={card} hidden={definition === undefined}>
      {definition !== undefined && (
        <>
          <p>
            <span className="definition-kind">{say(`read.${definition.kind}`)}</span> <code>{definition.name}</code>
          </p>
          {definition.label !== undefined && <p>{textIn(definition.label, language)}</p>}
          {definition.text !== undefined && <p className="quietly">{textIn(definition.text, language)}</p>}
        </>
      )}
    </div>
  );
}
