import { useId, useMemo, useRef, useState } from 'react';
import { Autocomplete, I18nProvider, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { useRulebook } from '../ask/use-rulebook.ts';
import { LOCALES } from '../i18n/language.ts';
import { useWords } from '../i18n/words.tsx';
import { allZones, isMeant, type Zone } from './zones.ts';

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
        <ZoneList
          zone={zone}
          besides={proposed}
          close={close}
          choose={(chosen) => {
            if (chosen !== zone) props.change(chosen);
            close();
          }}
        />
      )}
      <span className="help" id={`${id}-help`}>
        {proposed === '' ? say('screen.zone.help') : say('screen.zone.proposed', { zone: proposed })}
      </span>
    </div>
  );
}

function ZoneList(props: {
  readonly zone: string;
  readonly besides: string;
  choose(zone: string): void;
  close(): void;
}) {
  const { zone, besides } = props;
  const { say, language } = useWords();
  const zones = useMemo(() => allZones(language, [zone, besides].filter(Boolean)), [language, zone, besides]);
  return (
    <I18nProvider locale={LOCALES[language]}>
      <Autocomplete filter={isMeant}>
        <TextField
          aria-label={say('screen.zone.find')}
          autoFocus
          onKeyDown={(event) => event.key === 'Escape' && props.close()}
        >
          <Input role="combobox" aria-expanded={true} placeholder={say('screen.zone.find')} />
        </TextField>
        <ListBox<Zone>
          className="zone-list"
          aria-label={say('screen.zone.all')}
          items={zones}
          selectionMode="single"
          selectedKeys={[zone]}
          disallowEmptySelection
          onSelectionChange={(keys) => {
            for (const key of keys) props.choose(String(key));
          }}
          renderEmptyState={() => say('screen.zone.none')}
        >
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name === '' ? id : say('common.aside', { text: id, aside: name })}>
              {id} <span className="quietly">{name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </I18nProvider>
  );
}
