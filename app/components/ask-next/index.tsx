import { useEffect, useRef, useState } from 'react';
import { HelpCircle, Undo2, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { KNOWN_FILMS } from '../../../src/data/taste/known';
import { currentData } from '../../engine/current-data';
import { BUNDLED_DATA } from '../../storage/names';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { MAX_SUPPORT, put, remove } from '../../store/support-edits';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { IconButton } from '../common/IconButton';
import { starsText } from '../common/stars';
import { AnswerStars } from './AnswerStars';
import './ask-next.css';
import { Film } from './Film';
import { Measured } from './Measured';
import { nextFilm, standing, type Turn } from './order';
import { useQuestion } from './useQuestion';
import { useRecorded } from './useRecorded';

type Method = 'shift' | 'evidence';

/** What should I rate next? Closed until somebody wants to be asked. */
export default function AskNext() {
  const { askNext: t } = useLazyStrings();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen) return <Asker onClose={() => setOpen(false)} />;
  return (
    <Button ref={opener} className="button ask-open" onPress={() => setOpen(true)}>
      <HelpCircle size={14} aria-hidden /> {t.open}
    </Button>
  );
}

/** One film at a time, until the visitor has had enough. */
function Asker({ onClose }: { onClose: () => void }) {
  const { askNext: t } = useLazyStrings();
  const [method, setMethod] = useState<Method>('shift');
  const [given, setGiven] = useState<readonly Turn[]>([]);
  const support = useApp((s) => s.support.user.items);
  const editSupport = useApp((s) => s.editSupport);
  const turns = standing(given, support);
  const last = turns.at(-1);
  const take = (item: number, stars: number | null): void => {
    setGiven([...turns, { item, isRated: stars !== null }]);
    if (stars !== null) editSupport(put(item, stars));
  };
  const takeBack = (): void => {
    setGiven(turns.slice(0, -1));
    if (last?.isRated) editSupport(remove(last.item));
  };
  return (
    <section className="ask-next" aria-label={t.title}>
      <h3>
        {t.title}
        <small>{t.answered(turns.filter(({ isRated }) => isRated).length)}</small>
        <IconButton label={t.close} onPress={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </h3>
      {support.length < MAX_SUPPORT ? (
        <Question key={method} method={method} turns={turns} onAnswer={take} />
      ) : (
        <p>{t.full(MAX_SUPPORT)}</p>
      )}
      <div className="ask-foot">
        <Button className="button small-button" isDisabled={!last} onPress={takeBack}>
          <Undo2 size={13} aria-hidden /> {t.undo}
        </Button>
        <label>
          {t.by}{' '}
          <select value={method} onChange={({ target }) => setMethod(target.value as Method)}>
            <option value="shift">{t.methods.shift}</option>
            <option value="evidence">{t.methods.evidence}</option>
          </select>
        </label>
      </div>
    </section>
  );
}

interface QuestionProps {
  method: Method;
  turns: readonly Turn[];
  onAnswer: (item: number, stars: number | null) => void;
}

/** The film that is asked about, why it is that one, and the ways to answer. */
function Question({ method, turns, onAnswer }: QuestionProps) {
  const { askNext: t } = useLazyStrings();
  const language = useLanguage();
  const support = useApp((s) => s.support.user.items);
  const catalogue = useApp((s) => s.catalogue);
  const recorded = useRecorded();
  const isBundled = currentData() === BUNDLED_DATA;
  const { answer, hasFailed, again } = useQuestion(method === 'shift');
  const evidence =
    typeof recorded === 'object' && catalogue && isBundled
      ? recorded.evidence.flatMap((id) => catalogue.itemOfId.get(id) ?? [])
      : null;
  const order = method === 'shift' ? answer?.items : evidence;
  const item = order ? nextFilm(order, turns, support) : null;

  if (method === 'shift' && hasFailed) {
    return (
      <p role="alert">
        {t.failed}{' '}
        <Button className="button small-button" onPress={again}>
          {t.again}
        </Button>
      </p>
    );
  }
  if (method === 'evidence' && !isBundled) return <p>{t.evidenceElsewhere}</p>;
  if (method === 'evidence' && recorded === 'missing')
    return <p role="alert">{t.evidenceMissing}</p>;
  if (!order) return <p className="ask-waiting">{t.asking}</p>;
  if (item === null) return <p>{t.none}</p>;

  const at = Array.from(order).indexOf(item);
  const number = (value: number): string =>
    value.toLocaleString(language, { maximumFractionDigits: 1 });
  const percent = (share: number): string =>
    share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
  const expected = (value: number): string => starsText(value, language);
  const why =
    method === 'shift' && answer
      ? t.why(
          number(answer.shift[at]),
          expected(answer.predicted[at]),
          percent(answer.seen[at]),
          KNOWN_FILMS,
          answer.compared,
        )
      : t.evidence(at + 1, order.length);
  const { title } = movieLabel({ catalogue, recordedTitles: new Map() }, item);
  return (
    <>
      <div className="ask-film" data-asked={item}>
        <Film item={item} />
        <AnswerStars key={item} title={title} onRate={(stars) => onAnswer(item, stars)} />
        <Button className="button small-button" onPress={() => onAnswer(item, null)}>
          {t.notSeen}
        </Button>
      </div>
      <details className="ask-why">
        <summary>{t.whyThis}</summary>
        <p>{why}</p>
        {typeof recorded === 'object' && isBundled && <Measured measured={recorded.measured} />}
      </details>
    </>
  );
}
