import type { StatusReport } from '@proviso/logic';
import type { Instrument, Provision, Source, Support } from '@proviso/model';
import { textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import type { ReadableBook } from './library.ts';
import { StatusMark } from './status-mark.tsx';

/** A provision: its place, its gist, its status. */
export function ProvisionView(props: {
  readonly provision: Provision;
  readonly report: StatusReport | undefined;
  readonly book: ReadableBook;
}) {
  const { say, language } = useWords();
  const { provision, report } = props;
  return (
    <div className="declaration provision" id={provision.name} data-status={report?.status}>
      <p className="declaration-head">
        <span className="kind">{say('read.provision')}</span>{' '}
        <a className="anchor" href={`#${provision.name}`}>
          {provision.name}
        </a>{' '}
        {textIn(provision.pinpoint, language)} <SupportMark support={provision.support} />
      </p>
      {provision.gist !== undefined && <p>{textIn(provision.gist, language)}</p>}
      {provision.hangsOn !== undefined && <p className="quietly">{say('read.hangsOn', { on: provision.hangsOn })}</p>}
      {provision.identifiedUnder !== undefined && (
        <p className="quietly">{say('read.identifiedUnder', { under: provision.identifiedUnder })}</p>
      )}
      {report !== undefined && <StatusMark report={report} book={props.book} />}
    </div>
  );
}

/** An instrument: its title and where to find it. */
export function InstrumentView({ instrument }: { readonly instrument: Instrument; readonly book: ReadableBook }) {
  const { say, language } = useWords();
  return (
    <div className="declaration" id={instrument.name}>
      <p className="declaration-head">
        <span className="kind">{say('read.instrument')}</span>{' '}
        <a className="anchor" href={`#${instrument.name}`}>
          {instrument.name}
        </a>{' '}
        <SupportMark support={instrument.support} />
      </p>
      <p>{textIn(instrument.title, language)}</p>
      <p className="quietly">
        {textIn(instrument.issuer, language)} {instrument.citation}
        {instrument.hangsOn !== undefined && ` · ${say('read.hangsOn', { on: instrument.hangsOn })}`}
      </p>
    </div>
  );
}

/** A source. */
export function SourceView({ source }: { readonly source: Source }) {
  return (
    <p className="declaration slight" id={source.name}>
      <span className="kind">{source.name}</span>{' '}
      {source.link === undefined || !/^https?:\/\//.test(source.link) ? (
        source.title
      ) : (
        <a href={source.link} rel="noreferrer">
          {source.title}
        </a>
      )}
    </p>
  );
}

/** How sure a statement is. */
export function SupportMark({ support }: { readonly support: Support | undefined }) {
  const { say } = useWords();
  if (support === undefined) return null;
  const { confidence, sources } = support;
  const meaning = say(`read.confidence.${confidence}`);
  return (
    <span className="support">
      {say('read.confidence', { mark: confidence })}
      <span className="unseen">
        {' '}
        {meaning} {sources.join(', ')}
      </span>
    </span>
  );
}
