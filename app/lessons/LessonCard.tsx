import { ArrowDown, Check, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { useStrings } from '../strings';
import { useLazyStrings } from '../strings/lazy';
import type { LessonText } from './lesson';
import type { Progress } from './useLesson';

interface LessonCardProps {
  number: number;
  text: LessonText;
  progress: Progress;
  onReturn: () => void;
  onClose: () => void;
}

/**
 * The lesson while its words are out of sight: what to do up here, that it was noticed, and the way
 * back. It hangs beside the page, so that the workbench does not move.
 */
export function LessonCard({ number, text, progress, onReturn, onClose }: LessonCardProps) {
  const strings = useStrings();
  const t = useLazyStrings().lessons;
  const isDone = progress === 'done';
  return createPortal(
    <aside className="lesson-card" aria-label={t.number(number)} data-progress={progress}>
      <p role="status">
        {isDone ? (
          <>
            <Check size={15} aria-hidden="true" /> <b>{t.done}</b> {text.noticed}
          </>
        ) : (
          <>
            <b>{t.number(number)}</b> {text.action}
          </>
        )}
      </p>
      <Button className="button small-button" onPress={onReturn}>
        <ArrowDown size={13} aria-hidden="true" /> {t.back}
      </Button>
      <Button className="icon-button" aria-label={strings.common.close} onPress={onClose}>
        <X size={14} aria-hidden="true" />
      </Button>
    </aside>,
    document.body,
  );
}
