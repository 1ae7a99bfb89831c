import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isScaled, type RowScroll, type RowSpace, scrolled, scrollFor, seen, within } from './row-window.ts';

/** The height of a row, in the size of the text of the page. */
const ROW_REM = 2.25;
/** After so long without movement the window rests, in milliseconds. */
const REST = 150;
const LINE = 40;

/** A window over rows, and where it stands. */
export interface RowWindow {
  readonly space: RowSpace;
  readonly position: RowScroll;
  /** Stands the window at an offset. */
  move(offset: number): void;
}

/**
 * Follows the scrolling of an element.
 * @param first the row at the top in the beginning, from 0
 * @param rested is told which rows are seen, once the window rests
 */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  first: number,
  rested: (first: number, last: number) => void,
): RowWindow {
  const [size, setSize] = useState({ row: 38, view: 0 });
  const space = useMemo<RowSpace>(() => ({ count, ...size }), [count, size]);
  const [position, setPosition] = useState<RowScroll>({ offset: first * size.row, scroll: 0 });
  const now = useRef({ space, position, rested });
  now.current = { ...now.current, space, rested };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begun = useRef(false);

  const stand = useCallback((next: RowScroll) => {
    now.current.position = next;
    setPosition(next);
  }, []);
  const move = useCallback(
    (offset: number) => {
      const element = box.current;
      if (element === null) return;
      const { space: at } = now.current;
      element.scrollTop = scrollFor(at, offset);
      stand({ offset: within(at, offset), scroll: element.scrollTop });
    },
    [box, stand],
  );
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { space: at, position: where, rested: tell } = now.current;
      // Short ways are gone pixel by pixel: now the scroll bar can go where it belongs.
      if (isScaled(at)) move(where.offset);
      const { first: top, last } = seen(at, where.offset);
      tell(top, last);
    }, REST);
  }, [move]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const row = Math.round(ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
      // The header has the height of a row.
      const view = Math.max(row, element.clientHeight - row);
      setSize((before) => (before.row === row && before.view === view ? before : { row, view }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stood when its size changes, or at the first row.
  useLayoutEffect(() => {
    if (size.view === 0) return;
    move(begun.current ? now.current.position.offset : first * size.row);
    begun.current = true;
    rest();
  }, [size, count]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const onScroll = () => {
      const { space: at, position: before } = now.current;
      if (element.scrollTop !== before.scroll) stand(scrolled(at, before, element.scrollTop));
      rest();
    };
    // Where the scroll bar stands for more than its length, the wheel moves the rows and the scroll bar follows.
    const onWheel = (event: WheelEvent) => {
      const { space: at, position: before } = now.current;
      if (!isScaled(at) || event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      const way = event.deltaY * (event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? LINE : at.view);
      const offset = within(at, before.offset + way);
      if (offset === before.offset) return;
      event.preventDefault();
      move(offset);
      rest();
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
      clearTimeout(timer.current);
    };
  }, [box, move, rest, stand]);
  return { space, position, move };
}
