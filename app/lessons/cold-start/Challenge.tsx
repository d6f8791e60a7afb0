import { useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { starLevel } from '../../components/common/stars';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { ChallengeResult } from './ChallengeResult';
import type { Person } from './challenge-format';
import './challenge.css';
import { LOVED, verdict } from './guess';
import { useChallenge } from './useChallenge';
import { useLivePrediction } from './useLivePrediction';

/** 'You try cold start': four films of somebody real, and six to judge. */
export function Challenge() {
  const t = useLazyStrings().challenge;
  const challenge = useChallenge();
  const [round, setRound] = useState(0);
  if (challenge === 'loading') return <div className="challenge" aria-hidden="true" />;
  if (challenge === 'missing') return <p className="challenge">{t.missing}</p>;
  const { people, made } = challenge;
  const person = people[round % people.length];
  return (
    <section className="challenge" aria-label={t.title} data-user={person.user}>
      <Guess key={round} person={person} onNext={() => setRound(round + 1)} />
      <p className="challenge-made">
        {t.made(person.user, made.dataset, made.date.slice(0, 10), people.length)}
      </p>
    </section>
  );
}

function Guess({ person, onNext }: { person: Person; onNext: () => void }) {
  const { challenge: c } = useLazyStrings();
  const { common } = useStrings();
  const [guess, setGuess] = useState<ReadonlySet<number>>(new Set());
  const [shown, setShown] = useState(false);
  const live = useLivePrediction(person);
  const predicted = (film: Person['asked'][number]) => live?.get(film.id) ?? film.predicted;
  return (
    <>
      <p>
        <b>{c.title}</b> {c.liked}
      </p>
      <ul className="challenge-shown">
        {person.shown.map(({ id, title, year, stars }) => (
          <li key={id}>
            {common.movie(title, year)} <span className="num">★ {starLevel(stars)}</span>
          </li>
        ))}
      </ul>
      {shown ? (
        <ChallengeResult
          person={person}
          guess={guess}
          predicted={predicted}
          isLive={live !== null}
          verdict={verdict(person, guess, predicted)}
          onNext={onNext}
        />
      ) : (
        <>
          <p id="challenge-question">{c.question}</p>
          <ToggleButtonGroup
            className="challenge-films"
            aria-labelledby="challenge-question"
            selectionMode="multiple"
            selectedKeys={guess}
            onSelectionChange={(keys) => {
              if (keys.size <= LOVED) setGuess(new Set([...keys].map(Number)));
            }}
          >
            {person.asked.map(({ id, title, year }) => (
              <ToggleButton key={id} id={id} className="challenge-film">
                {common.movie(title, year)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <div className="challenge-foot">
            <Button
              className="button primary"
              isDisabled={guess.size < LOVED}
              onPress={() => setShown(true)}
            >
              {c.show}
            </Button>
            <span role="status">{c.chosen(guess.size, LOVED)}</span>
          </div>
        </>
      )}
    </>
  );
}
