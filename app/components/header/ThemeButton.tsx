import { Moon, Sun } from 'lucide-react';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { IconButton } from '../common/IconButton';
import { useDark, useMedia } from '../common/media';

/** Light or dark; choosing what the system has anyway goes back to following it. */
export function ThemeButton() {
  const t = useStrings().header;
  const setTheme = useApp((s) => s.setTheme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const dark = useDark();
  const next = dark ? 'light' : 'dark';
  return (
    <IconButton
      className="header-theme"
      label={t.theme(next)}
      onPress={() => setTheme((next === 'dark') === systemDark ? 'system' : next)}
    >
      {dark ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
    </IconButton>
  );
}
