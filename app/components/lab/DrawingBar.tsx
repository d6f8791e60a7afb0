import { RotateCw, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { ModelTrouble } from '../common/ModelTrouble';
import { useSinglePress } from '../common/single-press';
import type { Drawing } from './useDrawing';

/** What is drawn, with which model, and the way to draw it again or to stop. */
export function DrawingBar({
  drawing: { drawn, busy, failure, isStale: isOld, draw, stop },
  borrowed = false,
  children,
}: {
  drawing: Drawing<unknown>;
  /** Drawn with a model that ships with the page, whatever the page's own is. */
  borrowed?: boolean;
  children: ReactNode;
}) {
  const t = useLazyStrings().lab.figures;
  const language = useLanguage();
  const press = useSinglePress();
  const isShipped = useApp((s) => s.shipped !== null);
  const steps = borrowed ? 0 : (drawn?.steps ?? 0);
  const isStale = isOld && !borrowed;
  const model =
    steps > 0
      ? t.trained(integer(steps, language))
      : isShipped || borrowed
        ? t.shipped
        : t.untrained;
  return (
    <>
      <div className="lab-draw">
        {children}
        {busy ? (
          <>
            <Button className="button" onPress={press(stop)}>
              <Square size={13} aria-hidden />
              {t.stop}
            </Button>
            <ProgressBar className="lab-drawing" aria-label={t.drawing} isIndeterminate>
              <span className="lab-drawing-track" />
              <span>{t.drawing}</span>
            </ProgressBar>
          </>
        ) : (
          <>
            <Button className="button" onPress={press(draw)}>
              <RotateCw size={13} aria-hidden />
              {t.again}
            </Button>
            {drawn && (
              <p className={isStale ? 'lab-status is-stale' : 'lab-status'}>
                {isStale ? t.stale : model}
              </p>
            )}
          </>
        )}
      </div>
      {failure !== null && <ModelTrouble title={t.failed} failure={failure} />}
    </>
  );
}
