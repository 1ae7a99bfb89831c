import type { LocalizedText } from '@proviso/model';
import { textIn } from '@proviso/model';
import { askAddress, readAddress, timeAddress } from '../case/addresses.ts';
import type { Case } from '../case/case.ts';
import { useWords } from '../i18n/words.tsx';
import { VerdictWord } from '../shell/verdict.tsx';
import type { FrontFacts, WorkedAnswer } from './facts.ts';

/** The front page: one question answered, and the ways in. */
export function Front({ facts }: { readonly facts: FrontFacts }) {
  const { say, language, day } = useWords();
  const { worked, rulebooks } = facts;
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
            worked={worked}
            asked={{ ...worked.asked, knownOn: worked.knownOn }}
          />
          <Worked heading={say('front.hindsight')} answer={worked.hindsight} worked={worked} asked={worked.asked} />
        </div>
        <p className="note">{say('front.facts', { rulebook: title })}</p>
        <p className="links">
          <a href={readAddress(worked.rulebook, { asOf: worked.asked.asOf }, worked.provision)}>
            {say('front.readRule')}
          </a>
          <a href={timeAddress(worked.rulebook, worked.asked)}>{say('front.bothClocks')}</a>
        </p>
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
          {rulebooks.map(({ id, title: name }) => (
            <Volume key={id} id={id} title={name} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Worked(props: {
  readonly heading: string;
  readonly answer: WorkedAnswer;
  readonly worked: FrontFacts['worked'];
  readonly asked: Case;
}) {
  const { say, language } = useWords();
  const { answer, worked } = props;
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
      <p>
        <a href={askAddress(worked.rulebook, props.asked, { kind: 'answer' })}>
          {say('front.why')}
          <span className="unseen"> ({props.heading})</span>
        </a>
      </p>
    </div>
  );
}

function Volume({ id, title }: { readonly id: string; readonly title: LocalizedText }) {
  const { say, language } = useWords();
  const name = textIn(title, language);
  return (
    <li>
      <span className="volume">
        {name} <code>{id}</code>
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
