import { Link } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { engine } from '../../engine';
import { useApp } from '../../store';
import { asClassLink, isClassLink, searchOf } from '../../store/url';
import { useStrings } from '../../strings';
import '../common/button.css';

/** The address as it stands, or as it would without a class. */
const plainLink = (): string =>
  isClassLink(location.hash) ? searchOf(location) : location.search + location.hash;
const classLink = (): string => asClassLink(searchOf(location));

/** Copies the address, which holds setting, genre, support set, model, selection, and what is overridden or pinned. */
export function ShareButton() {
  const t = useStrings().header;
  const notify = useApp((s) => s.notify);
  const copy = async (link: () => string) => {
    // The address follows the page at its leisure; a link is of what is on it now.
    engine.writeAddress();
    try {
      await navigator.clipboard.writeText(location.origin + location.pathname + link());
      notify('info', 'copied');
    } catch {
      notify('warning', 'copy-failed');
    }
  };
  return (
    <DialogTrigger>
      <Button className="button header-share" aria-label={t.shareHelp}>
        <Link size={14} aria-hidden />
        <span>{t.share}</span>
      </Button>
      <Popover className="share-popover">
        <Dialog aria-label={t.shareHelp} className="share-choices">
          <Button slot="close" className="button" onPress={() => void copy(plainLink)}>
            {t.shareLink}
          </Button>
          <Button slot="close" className="button" onPress={() => void copy(classLink)}>
            {t.shareClass}
          </Button>
          <p>{t.shareClassHelp}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
