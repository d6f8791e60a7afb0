import { Link } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import '../common/button.css';

/** Copies the address, which holds setting, genre, support set, model and selection. */
export function ShareButton() {
  const t = useStrings().header;
  const notify = useApp((s) => s.notify);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      notify('info', 'copied');
    } catch {
      notify('warning', 'copy-failed');
    }
  };
  return (
    <Button className="button header-share" aria-label={t.shareHelp} onPress={() => void copy()}>
      <Link size={14} aria-hidden />
      <span>{t.share}</span>
    </Button>
  );
}
