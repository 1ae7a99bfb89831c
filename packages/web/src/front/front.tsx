import { textIn } from '@proviso/model';
import type { RulebookEntry } from '../api/contract.ts';
import { askAddress, readAddress, timeAddress } from '../case/addresses.ts';
import type { Place } from '../case/fragment.ts';
import { useWords } from '../i18n/words.tsx';
import { Published } from '../shell/published.tsx';
import { useShelf } from '../shell/use-shelf.ts';
import { VerdictWord } from '../shell/verdict.tsx';
import type { FrontFacts, WorkedAnswer } from './facts.ts';

const ANSWER: Place = { kind: 'answer' };

/** The front page: one question answered, and the ways in. */
export function Front({ facts }: { readonly facts: FrontFacts }) {
  const { say, language, day } = useWords();
  const { worked } = facts;
  const rulebooks = useShelf(facts.rulebooks);
  const served = rulebooks.find(({ id }) => id === worked.rulebook);
  // Reasons and statuses are those of the text that is served: they belong to this example only where it is of that text.
  const isServed = served?.digest === facts.rulebooks.find(({ id }) => id === worked.rulebook)?.digest;
  const title = textIn(worked.title, language);
  return (
    <>
      <section className="opening">
        <h1>{say('front.heading')}</h1>
        <p className="lead">{say('front.lead')}</p>
        <p className="actions">
          <a className="button" href="/ask/">
            {say('front.askNow')}
          </a>
          <a href="/read/">{say('front.readNow')}</a>
        </p>
      </section>
      <section className="worked" aria-labelledby="worked">
        <p className="eyebrow">{say('front.example')}</p>
        <h2 id="worked">{say('front.question')}</h2>
        <div className="pair">
          <Worked
            heading={say('front.knownThen', { date: day(worked.knownOn) })}
            answer={worked.asKnown}
            why={
              isServed ? askAddress(worked.rulebook, { ...worked.asked, knownOn: worked.knownOn }, ANSWER) : undefined
            }
          />
          <Worked
            heading={say('front.hindsight')}
            answer={worked.hindsight}
            why={isServed ? askAddress(worked.rulebook, worked.asked, ANSWER) : undefined}
          />
        </div>
        <p className="note">{say('front.facts', { rulebook: title })}</p>
        {isServed ? (
          <p className="links">
            <a href={readAddress(worked.rulebook, { asOf: worked.asked.asOf }, worked.provision)}>
              {say('front.readRule')}
            </a>
            <a href={timeAddress(worked.rulebook, worked.asked)}>{say('front.bothClocks')}</a>
          </p>
        ) : (
          <OtherText worked={worked} served={served} />
        )}
      </section>
      <section className="ways" aria-label={say('front.ways')}>
        {(['ask', 'read', 'time', 'screen'] as const).map((way) => (
          <article key={way}>
            <h2>
              <a href={`/${way}/`}>{say(`common.${way}`)}</a>
            </h2>
            <p>{say(`front.${way}`)}</p>
          </article>
        ))}
      </section>
      <section className="promises" aria-label={say('front.three')}>
        {(['1', '2', '3'] as const).map((number) => (
          <p key={number}>
            <strong>{say(`front.promise${number}`)}</strong> {say(`front.promise${number}.text`)}
          </p>
        ))}
      </section>
      <section className="shelf" aria-labelledby="shelf">
        <h2 id="shelf">{say('front.rulebooks')}</h2>
        <ul>
          {rulebooks.map((rulebook) => (
            <Volume key={rulebook.id} rulebook={rulebook} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Worked(props: {
  readonly heading: string;
  readonly answer: WorkedAnswer;
  /** The address of the reasons; undefined where this service would give those of another text. */
  readonly why: string | undefined;
}) {
  const { say, language } = useWords();
  const { answer, why } = props;
  const { heldBack } = answer;
  return (
    <div className="worked-answer" data-verdict={answer.verdict} data-held-back={heldBack === null ? undefined : ''}>
      <h3>{props.heading}</h3>
      <p className="verdict">
        <VerdictWord verdict={answer.verdict} />
      </p>
      <p>
        {heldBack === null
          ? say('front.prohibited', { provision: textIn(answer.provision, language) })
          : say('front.heldBack', {
              verdict: say(`verdictWord.${heldBack.verdict}`),
              provision: textIn(heldBack.provision, language),
              status: say(`status.${heldBack.status}`),
              event: textIn(heldBack.event, language),
            })}
      </p>
      {why !== undefined && (
        <p>
          <a href={why}>
            {say('front.why')}
            <span className="unseen"> ({props.heading})</span>
          </a>
        </p>
      )}
    </div>
  );
}

/** Says that this service answers by another text than the example does, or has none of this name. */
function OtherText(props: { readonly worked: FrontFacts['worked']; readonly served: RulebookEntry | undefined }) {
  const { say } = useWords();
  const { worked, served } = props;
  if (served === undefined) return <p className="other-text">{say('front.notHere')}</p>;
  return (
    <p className="other-text">
      {say('front.otherText')} <a href={askAddress(worked.rulebook)}>{say('front.askThisService')}</a>
    </p>
  );
}

function Volume({ rulebook }: { readonly rulebook: RulebookEntry }) {
  const { say, language } = useWords();
  const { id, title } = rulebook;
  const name = textIn(title, language);
  return (
    <li>
      <span className="volume">
        {name} <code>{id}</code> <Published rulebook={rulebook} />
      </span>
      <span className="links">
        <a href={askAddress(id)} aria-label={say('common.pair', { left: say('front.rulebookAsk'), right: name })}>
          {say('front.rulebookAsk')}
        </a>
        <a href={readAddress(id)} aria-label={say('common.pair', { left: say('front.rulebookRead'), right: name })}>
          {say('front.rulebookRead')}
        </a>
        <a href={timeAddress(id)} aria-label={say('common.pair', { left: say('front.rulebookTime'), right: name })}>
          {say('front.rulebookTime')}
        </a>
      </span>
    </li>
  );
}
