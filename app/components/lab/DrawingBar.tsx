import { RotateCw, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLaterStrings } from '../../strings/later';
import { integer } from '../common/numbers';
import { Trouble } from '../common/Trouble';
import type { Drawing } from './useDrawing';

/** What is drawn, with which model, and the way to draw it again or to stop. */
export function DrawingBar({
  drawing: { drawn, busy, failure, isStale, draw, stop },
  children,
}: {
  drawing: Drawing<unknown>;
  children: ReactNode;
}) {
  const t = useLaterStrings().lab.figures;
  const language = useLanguage();
  const isShipped = useApp((s) => s.shipped !== null);
  const steps = drawn?.steps ?? 0;
  const model =
    steps > 0 ? t.trained(integer(steps, language)) : isShipped ? t.shipped : t.untrained;
  return (
    <>
      <div className="lab-draw">
        {children}
        {busy ? (
          <>
            <Button className="button" onPress={stop}>
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
            <Button className="button" onPress={draw}>
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
      {failure !== null && <Trouble title={t.failed} detail={failure} />}
    </>
  );
}
