import { Play, Square } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { ModelTrouble } from '../common/ModelTrouble';
import { useSinglePress } from '../common/single-press';
import { stop, useRace, type RaceView } from './state';
import { StoppedNote } from './StoppedNote';

/** Start, progress and stop of one view's runs, and what went wrong with them. */
export function RunBar({
  view,
  label,
  start,
  note,
  blocked,
  children,
}: {
  view: RaceView;
  label: string;
  start: () => Promise<void>;
  /** A word of caution about what is shown. */
  note?: string | null;
  /** Why nothing can be started now. */
  blocked?: string | null;
  /** What is picked before a start. */
  children?: ReactNode;
}) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const running = useRace((s) => s.running);
  const failure = useRace((s) => s.failure);
  const isTraining = useApp((s) => s.mode !== 'pause');
  const mine = running?.view === view ? running : null;
  const hint = blocked ?? (isTraining ? t.training : note);
  const hintId = useId();
  const press = useSinglePress();
  return (
    <>
      <div className="race-bar">
        {children}
        {mine ? (
          <>
            <Button className="button" onPress={press(stop)}>
              <Square size={13} aria-hidden />
              {t.stop}
            </Button>
            <ProgressBar
              className="race-progress"
              aria-label={label}
              isIndeterminate={mine.total === 0}
              value={mine.done}
              maxValue={Math.max(1, mine.total)}
            >
              {({ percentage }) => (
                <>
                  <span className="race-progress-track">
                    <span style={{ width: `${percentage ?? 0}%` }} />
                  </span>
                  <span className="num">
                    {mine.total === 0
                      ? t.starting
                      : t.progress(integer(mine.done, language), integer(mine.total, language))}
                  </span>
                </>
              )}
            </ProgressBar>
          </>
        ) : (
          <Button
            className="button primary"
            onPress={press(() => void start())}
            isDisabled={running !== null || Boolean(blocked)}
            aria-describedby={hint ? hintId : undefined}
          >
            <Play size={13} aria-hidden />
            {label}
          </Button>
        )}
        {!mine && hint && (
          <span className="race-note" id={hintId}>
            {hint}
          </span>
        )}
      </div>
      {!mine && <StoppedNote view={view} />}
      {failure && !running && <ModelTrouble title={t.failed} failure={failure} />}
    </>
  );
}
