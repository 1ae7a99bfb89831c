import { useMemo } from 'react';
import { Autocomplete, I18nProvider, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { LOCALES } from '../i18n/language.ts';
import { useWords } from '../i18n/words.tsx';
import { allZones, isMeant, type Zone } from './zones.ts';

/** All time zones, cut down by what is typed. */
export default function ZoneList(props: {
  readonly zone: string;
  /** One more that is to be among them; empty for none. */
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
