import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { Check, ChevronDown, Link2 } from 'lucide-react';
import { Folded } from '../components/common/Folded';
import { unfold } from '../components/common/reveal';
import { Equation } from '../components/equation/Equation';
import { useLazyStrings } from '../strings/lazy';
import { FlowMap } from './FlowMap';
import type { Lesson, LessonText } from './lesson';
import { LessonCard } from './LessonCard';
import { stage } from './stage';
import { SymbolKey } from './SymbolKey';
import { useInView } from './useInView';
import { useLesson } from './useLesson';

interface LessonSectionProps {
  lesson: Lesson;
  text: LessonText;
  /** 1-based. */
  number: number;
  isOpen: boolean;
  isDone: boolean;
  /** It was set up last: its card follows the visitor to the workbench. */
  isActive: boolean;
  onActive: (id: string | null) => void;
  onDone: (id: string) => void;
  onOpen: (id: string) => void;
  /** The heading was pressed. */
  onToggle: (id: string, heading: Element) => void;
}

export const anchorOf = (id: string): string => `lesson-${id}`;

/** One lesson, folded under its heading: prose, equation, and an action that is noticed. */
export function LessonSection(props: LessonSectionProps) {
  const { lesson, text, number, isOpen, isDone, isActive, onActive, onDone, onOpen, onToggle } = props; // prettier-ignore
  const strings = useLazyStrings().lessons;
  const action = useRef<HTMLDivElement>(null);
  const isRead = useInView(action);
  const { progress, setUp } = useLesson(lesson, stage, () => onDone(lesson.id));
  const { Body } = text;
  const { Challenge, Figure } = lesson;
  const source = strings.sources[lesson.id];
  const open = (): void => {
    onOpen(lesson.id);
    onActive(lesson.id);
    void setUp();
  };
  const goBack = (): void => {
    if (action.current) unfold(action.current);
    action.current?.scrollIntoView({ block: 'center' });
    action.current?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <section
      className="lesson"
      id={anchorOf(lesson.id)}
      aria-labelledby={`${anchorOf(lesson.id)}-title`}
      data-open={isOpen || undefined}
    >
      <h3>
        <button
          className="lesson-fold"
          aria-expanded={isOpen}
          aria-controls={`${anchorOf(lesson.id)}-body`}
          onClick={({ currentTarget }) => onToggle(lesson.id, currentTarget)}
        >
          <i className="num">{number}</i>
          <span id={`${anchorOf(lesson.id)}-title`}>{text.title}</span>
          {isDone && <Check size={16} aria-label={strings.doneLabel} />}
          <ChevronDown className="lesson-chevron" size={18} aria-hidden="true" />
        </button>
      </h3>
      <p className="lesson-gist">{text.gist}</p>
      <Folded id={`${anchorOf(lesson.id)}-body`} isOpen={isOpen} onFound={() => onOpen(lesson.id)}>
        <p className="lesson-link">
          <a
            href={`?lesson=${lesson.id}`}
            aria-label={`${strings.link}: ${text.title}`}
            onClick={(event) => {
              event.preventDefault();
              onOpen(lesson.id);
            }}
          >
            <Link2 size={14} aria-hidden="true" />
            {strings.link}
          </a>
        </p>
        <FlowMap />
        {Challenge && <Challenge />}
        <Body />
        {Figure && <Figure />}
        {lesson.equation && (
          <figure className="lesson-equation">
            {/* A long equation scrolls sideways on a phone, by the keyboard too. */}
            <div
              className="lesson-scroll"
              role="group"
              tabIndex={0}
              aria-label={`${strings.equation}: ${text.title}`}
            >
              <Equation tex={lesson.equation} />
            </div>
            <SymbolKey tex={lesson.equation} />
            {source && <figcaption>{strings.source(source)}</figcaption>}
          </figure>
        )}
        <div className="lesson-action" data-progress={progress} ref={action}>
          <p>
            <b>{strings.tryIt}</b> {text.action}
          </p>
          <Button className="lesson-setup" onPress={open}>
            {progress === 'reading' ? strings.setUp : strings.setUpAgain}
          </Button>
          <p className="lesson-noticed" role="status">
            {progress === 'done' && (
              <>
                <Check size={16} aria-hidden="true" /> <b>{strings.done}</b> {text.noticed}
              </>
            )}
          </p>
        </div>
      </Folded>
      {isActive && !isRead && progress !== 'reading' && (
        <LessonCard
          number={number}
          text={text}
          progress={progress}
          onReturn={goBack}
          onClose={() => onActive(null)}
        />
      )}
    </section>
  );
}
