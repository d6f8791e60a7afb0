import { useEffect, useRef, useState } from 'react';
import { LOVED, verdict } from '../../lessons/cold-start/guess';
import { useChallenge } from '../../lessons/cold-start/useChallenge';
import { useLivePrediction } from '../../lessons/cold-start/useLivePrediction';
import type { Asked, Challenge } from '../../lessons/cold-start/challenge-format';
import { store } from '../../store';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { Guess } from './Guess';
import { Outcome } from './Outcome';
import { Shelf } from './Shelf';
import './story.css';

type Chapter = 'guess' | 'outcome' | 'shelf';

/** Guess a stranger's taste, see who guessed best, then give the model a taste of one's own. */
export default function Story({ onLeave }: { onLeave: () => void }) {
  const { story: t } = useLazyStrings();
  const { opening } = useStrings();
  const challenge = useChallenge();
  if (challenge === 'loading' || challenge === 'missing') {
    return (
      <>
        <h2 id="opening-title">{opening.question}</h2>
        <div className="opening-body">{challenge === 'missing' && <p>{t.missing}</p>}</div>
      </>
    );
  }
  return <Chapters challenge={challenge} onLeave={onLeave} />;
}

interface ChaptersProps {
  challenge: Challenge;
  onLeave: () => void;
}

function Chapters({ challenge: { people }, onLeave }: ChaptersProps) {
  const { story: t, challenge: c } = useLazyStrings();
  const { opening } = useStrings();
  const [round, setRound] = useState(0);
  const [chapter, setChapter] = useState<Chapter>('guess');
  const [guess, setGuess] = useState<ReadonlySet<number>>(new Set());
  const [complete, setComplete] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const person = people[round % people.length];
  const live = useLivePrediction(person);
  const predicted = (film: Asked) => live?.get(film.id) ?? film.predicted;
  const { you, model, everybody } = verdict(person, guess, predicted);

  // The button that was pressed is gone: what it brought takes over the focus.
  useEffect(() => {
    if (!first.current) title.current?.focus({ preventScroll: true });
    first.current = false;
  }, [chapter, round]);

  const begin = (next: Chapter) => {
    store.getState().noteVisit();
    setChapter(next);
  };
  const heading = {
    guess: opening.question,
    outcome: c.verdict(you, model, everybody, LOVED),
    shelf: complete ? t.picked : t.pick,
  }[chapter];
  return (
    <>
      <h2 id="opening-title" ref={title} tabIndex={-1} data-chapter={chapter}>
        {heading}
      </h2>
      <div className="opening-body">
        {chapter === 'guess' && (
          <Guess
            key={round}
            person={person}
            guess={guess}
            onChange={setGuess}
            onDone={() => begin('outcome')}
          />
        )}
        {chapter === 'outcome' && (
          <Outcome
            person={person}
            guess={guess}
            predicted={predicted}
            isLive={live !== null}
            onAnother={() => {
              setGuess(new Set());
              setRound(round + 1);
              setChapter('guess');
            }}
            onTurn={() => begin('shelf')}
          />
        )}
        {chapter === 'shelf' && <Shelf onComplete={setComplete} onLeave={onLeave} />}
      </div>
    </>
  );
}
