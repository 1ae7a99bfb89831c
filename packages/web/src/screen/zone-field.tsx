import { lazy, Suspense, useId, useRef, useState } from 'react';
import { Loading } from '../ask/loading.tsx';
import { useRulebook } from '../ask/use-rulebook.ts';
import { useWords } from '../i18n/words.tsx';

/** Few files need it. */
const ZoneList = lazy(() => import('./zone-list.tsx'));

/** In which time zone the clock times of a column are, and a list of all zones that is cut down by what is typed. */
export function ZoneField(props: {
  readonly column: string;
  readonly rulebook: string;
  /** Empty while nothing is chosen. */
  readonly zone: string;
  change(zone: string): void;
}) {
  const { column, zone } = props;
  const { say } = useWords();
  const book = useRulebook(props.rulebook);
  const proposed = book.state === 'here' ? book.value.rulebook.zone.id : '';
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="form-field zone">
      <span className="zone-name" id={`${id}-name`}>
        {say('screen.zone', { column })}
      </span>
      <button
        ref={button}
        type="button"
        className="quiet"
        id={`${id}-zone`}
        aria-expanded={open}
        aria-labelledby={`${id}-name ${id}-zone`}
        aria-describedby={`${id}-help`}
        onClick={() => setOpen(!open)}
      >
        {zone === '' ? say('screen.choose') : zone}
      </button>
      {open && (
        <Suspense fallback={<Loading />}>
          <ZoneList
            zone={zone}
            besides={proposed}
            close={close}
            choose={(chosen) => {
              if (chosen !== zone) props.change(chosen);
              close();
            }}
          />
        </Suspense>
      )}
      <span className="help" id={`${id}-help`}>
        {proposed === '' ? say('screen.zone.help') : say('screen.zone.proposed', { zone: proposed })}
      </span>
    </div>
  );
}
