import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { store, useApp } from '../../store';
import type { Failure } from '../../store/faults';
import { reportOf, thisMachine } from '../../store/report';
import { useStrings } from '../../strings';
import { noticeText } from '../notice/text';
import { Trouble } from './Trouble';

const reload = () => location.reload();

/** The same page, computed in plain JavaScript: what the browser cannot do is not asked of it. */
function reloadOnCpu(): void {
  const url = new URL(location.href);
  url.searchParams.set('backend', 'cpu');
  location.assign(url);
}

/** A failure of the model: what failed, what to try, and a report that can be copied. */
export function ModelTrouble({
  title,
  failure,
  onRetry,
}: {
  title: string;
  failure: Failure;
  onRetry?: () => void;
}) {
  const t = useStrings();
  const onCpu = useApp((s) => s.backendWish === 'cpu');
  return (
    <Trouble
      title={title}
      detail={noticeText(t, failure.code, failure.detail)}
      action={onRetry && { label: t.common.tryAgain, onPress: onRetry }}
    >
      <Button className="button" onPress={reload}>
        {t.report.reload}
      </Button>
      {!onCpu && (
        <Button className="button" onPress={reloadOnCpu}>
          {t.report.onCpu}
        </Button>
      )}
      <p>{t.report.advice}</p>
      <Report />
    </Trouble>
  );
}

/** The report, to be read before it is copied; selected where the browser forbids copying. */
function Report() {
  const t = useStrings().report;
  const notify = useApp((s) => s.notify);
  const [text, setText] = useState('');
  const shown = useRef<HTMLPreElement>(null);
  const compose = () => {
    const report = reportOf(store.getState(), thisMachine());
    setText(report);
    return report;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(compose());
      notify('info', 'report-copied');
    } catch {
      notify('warning', 'report-not-copied');
      const open = shown.current?.closest('details');
      if (open) open.open = true;
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
    }
  };
  return (
    <details className="report" onToggle={compose}>
      <summary>{t.title}</summary>
      <p>{t.holds}</p>
      <Button className="button" onPress={() => void copy()}>
        {t.copy}
      </Button>
      <pre ref={shown} tabIndex={0}>
        {text}
      </pre>
    </details>
  );
}
