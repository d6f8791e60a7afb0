import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { Segmented } from '../common/Segmented';
import { BackendBadge } from './BackendBadge';
import { LanguageSelect } from './LanguageSelect';
import { OfflineMark } from './OfflineMark';
import { ShareButton } from './ShareButton';
import { ThemeButton } from './ThemeButton';
import './header.css';

/** The top of the page: what it is, which setting, what computes, and the visitor's preferences. */
export function Header() {
  const t = useStrings();
  const setting = useApp((s) => s.setting);
  const setSetting = useApp((s) => s.setSetting);
  return (
    <header className="header">
      <h1>
        {t.common.title} <span>{t.common.subtitle}</span>
      </h1>
      <Segmented
        look="pill"
        label={t.header.settings}
        segments={[
          { id: 'scenario', label: t.header.scenario },
          { id: 'user', label: t.header.user },
        ]}
        value={setting}
        onChange={setSetting}
      />
      <OfflineMark />
      <BackendBadge />
      <ShareButton />
      <LanguageSelect />
      <ThemeButton />
    </header>
  );
}
