import { Button } from 'react-aria-components';
import { Check, Link2 } from 'lucide-react';
import { Equation } from '../components/equation/Equation';
import { useStrings } from '../strings';
import type { Lesson, LessonText } from './lesson';
import { stage } from './stage';
import { useLesson } from './useLesson';

interface LessonSectionProps {
  lesson: Lesson;
  text: LessonText;
  /** 1-based. */
  number: number;
  onDone: (id: string) => void;
  onOpen: (id: string) => void;
}

export const anchorOf = (id: string): string => `lesson-${id}`;

/** One lesson: prose, equation, and an action that is noticed. */
export function LessonSection({ lesson, text, number, onDone, onOpen }: LessonSectionProps) {
  const strings = useStrings().lessons;
  const { progress, setUp } = useLesson(lesson, stage, () => onDone(lesson.id));
  const { Body } = text;
  const open = (): void => {
    onOpen(lesson.id);
    void setUp();
  };
  return (
    <section
      className="lesson"
      id={anchorOf(lesson.id)}
      aria-labelledby={`${anchorOf(lesson.id)}-title`}
    >
      <p className="lesson-number">
        {strings.number(number)}
        <a
          href={`?lesson=${lesson.id}`}
          aria-label={`${strings.link}: ${text.title}`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(lesson.id);
          }}
        >
          <Link2 size={14} aria-hidden="true" />
        </a>
      </p>
      <h3 id={`${anchorOf(lesson.id)}-title`}>{text.title}</h3>
      <Body />
      {lesson.equation && (
        <figure className="lesson-equation">
          {/* A long equation scrolls sideways on a phone, by the keyboard too. */}
          <div
            className="lesson-scroll"
            role="group"
            tabIndex={0}
            aria-label={`${strings.equation}: ${text.title}`}
          >
            <Equation tex={lesson.equation} label={`${strings.equation}: ${text.title}`} />
          </div>
          {lesson.source && <figcaption>{strings.source(lesson.source)}</figcaption>}
        </figure>
      )}
      <div className="lesson-action" data-progress={progress}>
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
    </section>
  );
}
