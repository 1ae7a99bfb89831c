import { useTitle } from '../ask/question-page.tsx';
import { useWords } from '../i18n/words.tsx';
import type { Screened } from './contract.ts';
import { writePlace } from './place.ts';
import { toldInChinese } from './trouble/chinese.ts';

/** A screening that came to nothing, why, and how to go on. */
export function Stopped({ screened }: { readonly screened: Screened }) {
  const { say, language } = useWords();
  const { source, state, failure, order } = screened;
  useTitle(source);
  const told =
    failure === null || language !== 'zh'
      ? undefined
      : toldInChinese(failure.code, failure.values ?? {}, failure.field ?? '');
  return (
    <>
      <p className="eyebrow">
        <a href="#start">{say('screen.heading')}</a>
      </p>
      <h1>{source}</h1>
      <div className="problem" role="alert">
        <h2>{say(state === 'cancelled' ? 'screen.state.cancelled' : 'screen.state.failed')}</h2>
        {told !== undefined ? (
          <>
            <p>{told.what}</p>
            {told.next !== undefined && <p>{told.next}</p>}
          </>
        ) : (
          failure !== null && (
            <>
              <p lang="en">{failure.message}</p>
              {failure.hint !== null && <p lang="en">{failure.hint}</p>}
            </>
          )
        )}
        <p>
          <a href={`#${writePlace({ kind: 'prepare', upload: order.upload, name: source })}`}>{say('screen.again')}</a>
        </p>
      </div>
    </>
  );
}
